/// 主題: their list with its order, and the page of one.
enum TopicViews {
    static let address: Address = "/questions/topics"

    static func address(of fileName: String) -> Address { "/questions/topics/\(segment: fileName)" }

    /// What was sent and why it was not enough, for the page that shows it again.
    struct Refused: Sendable {
        let refusal: TopicRefusal
        var name = ""
        var prefix = ""
        var into = ""
    }

    /// The button that was just pressed, which gets the focus again.
    struct Pressed: Sendable {
        let fileName: String
        let way: TopicRules.Way
    }

    static func list(
        _ contents: TopicActions.Contents, refused: Refused? = nil, done: String? = nil, pressed: Pressed? = nil,
        chrome: Chrome
    ) -> HTML {
        Layout.page(
            "主題", chrome: chrome, section: "/questions",
            crumbs: [Crumb("首頁", "/"), Crumb("題庫", "/questions"), Crumb("主題")],
            head: "<p class=\"soft\">\(contents.topics.count) 個主題，各單位的題庫共用。題庫總覽、命題與匯出都照這裡的順序列出。</p>",
            content: """
                \(Component.done(done))\(refused.map(told))
                \(when: !contents.mayChange, Component.banner(.info, "主題由管理共用題庫的出題人員維護。", "要新增或改名，請洽他們。"))
                <section class="stack" aria-labelledby="list"><h2 id="list" class="visually-hidden">主題清單</h2>\
                \(contents.topics.isEmpty
                    ? Component.empty(Icon.bank, title: "還沒有主題", text: "新增主題以後才能寫試題；匯入試題檔案也會帶進主題。")
                    : table(contents, pressed: pressed, chrome: chrome))</section>
                \(when: contents.mayChange, addition(refused, chrome: chrome))
                """)
    }

    /// What is about a field is also told above the form, as in every form.
    private static func told(_ refused: Refused) -> HTML {
        let refusal = refused.refusal
        guard let field = refusal.field else { return Component.banner(.fail, refusal.sentence) }
        return Component.errorSummary([(field, refusal.sentence)])
    }

    private static func table(_ contents: TopicActions.Contents, pressed: Pressed?, chrome: Chrome) -> HTML {
        """
        <div class="table-scroll"><table class="table table-stack"><thead><tr><th scope="col">主題</th>\
        <th scope="col">代號開頭</th><th scope="col" class="num">使用中</th><th scope="col" class="num">全部</th>\
        \(when: contents.mayChange, "<th scope=\"col\">順序</th><th scope=\"col\">修改</th>")</tr></thead><tbody>
        \(each: contents.topics.indices, { row($0, contents, pressed: pressed, chrome: chrome) })</tbody></table></div>
        """
    }

    private static func row(
        _ place: Int, _ contents: TopicActions.Contents, pressed: Pressed?, chrome: Chrome
    ) -> HTML {
        let topic = contents.topics[place]
        let questions = QuestionListViews.address(QuestionFilter(topic: topic.name))
        return """
            <tr><th scope="row"><a href="\(questions)">\(topic.name)</a></th>\
            <td data-label="代號開頭">\(topic.prefix)</td><td class="num" data-label="使用中">\(topic.active)</td>\
            <td class="num" data-label="全部">\(topic.total)</td>\
            \(when: contents.mayChange, changes(place, contents.topics, pressed: pressed, chrome: chrome))</tr>

            """
    }

    private static func changes(_ place: Int, _ topics: [TopicLine], pressed: Pressed?, chrome: Chrome) -> HTML {
        let topic = topics[place]
        var focused: TopicRules.Way?
        if let pressed, pressed.fileName == topic.fileName {
            // At an end the pressed button is of no use any more.
            focused = place == 0 ? .down : place == topics.count - 1 ? .up : pressed.way
        }
        return """
            <td data-label="順序"><div class="row">\(each: TopicRules.Way.allCases, { way in
                move(place, way, topics, isFocused: way == focused, chrome)
            })</div></td>\
            <td class="nowrap" data-label="修改"><a href="\(address(of: topic.fileName))">改名、併入\
            \(when: topic.total == 0, "、刪除")<span class="visually-hidden">：\(topic.name)</span></a></td>
            """
    }

    private static func move(
        _ place: Int, _ way: TopicRules.Way, _ topics: [TopicLine], isFocused: Bool, _ chrome: Chrome
    ) -> HTML {
        let other = place + (way == .up ? -1 : 1)
        let neighbour = topics.indices.contains(other) ? topics[other].fileName : ""
        return """
            <form method="post" action="\(address(of: topics[place].fileName))/place">\(Layout.token(chrome))\
            <input type="hidden" name="past" value="\(neighbour)">\
            <button class="button button-quiet button-small" name="way" value="\(way.rawValue)"\
            \(when: neighbour.isEmpty, " disabled")\(when: isFocused, " autofocus") \
            aria-label="\(topics[place].name) \(TopicTerms.way(way))">\(way == .up ? "↑" : "↓")</button></form>
            """
    }

