/// What authors get for their proposals, for those who order it.
enum ProposalMeritViews {
    struct Entry: Sendable {
        let line: ProposalLine
        /// What the meeting gave; nil for nothing.
        let award: ProposalAward?
        let authors: [ProposalAuthor]
        /// By person; empty until it is ordered.
        let merits: [ID<Employee>: ProposalMerit]

        /// What stands on record, or what follows from the award and the shares.
        func form(on today: Day) -> ProposalMeritForm {
            var form = ProposalMeritForm()
            form.order = merits.values.first?.order ?? ""
            form.orderedOn = ROCDate.plain(merits.values.first?.orderedOn ?? today)
            let parts = ProposalMeritRules.parts(of: award?.prize ?? 0, shares: authors.map(\.share))
            for (author, part) in zip(authors, parts) {
                let merit = merits[author.employee]
                let isNew = merits.isEmpty
                let prize = merit?.prize ?? (isNew ? part : 0)
                let given = merit.map(\.merit) ?? (isNew ? award?.merit : nil)
                form.rows[author.staffNumber] = ProposalMeritForm.Row(
                    prize: prize > 0 ? "\(prize)" : "", merit: given.map(ProposalAwardFile.words) ?? "",
                    hasLetter: merit?.hasLetter ?? (isNew && award != nil))
            }
            return form
        }
    }

    struct Contents: Sendable {
        let entries: [Entry]
        var done: ProposalMeritDeed?
    }

    static let section: Address = "/manage/awards"
    static func address(of id: ID<Proposal>) -> Address { "\(section)/\(id)" }

    static func list(_ contents: Contents, chrome: Chrome) -> HTML {
        Layout.page(
            ProposalMeritTerms.title, chrome: chrome, section: section,
            head: "<p class=\"soft\">會議給了獎項的提案，核定後逐人登錄；也是考績「具體事蹟」的依據。</p>",
            content: """
                \(Component.done(contents.done?.sentence))
                <section class="stack" aria-labelledby="entries"><div class="section-head"><h2 id="entries">提案</h2>\
                \(when: !contents.entries.isEmpty, "<a href=\"\(section).csv\">\(Icon.download)下載 CSV</a>")</div>\
                \(contents.entries.isEmpty
                    ? Component.empty(Icon.results, title: "還沒有要獎勵的提案", text: "評審會議決議並公布以後，列在這裡。") : table(contents.entries))</section>
                """)
    }

    private static func table(_ entries: [Entry]) -> HTML {
        """
        <div class="table-scroll"><table class="table table-stack"><caption class="visually-hidden">提案獎勵</caption><thead><tr>\
        <th scope="col">提案</th><th scope="col">徵件</th><th scope="col">獎項</th><th scope="col">提案人</th>\
        <th scope="col">情形</th></tr></thead><tbody>\(each: entries, row)</tbody></table></div>
        """
    }

    private static func row(_ entry: Entry) -> HTML {
        """
        <tr><th scope="row"><a href="\(address(of: entry.line.id))">\(entry.line.title)</a></th>\
        <td data-label="徵件" class="wide">\(entry.line.callTitle)</td>\
        <td data-label="獎項">\(entry.award.map(ProposalAwardFile.text) ?? "—")</td>\
        <td data-label="提案人" class="wide">\(each: entry.authors, { person($0, entry) })</td>\
        <td data-label="情形">\(badge(entry))</td></tr>
        """
    }

    private static func badge(_ entry: Entry) -> HTML {
        guard entry.merits.isEmpty else { return Component.badge(.pass, "已登錄") }
        return entry.award == nil
            ? Component.badge(icon: Icon.idea, "沒有獎項") : Component.badge(.warn, "還沒有核定")
    }

    private static func person(_ author: ProposalAuthor, _ entry: Entry) -> HTML {
        let got = entry.merits[author.employee].map { "：\(ProposalMeritTerms.words($0))" } ?? ""
        return "\(author.name)　\(ProposalAuthorFile.percent(author.share))\(got)<br>"
    }

    // MARK: One proposal

    struct Sheet: Sendable {
        let entry: Entry
        var form: ProposalMeritForm
        var problems: [ProposalMeritRefusal.Problem] = []

        func error(_ field: String) -> String? { problems.first { $0.field == field }?.sentence }
    }

    static func sheet(_ sheet: Sheet, chrome: Chrome) -> HTML {
        let entry = sheet.entry
        return Layout.page(
            entry.line.title, chrome: chrome, section: section,
            crumbs: [Crumb("首頁", "/"), Crumb(ProposalMeritTerms.title, section), Crumb(entry.line.title)],
            head: """
                <p class="row soft"><span>\(entry.line.callTitle)</span>\
                <span>\(entry.award.map(ProposalAwardFile.text) ?? "會議沒有給獎項")</span></p>
                """,
            content: """
                \(when: !sheet.problems.isEmpty, Component.errorSummary(sheet.problems.map { ($0.field, $0.sentence) }))
                <form class="form" method="post" action="\(address(of: entry.line.id))" novalidate>\(Layout.token(chrome))\
                \(FieldViews.text("orderedOn", label: "核定日", value: sheet.form.orderedOn, hint: "民國年/月/日", error: sheet.error("orderedOn"), isRequired: true, classes: "input input-short"))\
                \(FieldViews.text("order", label: "文號", value: sheet.form.order, hint: "獎懲令或簽的文號，沒有就留空", error: sheet.error("order")))\
                \(each: entry.authors, { fields($0, sheet) })
                <p><button class="button">登錄</button></p></form>
                """)
    }

    private static func fields(_ author: ProposalAuthor, _ sheet: Sheet) -> HTML {
        let (number, row) = (author.staffNumber, sheet.form.rows[author.staffNumber] ?? ProposalMeritForm.Row())
        return FieldViews.group(
            "author-\(number)", legend: "\(author.name)　\(ProposalAuthorFile.percent(author.share))",
            """
            \(FieldViews.text("merit-\(number)", label: "敘獎", value: row.merit, hint: "例如：嘉獎二次、記功一次；沒有就留空", error: sheet.error("merit-\(number)"), classes: "input input-short"))\
            \(FieldViews.number("prize-\(number)", label: "獎金", value: row.prize, unit: "元", error: sheet.error("prize-\(number)")))\
            \(FieldViews.check("letter-\(number)", words: "頒發獎狀", isChosen: row.hasLetter))
            """)
    }
}
