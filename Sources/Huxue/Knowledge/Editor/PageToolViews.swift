/// The tools above each text of the editor: shown by the script alone, which does what their `data-tool` says.
enum PageToolViews {
    /// A template of the tools, and the dialogs that some of them open.
    static func tools(attachments: [String]) -> HTML {
        """
        <template data-tools><div class="editor-tools" role="toolbar" aria-label="寫作工具">\
        \(each: buttons, button)</div>\
        <p aria-live="polite" hidden data-tool-offer>貼上的是儲存格。\
        <button class="button button-quiet" type="button">改成表格</button></p></template>\
        \(table)\(link)\(article)\(fact)\(attachment(attachments))
        """
    }

    private struct Tool: Sendable {
        let code: String
        let words: String
        /// What it does, as the name that is read out.
        let purpose: String
    }

    private static let buttons = [
        Tool(code: "list", words: "清單", purpose: "清單：選取的每一行成為一點"),
        Tool(code: "check", words: "勾選項目", purpose: "勾選項目：選取的每一行成為一項"),
        Tool(code: "table", words: "表格", purpose: "表格：由選取或貼上的儲存格做成"),
        Tool(code: "link", words: "連結", purpose: "連結：加入網址或別的條目"),
        Tool(code: "attachment", words: "附件", purpose: "附件：加入已上傳的檔案"),
        Tool(code: "article", words: "條文", purpose: "條文：依條號加入"),
        Tool(code: "fact", words: "本所資料", purpose: "本所資料：加入本所填寫的項目"),
    ]

    private static func button(_ tool: Tool) -> HTML {
        "<button type=\"button\" data-tool=\"\(tool.code)\" aria-label=\"\(tool.purpose)\">\(tool.words)</button>"
    }

    // MARK: Dialogs

    private static var table: HTML {
        dialog(
            "table", title: "加入表格",
            FieldViews.area(
                "tool-table", label: "儲存格", value: "",
                hint: "從試算表貼上，或自己打：一列一行，格與格之間用「｜」隔開；第一列是標題", rows: 6))
    }

    private static var link: HTML {
        dialog(
            "link", title: "加入連結",
            FieldViews.text("tool-words", label: "顯示的文字", attributes: "autocomplete=\"off\"")
                + FieldViews.text(
                    "tool-target", label: "網址或條目", hint: "網址以 https:// 開頭；條目寫它的檔案，例如 ../faq/代號.md",
                    attributes: "autocomplete=\"off\""))
    }

    private static var article: HTML {
        dialog(
            "article", title: "加入條文",
            FieldViews.text(
                "tool-article", label: "法規與條號", hint: "例如：戶籍法第48條第1項；也可以打「戶籍法48」",
                attributes: "list=\"tool-articles\" autocomplete=\"off\"")
                + "<datalist id=\"tool-articles\"></datalist>")
    }

    private static var fact: HTML {
        dialog(
            "fact", title: "加入本所資料",
            FieldViews.select(
                "tool-fact", label: "項目",
                options: LocalFact.allCases.map { fact in
                    let name = LocalFactTerms.name(of: fact)
                    return FieldViews.Option(value: LocalFactTerms.placeholder(for: fact), words: name)
                }, chosen: "", hint: "條目會顯示本所在「本所資料」填寫的內容"))
    }

    private static func attachment(_ names: [String]) -> HTML {
        dialog(
            "attachment", title: "加入附件",
            FieldViews.text(
                "tool-attachment", label: "檔名", hint: "打幾個字，再從清單選；還沒上傳的，先在頁尾「加入附件」上傳",
                attributes: "list=\"tool-attachments\" autocomplete=\"off\"")
                + "<datalist id=\"tool-attachments\">\(each: names.prefix(attachmentsListed), option)</datalist>")
    }

    /// Of more, the name is typed.
    private static let attachmentsListed = 300

    private static func option(_ name: String) -> HTML {
        "<option value=\"\(name)\"></option>"
    }

    private static func dialog(_ tool: String, title: String, _ fields: HTML) -> HTML {
        """
        <dialog data-tool="\(tool)" aria-labelledby="tool-\(tool)-title"><form class="form" method="dialog">\
        <h2 id="tool-\(tool)-title">\(title)</h2>\(fields)<p class="error" role="alert" hidden data-tool-problem></p>\
        <p class="row"><button class="button" value="insert">加入</button>\
        <button class="button button-quiet" type="button" data-tool-close>取消</button></p></form></dialog>
        """
    }
}