    private static func addition(_ refused: Refused?, chrome: Chrome) -> HTML {
        """
        <section class="card card-lined stack" aria-labelledby="addition"><h2 id="addition">新增主題</h2>
        <form class="stack measure" method="post" action="\(address)" novalidate>\(Layout.token(chrome))
        \(FieldViews.text(
            "name", label: "主題名稱", value: refused?.name ?? "", error: error(refused, "name"), isRequired: true,
            attributes: "maxlength=\"100\""))
        \(FieldViews.text(
            "prefix", label: "代號開頭", value: refused?.prefix ?? "",
            hint: "新試題的代號由它開頭，例如 birth 會有 birth-001；以後不能改。空白就用主題名稱。",
            error: error(refused, "prefix"), attributes: "maxlength=\"24\""))
        <p class="row"><button class="button">新增主題</button></p></form></section>
        """
    }

    private static func error(_ refused: Refused?, _ field: String) -> String? {
        refused.flatMap { $0.refusal.field == field ? $0.refusal.sentence : nil }
    }

    // MARK: One topic

    static func sheet(_ sheet: TopicActions.Sheet, refused: Refused? = nil, chrome: Chrome) -> HTML {
        let topic = sheet.topic
        let follow = sheet.uses.isEmpty ? "" : "，以及\(sheet.uses.joined(separator: "、"))"
        return Layout.page(
            "主題 \(topic.name)", chrome: chrome, section: "/questions",
            crumbs: [Crumb("首頁", "/"), Crumb("題庫", "/questions"), Crumb("主題", address), Crumb(topic.name)],
            head: "<p class=\"soft\">共 \(topic.total) 題，使用中 \(topic.active) 題；代號開頭 \(topic.prefix)</p>",
            content: """
                \(refused.map(told))
                \(renaming(topic, follow: follow, refused, chrome: chrome))
                \(when: !sheet.others.isEmpty, merger(sheet, follow: follow, refused, chrome: chrome))
                \(when: topic.total == 0, removal(sheet, chrome: chrome))
                <p><a href="\(address)">返回主題清單</a></p>
                """)
    }

    private static func renaming(_ topic: TopicLine, follow: String, _ refused: Refused?, chrome: Chrome) -> HTML {
        """
        <section class="card card-lined stack" aria-labelledby="renaming"><h2 id="renaming">改名</h2>
        <p class="measure">這個主題的 \(topic.total) 題\(follow)會一起改用新的名稱；試題的代號與版本不變，已經發布的測驗照舊用原來的名稱。</p>
        <form class="stack measure" method="post" action="\(address(of: topic.fileName))" novalidate>\
        \(Layout.token(chrome))\(seen(topic))
        \(FieldViews.text(
            "name", label: "主題名稱", value: refused.map { $0.name.isEmpty ? topic.name : $0.name } ?? topic.name,
            error: error(refused, "name"), isRequired: true, attributes: "maxlength=\"100\""))
        <p class="row"><button class="button">改名</button></p></form></section>
        """
    }

    private static func merger(
        _ sheet: TopicActions.Sheet, follow: String, _ refused: Refused?, chrome: Chrome
    ) -> HTML {
        """
        <section class="card card-lined stack" aria-labelledby="merger"><h2 id="merger">併入另一個主題</h2>
        <p class="measure">這個主題的 \(sheet.topic.total) 題排到那個主題的後面\(follow.isEmpty ? "" : "\(follow)改用那個主題")；\
        「\(sheet.topic.name)」就不再存在。這一步不能復原，代號與版本不變。</p>
        <form class="stack measure" method="post" action="\(address(of: sheet.topic.fileName))/merger" novalidate>\
        \(Layout.token(chrome))\(seen(sheet.topic))
        \(FieldViews.select(
            "into", label: "併入",
            options: [FieldViews.Option(value: "", words: "請選主題")]
                + sheet.others.map { FieldViews.Option(value: $0.fileName, words: "\($0.name)（\($0.total) 題）") },
            chosen: refused?.into ?? "", error: error(refused, "into"), isRequired: true))
        <p class="row"><button class="button button-danger">併入</button></p></form></section>
        """
    }

    private static func removal(_ sheet: TopicActions.Sheet, chrome: Chrome) -> HTML {
        guard sheet.uses.isEmpty else {
            return Component.banner(.info, "這個主題沒有試題，但還不能刪除。", TopicRefusal.inUse(sheet.uses).sentence)
        }
        return """
            <section class="card card-lined stack" aria-labelledby="removal"><h2 id="removal">刪除</h2>
            <p class="measure">這個主題沒有試題，刪除後可以再新增。</p>
            <form method="post" action="\(address(of: sheet.topic.fileName))/removal">\(Layout.token(chrome))\
            \(seen(sheet.topic))<button class="button button-danger">刪除主題</button></form></section>
            """
    }

    /// The name that the form was made for: whoever renamed the topic since is told of.
    private static func seen(_ topic: TopicLine) -> HTML {
        "<input type=\"hidden\" name=\"seen\" value=\"\(topic.name)\">"
    }
}
