/// What a question's page says about amendments of the law it rests on, and what its editor can decide.
enum QuestionAmendmentViews {
    /// Where its editor decides on a flagged question.
    static func places(of code: String) -> FlaggedWork.Places {
        let address = QuestionViews.address(of: code)
        return FlaggedWork.Places(
            confirmation: "\(address)/confirmation", revision: revision(of: code), retirement: "\(address)/retirement")
    }

    /// The editor that knows that it answers the amendments that wait.
    static func revision(of code: String) -> Address {
        Address("\(QuestionViews.address(of: code))/edit").with([("amended", "1")])
    }

    /// Above the editor of a flagged question: whether its save settles what waits.
    static func notice(_ sheet: QuestionFormViews.Sheet, today: Day) -> HTML {
        guard let question = sheet.question, !sheet.facts.opened.isEmpty else { return .empty }
        let (flags, links) = (sheet.facts.opened, sheet.facts.comparisons)
        let touched = flags.filter(\.isCitedPartTouched)
        let isSettling = sheet.settling != nil
        return """
            \(AmendmentViews.banner(
                touched.isEmpty ? flags : touched, touched.isEmpty ? .untouched : .waiting, links: links, today: today))\
            \(Component.banner(
                .info, isSettling ? "照新條文改好、儲存以後，就算複核過了。" : "沒有改依據法規日期，儲存以後仍待複核。",
                isSettling ? "依據法規日期與修改理由已經先填好，請看過再改；不必改題目的，也可以直接儲存。" : "只改錯字等等，可以這樣儲存。",
                next: isSettling ? .empty : "<a href=\"\(revision(of: question.code))\">這次是配合法規修正來改的</a>"))
            """
    }

    static func section(_ contents: QuestionViews.Contents, chrome: Chrome) -> HTML {
        let flags = contents.amendments
        let opened = flags.open.filter { $0.phase(on: contents.today) == .opened }
        let coming = flags.open.filter { $0.phase(on: contents.today) == .coming }
        let mayEdit = contents.mayEdit
        return """
            \(AmendmentViews.banner(
                opened.filter(\.isCitedPartTouched), .waiting, links: flags.comparisons, today: contents.today))\
            \(AmendmentViews.banner(
                opened.filter { !$0.isCitedPartTouched }, .untouched, links: flags.comparisons, today: contents.today))\
            \(when: mayEdit && !opened.isEmpty, decision(contents, chrome: chrome))\
            \(AmendmentViews.banner(coming, .coming, links: flags.comparisons, today: contents.today))\
            \(when: mayEdit && !coming.isEmpty, form(contents, "新條文施行後，這一題仍然正確", isComing: true, chrome: chrome))
            """
    }

    /// Still right, revised, or out of use: each in one step, where the flags stand.
    private static func decision(_ contents: QuestionViews.Contents, chrome: Chrome) -> HTML {
        let places = places(of: contents.question.code)
        return """
            <section class="card card-lined stack" aria-labelledby="decision"><h2 id="decision">複核這一題</h2>\
            <p class="soft measure">對照新舊條文，三個選一個。引用的部分修正了的，決定以前不會被抽進新的測驗。</p>
            \(form(contents, "對照過了，這一題仍然正確", isComing: false, chrome: chrome))
            \(when: contents.seal == nil, """
                <p class="row"><a class="button button-quiet" href="\(places.revision)">照新條文修改這一題</a>\
                <span class="soft">儲存以後就算複核過了；改了題幹、選項或答案，會再送審。</span></p>
                """)
            \(retirementForm(contents.question, reason: "依據的法規修正，不再適用", chrome: chrome))</section>
            """
    }

    private static func retirementForm(_ question: Question, reason: String, chrome: Chrome) -> HTML {
        """
        <form class="row" method="post" action="\(QuestionViews.address(of: question.code))/retirement">\
        \(Layout.token(chrome))\(FieldViews.text(
            "reason", label: "停用的理由", value: reason, attributes: "maxlength=\"200\""))
        <button class="button button-danger">\(question.state == .draft ? "捨棄這道草稿" : "停用這一題")</button></form>
        """
    }

    /// Where its editor takes any question out of use, and back into it.
    static func retirement(_ contents: QuestionViews.Contents, chrome: Chrome) -> HTML {
        guard contents.mayEdit else { return .empty }
        guard contents.question.state != .inReview else { return .empty }
        guard contents.question.state != .draft else {
            return """
                <p class="soft no-print">不用這一題了：\
                <a href="\(QuestionViews.address(of: contents.question.code))/retirement">捨棄這道草稿</a></p>
                """
        }
        guard contents.question.state == .active else {
            return """
                <form class="row no-print" method="post" \
                action="\(QuestionViews.address(of: contents.question.code))/restoration">\(Layout.token(chrome))\
                <button class="button button-quiet">恢復使用</button><span class="soft">恢復後，新的測驗可以再抽到這一題；還沒有人審過的會先送審。</span></form>
                """
        }
        return """
            <p class="soft no-print">這一題不再適用時：\
            <a href="\(QuestionViews.address(of: contents.question.code))/retirement">停用這一題</a></p>
            """
    }

    private static func form(
        _ contents: QuestionViews.Contents, _ verb: String, isComing: Bool, chrome: Chrome
    ) -> HTML {
        """
        <form class="row" method="post" action="\(QuestionViews.address(of: contents.question.code))/confirmation">\
        \(Layout.token(chrome))\(AmendmentViews.shown(contents.amendments.open))\(when: isComing, "<input type=\"hidden\" name=\"coming\" value=\"1\">")\
        <button class="button button-quiet">\(verb)</button></form>
        """
    }

    private static let retired = """
        停用之後，這一題不會再被抽進新的測驗；已經發布的測驗照舊，以前的作答與成績不變。停用後可以在這一題的頁面按「恢復使用」。\
        試題檔案裡沒有寫 state: retired 的，下次匯入也會恢復使用。
        """
    private static let discarded = "捨棄之後，這一題列在「已停用」，不再出現在草稿與檢查裡；要再用可以恢復，恢復後先送審。"

    /// Asks before a question goes out of use.
    static func retirement(of question: Question, chrome: Chrome) -> HTML {
        let address = QuestionViews.address(of: question.code)
        let isDraft = question.state == .draft
        let title = isDraft ? "捨棄草稿 \(question.code)？" : "停用試題 \(question.code)？"
        return Layout.page(
            title, chrome: chrome, section: "/questions",
            crumbs: [Crumb("首頁", "/"), Crumb("題庫", "/questions"), Crumb(question.code, address), Crumb("停用")],
            content: """
                <section class="card card-lined stack measure" aria-label="確認"><p>\(isDraft ? discarded : retired)</p>
                \(retirementForm(question, reason: "", chrome: chrome))<p><a href="\(address)">返回</a></p></section>
                """)
    }
}
