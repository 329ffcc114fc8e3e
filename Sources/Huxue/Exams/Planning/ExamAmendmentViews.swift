/// Tells the manager of a published exam that the law of some of its questions was amended since.
enum ExamAmendmentViews {
    private static func lead(_ amendment: ExamAmendment) -> String {
        "發布之後，有 \(amendment.questions) 題的依據修正了。"
    }

    private static func sentence(_ amendment: ExamAmendment) -> String {
        let statutes = Set(amendment.flags.map(\.statute)).sorted().joined(separator: "、")
        let drawn = amendment.drawn > 0 ? "其中 \(amendment.drawn) 題已經抽進試卷。" : "都還沒有抽進試卷。"
        return "修正的是\(statutes)。\(drawn)進行中的測驗照舊，不會換題；請對照條文，看答案是否仍然正確。"
    }

    static func note(_ amendment: ExamAmendment) -> ManagerNote {
        ManagerNote(
            title: "「\(amendment.exam.plan.title)」：\(lead(amendment))", sentence: sentence(amendment),
            links: [("\(ExamHeadViews.address(amendment.exam))#amended", "看是哪些題")] + comparisons(amendment),
            tone: .warn)
    }

    private static func comparisons(_ amendment: ExamAmendment) -> [(address: Address, words: String)] {
        var seen: Set<AmendmentLink> = []
        return amendment.flags.compactMap { flag in
            guard let link = amendment.comparisons[flag.version], seen.insert(link).inserted else { return nil }
            return (link.address, link.isComparison ? "\(flag.statute)新舊條文對照" : "看\(flag.statute)")
        }
    }

    /// The section on the exam's overview.
    ///
    /// The cited article is left out: it is shown on the question's own page, to people who may read that.
    static func section(_ amendment: ExamAmendment, today: Day) -> HTML {
        """
        <section class="stack" aria-labelledby="amended"><div class="section-head"><h2 id="amended">發布後修正的法規</h2>\
        <a href="/amendments">全部的法規異動</a></div>
        \(Component.banner(.warn, lead(amendment), sentence(amendment)))
        \(when: !amendment.shown.isEmpty, table(amendment, today: today))
        \(when: amendment.shown.count < amendment.questions, "<p class=\"soft\">您還沒有交卷的測驗裡的題目，交卷以後才列出代號。</p>")
        </section>
        """
    }

    private static func table(_ amendment: ExamAmendment, today: Day) -> HTML {
        """
        <div class="table-scroll"><table class="table table-stack"><caption class="visually-hidden">發布後依據修正的試題</caption>\
        <thead><tr><th scope="col">試題</th><th scope="col">異動</th><th scope="col">對照</th></tr></thead>\
        <tbody>\(each: amendment.shown, { code, flags in
            """
            <tr><th scope="row"><a href="\(QuestionViews.address(of: code))">\(code)</a></th>\
            <td data-label="異動" class="wide">\(each: unique(flags, today: today), { "<div>\($0)</div>" })</td>\
            <td data-label="對照">\(AmendmentViews.comparisons(flags, amendment.comparisons))</td></tr>
            """
        })</tbody></table></div>
        """
    }

    /// What happened to each statute, without repetitions and without article numbers.
    private static func unique(_ flags: [AmendmentFlag], today: Day) -> [String] {
        var seen: Set<String> = []
        return flags.map { "\($0.statute)：\(AmendmentViews.words($0, today: today))" }
            .filter { seen.insert($0).inserted }
    }
}
