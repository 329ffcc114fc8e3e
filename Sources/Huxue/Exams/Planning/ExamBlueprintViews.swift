/// 雙向細目表: topic by level, what is wanted beside what the bank has.
enum ExamBlueprintViews {
    // MARK: To be filled in

    static func fields(_ sheet: ExamFormViews.Sheet) -> HTML {
        let problem = sheet.problems.first { $0.field == .blueprint }?.sentence
        let named =
            sheet.shortages?.first { $0.topic == nil }?.sentence
            ?? sheet.problems.first { $0.field == .codes }?.sentence
        return """
            <section class="stack" aria-labelledby="blueprint-title" data-blueprint data-limit="\(ExamRules.questionLimit)">\
            <h2 id="blueprint-title">雙向細目表</h2>
            <p class="soft measure">填每份試卷出幾題；「可用」是題庫現在的題數。不出題的格子留空白。\
            <noscript>合計在按「檢查題庫」後更新。</noscript></p>
            <div class="field" id="blueprint" tabindex="-1">\(FieldViews.error("blueprint", problem))\
            \(sheet.form.rows.isEmpty ? noTopics : table(sheet))</div>
            <div class="form">\(FieldViews.area("codes", label: "指定試題", value: sheet.form.codes, hint: "試題編號，以空白或逗號隔開；這些題每份試卷都有", error: named))</div>
            <p><strong role="status" data-summary>每份試卷 \(sheet.form.questionCount) 題。</strong></p>
            <p class="row"><button class="button button-quiet" name="intent" value="check">檢查題庫</button>\
            <span class="soft">不會儲存，只看題庫夠不夠</span></p></section>
            """
    }

    private static let noTopics = Component.empty(
        Icon.bank, title: "題庫還沒有試題", text: "請出題人員先匯入試題，再來訂細目表。")

    private static func table(_ sheet: ExamFormViews.Sheet) -> HTML {
        let bank = counts(sheet.pool)
        let named = Set(Form.words(typed: sheet.form.codes))
        let free = counts(sheet.pool.filter { !named.contains($0.code) })
        return """
            <div class="table-scroll"><table class="table table-stack table-grid">\
            <thead><tr><th scope="col">主題</th>\(each: columns, { "<th scope=\"col\" class=\"num group\">\(name(of: $0))</th>" })\
            <th scope="col" class="num group">合計</th></tr></thead>\
            <tbody>\(each: Array(sheet.form.rows.enumerated()), { row($0.offset, $0.element, bank: bank, free: free, sheet) })</tbody>\
            <tfoot><tr><th scope="row">合計</th>\(each: columns, { column in
                let sum = sheet.form.rows.map { $0.count(column) }.reduce(0, +)
                return """
                    <td class="num group" data-label="\(name(of: column))"><span><b data-sum="\(column?.rawValue ?? "any")">\
                    \(sum)</b> 題</span></td>
                    """
            })<td class="num group" data-label="合計"><span><b data-sum="all">\(sheet.form.rows.map(\.sum).reduce(0, +))</b> 題</span></td></tr>\
            </tfoot></table></div>
            """
    }

    /// The levels, and nil for questions of any level.
    private static let columns: [QuestionLevel?] = QuestionLevel.allCases + [nil]

    private static func name(of column: QuestionLevel?) -> String {
        column.map(QuestionTerms.name) ?? "不分層次"
    }

    /// How many questions there are of each topic and level.
    private static func counts(_ pool: [PoolQuestion]) -> [String: [QuestionLevel: Int]] {
        var counts: [String: [QuestionLevel: Int]] = [:]
        for question in pool { counts[question.topic, default: [:]][question.level, default: 0] += 1 }
        return counts
    }

    private static func row(
        _ place: Int, _ row: ExamForm.Row, bank: [String: [QuestionLevel: Int]], free: [String: [QuestionLevel: Int]],
        _ sheet: ExamFormViews.Sheet
    ) -> HTML {
        func count(_ counts: [String: [QuestionLevel: Int]], _ column: QuestionLevel?) -> Int {
            let own = counts[row.topic] ?? [:]
            return column.map { own[$0] ?? 0 } ?? own.values.reduce(0, +)
        }
        return """
            <tr><th scope="row"><input type="hidden" name="topics" value="\(row.topic)">\(row.topic)</th>\
            \(each: columns, { column in
                input(place, row, column, available: count(bank, column), free: count(free, column),
                    shortage: sheet.shortages?.first { $0.topic == row.topic && $0.level == column })
            })<td class="num group" data-label="合計"><span><b data-sum="row">\(row.sum)</b> 題</span></td></tr>
            """
    }

    /// `free`: how many of the available questions are not already named in this form.
    private static func input(
        _ place: Int, _ row: ExamForm.Row, _ column: QuestionLevel?, available: Int, free: Int,
        shortage: BlueprintShortage?
    ) -> HTML {
        let key = column?.rawValue ?? "any"
        let name = name(of: column)
        return """
            <td class="num group\(when: shortage != nil, " short")" data-label="\(name)"><span class="with-unit">\
            <input class="input input-short" name="cell-\(place)-\(key)" inputmode="numeric" autocomplete="off" \
            value="\(row.text(column))" aria-label="\(row.topic)　\(name)，題庫有 \(available) 題" \
            data-column="\(key)" data-free="\(free)"\(when: shortage != nil, " aria-invalid=\"true\"")>\
            <span class="nowrap">可用 \(available)</span><span class="nowrap" data-short>\
            \(shortage.map { "不足 \($0.wanted - $0.available)" })</span></span></td>
            """
    }

