/// What a visitor can do with a case study, on its page.
enum CaseStateViews {
    static func actions(_ contents: CaseViews.Contents, chrome: Chrome) -> HTML {
        let content: HTML =
            switch contents.shown.role {
            case .author: author(contents, chrome: chrome)
            case .checker: checker(contents, chrome: chrome)
            case .colleague: .empty
            }
        return content.isEmpty
            ? .empty : "<section class=\"stack no-print\" id=\"actions\" aria-label=\"可以做的事\">\(content)</section>"
    }

    private static func author(_ contents: CaseViews.Contents, chrome: Chrome) -> HTML {
        let address = CaseViews.address(of: contents.id)
        let isEditable = CaseRules.isEditable(contents.state)
        return """
            <div class="row">\(when: isEditable, submission(address, chrome))\
            \(when: isEditable, "<a class=\"button button-quiet\" href=\"\(address)/edit\">修改</a>")\
            <a href="\(address)/revisions">版本</a></div>
            """
    }

    private static func submission(_ address: Address, _ chrome: Chrome) -> HTML {
        """
        <form method="post" action="\(address)/submission">\(Layout.token(chrome))<button class="button">送出</button></form>
        """
    }

    private static func checker(_ contents: CaseViews.Contents, chrome: Chrome) -> HTML {
        let address = CaseViews.address(of: contents.id)
        return """
            \(when: CaseRules.mayPass(contents.state), pass(contents, address, chrome))\
            \(when: CaseRules.mayConclude(contents.state), conclude(contents, address, chrome))\
            \(when: CaseRules.mayPublish(contents.state), "<p><a class=\"button\" href=\"\(address)/publication\">確認內容並發布</a></p>")\
            \(when: CaseRules.mayReturn(contents.state), giveBack(contents, address, chrome))
            <p class="row"><a href="\(address)/revisions">版本</a>\
            \(when: contents.state == .published && contents.isRequired, "<a href=\"\(address)/readings\">閱讀情形</a>")\
            \(when: CaseRules.mayRetire(contents.state), "<a href=\"\(address)/retirement\">停用</a>")</p>
            """
    }

    private static func pass(_ contents: CaseViews.Contents, _ address: Address, _ chrome: Chrome) -> HTML {
        """
        <h2>檢查個人資料</h2><form class="form" method="post" action="\(address)/discussion">\(Layout.token(chrome))
        <p>請把全文與附件看過一遍：看得出是哪一位民眾的，退回請作者改寫。</p>\(CasePrivacyViews.waivers(contents.waivers))\
        \(unit(contents, label: "開放給誰討論"))
        <p><button class="button">沒有個人資料，開放討論</button></p></form>
        """
    }

    /// The unit whose staff will read it.
    static func unit(_ contents: CaseViews.Contents, label: String) -> HTML {
        guard let units = contents.units else { return .empty }
        return UnitFieldViews.field(
            "unit", label: label, hint: "這個單位與所屬單位的同仁都看得到", choice: units, isRequired: true)
    }

    private static func conclude(_ contents: CaseViews.Contents, _ address: Address, _ chrome: Chrome) -> HTML {
        let error = contents.problem == .noConclusion ? contents.problem?.sentence : nil
        return """
            <h2>作結論</h2><form class="form" method="post" action="\(address)/conclusion">\(Layout.token(chrome))\
            \(revision(contents))
            \(FieldViews.area("conclusion", label: CaseField.conclusion.name, value: contents.discussion.proposed?.text ?? contents.revision.form[.conclusion], hint: "寫入案例，存成新的一版", error: error, isRequired: true, rows: 4))
            <p><button class="button">作成結論</button></p></form>
            """
    }

    /// The revision that the page has shown.
    static func revision(_ contents: CaseViews.Contents) -> HTML {
        "<input type=\"hidden\" name=\"revision\" value=\"\(contents.revision.number)\">"
    }

    private static func giveBack(_ contents: CaseViews.Contents, _ address: Address, _ chrome: Chrome) -> HTML {
        """
        <form class="form" method="post" action="\(address)/return">\(Layout.token(chrome))
        \(reason(contents, label: "退回的理由", hint: "作者會看到；寫明哪裡要改"))
        <p><button class="button button-quiet">退回修改</button></p></form>
        """
    }

    private static func reason(_ contents: CaseViews.Contents, label: String, hint: HTML) -> HTML {
        let error = contents.problem == .noDecisionReason ? contents.problem?.sentence : nil
        return FieldViews.area(
            "reason", label: label, value: "", hint: hint, error: error, isRequired: true, rows: 2,
            attributes: "maxlength=\"500\"")
    }

    /// The law was amended, and the case study still holds.
    static func confirmation(_ contents: CaseViews.Contents, chrome: Chrome) -> HTML {
        """
        <form class="row no-print" method="post" action="\(CaseViews.address(of: contents.id))/confirmation">\
        \(Layout.token(chrome))\(AmendmentViews.shown(contents.flags))\
        <button class="button button-quiet">對照過了，這個案例仍然正確</button></form>
        """
    }

    /// Asks before it goes out of use.
    static func retirement(_ contents: CaseViews.Contents, chrome: Chrome) -> HTML {
        let address = CaseViews.address(of: contents.id)
        return Layout.page(
            "停用案例？", chrome: chrome, section: CaseListViews.section,
            crumbs: [Crumb("首頁", "/"), CaseTerms.place, Crumb(contents.title, address), Crumb("停用")],
            content: """
                \(contents.problem.map { Component.errorSummary([("reason", $0.sentence)], title: "沒有完成") })
                <form class="form card card-lined measure" method="post" action="\(address)/retirement">\(Layout.token(chrome))
                <p>停用後，\(Terms.quoted(contents.title))只有作者與檢查的人看得到，也不能再發布；內容與版本都還留著。</p>
                \(reason(contents, label: "停用的理由", hint: "作者會看到"))
                <p class="row"><button class="button button-danger">停用這個案例</button>\
                <a class="button button-quiet" href="\(address)">返回</a></p></form>
                """)
    }
}
