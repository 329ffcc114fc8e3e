/// The page on which authors decide about everything that may point to a person.
enum CasePrivacyViews {
    struct Contents: Sendable {
        let id: ID<CaseStudy>
        let form: CaseForm
        let revision: Int
        let finds: [CaseFind]
        /// What was chosen, where the form was not accepted.
        var choices: [CaseFindChoice?] = []
        var problem: CaseRefusal?

        func choice(_ number: Int) -> CaseFindChoice? { choices.indices.contains(number) ? choices[number] : nil }
    }

    static func address(of id: ID<CaseStudy>) -> Address { "\(CaseViews.address(of: id))/privacy" }

    static func page(_ contents: Contents, chrome: Chrome) -> HTML {
        let own = CaseViews.address(of: contents.id)
        return Layout.page(
            "送出前檢查個人資料", chrome: chrome, section: CaseListViews.section,
            crumbs: [
                Crumb("首頁", "/"), CaseTerms.place, Crumb(contents.form[.title], own), Crumb("檢查個人資料"),
            ],
            head: """
                <p class="soft">找到 \(contents.finds.count) 處可能看得出是誰；逐一選擇遮蔽，或寫明為什麼不是個人資料。</p>
                """,
            content: """
                \(contents.problem.map { Component.errorSummary([("finds", $0.sentence)], title: "還沒有送出") })
                <form class="stack" id="finds" method="post" action="\(address(of: contents.id))">\(Layout.token(chrome))\
                <input type="hidden" name="revision" value="\(contents.revision)">
                \(each: contents.finds.indices, { card(contents.finds[$0], number: $0, contents) })
                <p class="row"><button class="button">照這樣處理並送出</button>\
                <a class="button button-quiet" href="\(own)/edit">回去修改</a></p></form>
                """)
    }

    private static func card(_ find: CaseFind, number: Int, _ contents: Contents) -> HTML {
        var (isRedacted, isWaived, reason) = (!find.isWaivable, false, "")
        switch contents.choice(number) {
        case .redact: isRedacted = true
        case .waive(let text): (isRedacted, isWaived, reason) = (false, true, text)
        case nil: break
        }
        return """
            <fieldset class="card stack-tight"><legend>\(number + 1). \(find.field.name)：\(CaseFindTerms.name(of: find.kind))</legend>\
            \(each: places(of: find, in: contents.form[find.field]), { "<p>\($0)</p>" })\
            <label class="check"><input type="radio" name="choice-\(number)" value="redact"\(when: isRedacted, " checked")>\
            \(find.field == .attachments ? "從案例移除這個附件" : "改成「\(find.proposal)」")</label>\
            \(when: find.isWaivable, waiver(number, isChosen: isWaived, reason))\
            \(when: !find.isWaivable, "<p class=\"soft\">證號一定要遮蔽。</p>")</fieldset>
            """
    }

    private static func waiver(_ number: Int, isChosen: Bool, _ reason: String) -> HTML {
        """
        <label class="check"><input type="radio" name="choice-\(number)" value="waive"\(when: isChosen, " checked")>保留，這不是個人資料</label>\
        \(FieldViews.text("reason-\(number)", label: "保留的理由", value: reason, hint: "保留才要填，檢查的人會看到", attributes: "maxlength=\"\(CasePrivacyRules.reasonLimit)\""))
        """
    }

    /// Each place where it stands, within its line and marked.
    private static func places(of find: CaseFind, in text: String) -> [HTML] {
        PrivacyRules.findings(in: text).filter { $0.kind == find.kind && $0.found == find.text }.map { finding in
            let (before, after) = (text[..<finding.range.lowerBound], text[finding.range.upperBound...])
            let start = before.lastIndex(where: \.isNewline).map { before.index(after: $0) } ?? text.startIndex
            let end = after.firstIndex(where: \.isNewline) ?? text.endIndex
            return "\(before[start...])<mark>\(finding.found)</mark>\(after[..<end])"
        }
    }

    /// A text with everything in it marked that was found.
    static func marked(_ text: String, _ findings: [PrivacyFinding]) -> HTML {
        var (html, index) = (HTML.empty, text.startIndex)
        for finding in findings {
            html.append("\(text[index..<finding.range.lowerBound])<mark>\(finding.found)</mark>")
            index = finding.range.upperBound
        }
        html.append("\(text[index...])")
        return html
    }

    /// What was waived, for whoever checks the case study.
    static func waivers(_ waivers: [CaseWaiver]) -> HTML {
        guard !waivers.isEmpty else { return .empty }
        return """
            <section class="stack-tight" aria-labelledby="waivers"><h3 id="waivers">作者認為不是個人資料而保留的</h3><ul>\
            \(each: waivers, { "<li>\($0.field.name)：<mark>\($0.text)</mark>　\($0.name)：\($0.reason)</li>" })</ul></section>
            """
    }
}