    // MARK: As it stands

    /// The blueprint of an exam beside `pool`: the bank for a draft, the frozen pool once it is published.
    ///
    /// `held`: questions that the bank holds back for now.
    static func standing(_ exam: Exam, pool: [PoolQuestion], held: [PoolQuestion]) -> HTML {
        let form = ExamForm(exam.plan, topics: [])
        let shortages =
            exam.state == .draft ? BlueprintRules.shortages(exam.plan.blueprint, pool: pool, held: held) : []
        let named = Form.words(typed: form.codes)
        let hasAny = form.rows.contains { !$0.anyLevel.isEmpty }
        return """
            <section class="stack" aria-labelledby="bp"><div class="section-head"><h2 id="bp">雙向細目表與題庫存量</h2>\
            \(when: exam.state == .draft, "<a href=\"\(ExamHeadViews.address(exam))/edit\">修改細目表</a>")</div>
            <p class="soft measure">出題數是每份試卷抽幾題，可用題數是\(exam.state == .draft ? "題庫現在" : "發布時題庫")可以抽的題目。\
            \(when: exam.state == .draft, "可用題數小於出題數，就不能發布。")</p>
            \(shortageBanner(shortages))
            \(when: !form.rows.isEmpty, standingTable(form, pool: pool, shortages: shortages, hasAny: hasAny))
            \(when: !named.isEmpty, "<p>指定試題 \(named.count) 題：\(named.joined(separator: "、"))</p>")
            <p>每份試卷共 \(BlueprintRules.questionCount(exam.plan.blueprint)) 題。</p></section>
            """
    }

    /// Lists the cells that the bank cannot fill; empty when there are none.
    ///
    /// `title`: the rest of a heading that begins with the number of cells; `isAlert`: whether the form was just sent.
    static func shortageBanner(
        _ shortages: [BlueprintShortage], title: HTML = "，不能發布。", text: HTML = "請補充題庫，或修改細目表。",
        isAlert: Bool = false
    ) -> HTML {
        guard !shortages.isEmpty else { return .empty }
        return """
            <div class="banner" data-tone="fail"\(when: isAlert, " role=\"alert\"")>\(Icon.cross)\
            <p><strong>題庫有 \(shortages.count) 格不足\(title)</strong>\(text)</p><ul>\(each: shortages, { "<li>\($0.sentence)</li>" })</ul></div>
            """
    }

    private static func standingTable(
        _ form: ExamForm, pool: [PoolQuestion], shortages: [BlueprintShortage], hasAny: Bool
    ) -> HTML {
        """
        <div class="table-scroll"><table class="table table-stack">\
        <thead><tr><th scope="col" rowspan="2">主題</th>\(each: QuestionLevel.allCases, {
            "<th scope=\"colgroup\" colspan=\"2\" class=\"group\">\(QuestionTerms.name(of: $0))</th>"
        })\(when: hasAny, "<th scope=\"colgroup\" colspan=\"2\" class=\"group\">不分層次</th>")</tr>\
        <tr>\(each: 0..<(hasAny ? 4 : 3), { _ in
            "<th scope=\"col\" class=\"num group\">出題數</th><th scope=\"col\" class=\"num\">可用題數</th>"
        })</tr></thead><tbody>\(each: form.rows, { row in
            """
            <tr><th scope="row">\(row.topic)</th>\(each: QuestionLevel.allCases, { level in
                pair(row.counts[level] ?? "", topic: row.topic, level: level, pool: pool, shortages: shortages)
            })\(when: hasAny, pair(row.anyLevel, topic: row.topic, level: nil, pool: pool, shortages: shortages))</tr>
            """
        })</tbody></table></div>
        """
    }

    private static func pair(
        _ wanted: String, topic: String, level: QuestionLevel?, pool: [PoolQuestion], shortages: [BlueprintShortage]
    ) -> HTML {
        guard !wanted.isEmpty else {
            return "<td class=\"num soft group blank\">—</td><td class=\"num soft blank\">—</td>"
        }
        let name = name(of: level)
        let available = pool.count { $0.topic == topic && (level == nil || $0.level == level) }
        if let shortage = shortages.first(where: { $0.topic == topic && $0.level == level }) {
            return """
                <td class="num group short" data-label="\(name)出題數">\(wanted)</td>\
                <td class="num short" data-label="可用題數">\(shortage.available)　不足 \(shortage.wanted - shortage.available)</td>
                """
        }
        let address = Address("/questions").with([("topic", topic), ("level", level?.rawValue ?? "")])
        return """
            <td class="num group" data-label="\(name)出題數">\(wanted)</td>\
            <td class="num" data-label="可用題數"><a href="\(address)">\(available)</a></td>
            """
    }
}
