/// 審題: what waits for a reviewer, and drafts that wait for their author.
enum QuestionReviewListViews {
    static let address: Address = "/questions/reviews"

    static func list(_ contents: QuestionReviewListActions.Contents, done: QuestionDeed?, chrome: Chrome) -> HTML {
        Layout.page(
            contents.state == .draft ? "試題草稿" : "審題", chrome: chrome, section: "/questions",
            crumbs: [Crumb("首頁", "/"), Crumb("題庫", "/questions"), Crumb("審題")],
            head: "<p class=\"soft\">試題由別人先作答、再對答案，通過才會抽進測驗；答案不同或題目不清楚，就退回出題人。</p>",
            content: """
                \(done.map(\.banner))\(tabs(contents))
                <h2 class="visually-hidden">\(contents.state == .draft ? "草稿" : "待審的試題")</h2>
                \(contents.lines.isEmpty ? empty(contents) : table(contents))
                \(Component.pagination(contents.paging, noun: "題") { number in
                    address.with([
                        ("state", contents.state == .draft ? QuestionState.draft.rawValue : ""),
                        ("page", number > 1 ? String(number) : ""),
                    ])
                })
                """)
    }

    private static func tabs(_ contents: QuestionReviewListActions.Contents) -> HTML {
        let draft = address.with([("state", QuestionState.draft.rawValue)])
        return """
            <nav class="tabs" aria-label="清單"><a href="\(address)"\(when: contents.state != .draft, " aria-current=\"page\"")>\
            待審 \(contents.waiting)</a>\(when: contents.mayEdit, """
                <a href="\(draft)"\(when: contents.state == .draft, " aria-current=\"page\"")>草稿 \(contents.drafts)</a>
                """)</nav>
            """
    }

    private static func empty(_ contents: QuestionReviewListActions.Contents) -> HTML {
        contents.state == .draft
            ? Component.empty(
                Icon.draft, title: "沒有草稿", text: "新增的試題、退回的試題會列在這裡。",
                action: "<a class=\"button\" href=\"/questions/new\">新增試題</a>")
            : Component.empty(Icon.tick, title: "沒有待審的試題", text: "出題人送審以後會列在這裡。")
    }

    private static func table(_ contents: QuestionReviewListActions.Contents) -> HTML {
        """
        <div class="table-scroll"><table class="table table-stack"><caption class="visually-hidden">試題</caption>\
        <thead><tr><th scope="col">代號</th><th scope="col">題幹</th><th scope="col">主題</th><th scope="col">出題人</th>\
        <th scope="col">\(contents.state == .draft ? "寫於" : "送審")</th><th scope="col">狀態</th></tr></thead><tbody>
        \(each: contents.lines, { row($0, contents.state) })</tbody></table></div>
        """
    }

    private static func row(_ line: QuestionReviewListActions.Line, _ state: QuestionState) -> HTML {
        let question = line.line
        let page = QuestionViews.address(of: question.code)
        return """
            <tr><th scope="row" class="nowrap"><a href="\(page)">\(question.code)</a></th>\
            <td class="wide" data-label="題幹">\(QuestionText.stem(question.stem))</td>\
            <td data-label="主題">\(question.topic)</td><td class="nowrap" data-label="出題人">\(line.author)</td>\
            <td class="nowrap" data-label="\(state == .draft ? "寫於" : "送審")">\
            \(ROCDate.withTime(question.submittedAt ?? question.writtenAt))</td>\
            <td data-label="狀態">\(state == .draft ? draft(question) : waiting(line))</td></tr>

            """
    }

    private static func draft(_ question: QuestionReviewLine) -> HTML {
        """
        \(question.returned == nil ? "" : Component.badge(.warn, "審題退回"))\
        <a href="\(QuestionViews.address(of: question.code))/edit">修改<span class="visually-hidden"> \(question.code)</span></a>
        """
    }

    private static func waiting(_ line: QuestionReviewListActions.Line) -> HTML {
        if line.isMine { return link(line.line, "決定通過或退回") }
        if let reviewer = line.reviewer { return "<span class=\"soft\">\(reviewer)審題中</span>" }
        return line.isOwn ? "<span class=\"soft\">您寫的，由別人審</span>" : link(line.line, "審題")
    }

    private static func link(_ question: QuestionReviewLine, _ words: String) -> HTML {
        """
        <a class="button button-quiet button-small" href="\(QuestionViews.address(of: question.code))/review">\(words)\
        <span class="visually-hidden"> \(question.code)</span></a>
        """
    }
}
