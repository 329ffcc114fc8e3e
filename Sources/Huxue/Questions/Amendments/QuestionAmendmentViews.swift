/// What a question's page says about amendments of the law it rests on, and what its editor can decide.
enum QuestionAmendmentViews {
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

    private static func decision(_ contents: QuestionViews.Contents, chrome: Chrome) -> HTML {
        """
        <section class="stack-tight" aria-label="複核">\
        \(form(contents, "對照過了，這一題仍然正確", isComing: false, chrome: chrome))
        <p class="soft measure">要修改：<a href="\(QuestionViews.address(of: contents.question.code))/edit">改好內容與依據法規日期</a>再儲存，就算複核過了。</p></section>
        """
    }

    /// Where its editor takes any question out of use, and back into it.
    static func retirement(_ contents: QuestionViews.Contents, chrome: Chrome) -> HTML {
        guard contents.mayEdit else { return .empty }
        guard contents.question.state != .draft, contents.question.state != .inReview else { return .empty }
        guard contents.question.state == .active else {
            return """
                <form class="row no-print" method="post" \
                action="\(QuestionViews.address(of: contents.question.code))/restoration">\(Layout.token(chrome))\
                <button class="button button-quiet">恢復使用</button><span class="soft">恢復後，新的測驗可以再抽到這一題。</span></form>
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

    /// Asks before a question goes out of use.
    static func retirement(of question: Question, chrome: Chrome) -> HTML {
        let address = QuestionViews.address(of: question.code)
        let title = "停用試題 \(question.code)？"
        return Layout.page(
            title, chrome: chrome, section: "/questions",
            crumbs: [Crumb("首頁", "/"), Crumb("題庫", "/questions"), Crumb(question.code, address), Crumb("停用")],
            content: """
                <section class="card card-lined stack measure" aria-label="確認"><p>停用之後，這一題不會再被抽進新的測驗；已經發布的測驗照舊，\
                以前的作答與成績不變。停用後可以在這一題的頁面按「恢復使用」。試題檔案裡沒有寫 state: retired 的，下次匯入也會恢復使用。</p>
                <form class="stack" method="post" action="\(address)/retirement">\(Layout.token(chrome))
                \(FieldViews.text("reason", label: "為什麼停用", hint: "可以不寫；會記在稽核紀錄。"))
                <p class="row"><button class="button button-danger">停用這一題</button>\
                <a class="button button-quiet" href="\(address)">返回</a></p></form></section>
                """)
    }
}
