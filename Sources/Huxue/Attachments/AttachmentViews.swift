/// 附件清單與上傳.
enum AttachmentViews {
    struct Contents: Sendable {
        let attachments: [Attachment]
        /// Pages that link to an attachment, by the attachment's name.
        let links: [String: [AttachmentLink]]
        /// The size of all attachments, in bytes.
        let size: Int
        /// The section of the site whose pages link to attachments.
        let place: Crumb?
        var done: String?
        var uploaded: String?
        var problem: (any Refusal)?
    }

    static func list(_ contents: Contents, returning: AttachmentEditor? = nil, chrome: Chrome) -> HTML {
        Layout.page(
            "附件", chrome: chrome, section: contents.place?.address ?? "/attachments",
            crumbs: [Crumb("首頁", "/")] + [contents.place].compactMap { $0 } + [Crumb("附件")],
            head:
                "<p class=\"soft\">共 \(contents.attachments.count) 個，\(AttachmentTerms.size(contents.size))，上限 \(AttachmentTerms.size(Attachment.quota))</p>",
            content: """
                \(Component.done(contents.done))\
                \(contents.uploaded.map { Component.banner(.info, "在條目裡這樣寫：", Attachment.markdown(for: $0)) })\
                \(contents.problem.map { Component.errorSummary([("file", $0.sentence)], title: "附件沒有存入") })
                <section class="card stack" aria-labelledby="upload"><h2 id="upload">上傳附件</h2>\
                <p>PDF、ODF、Office 文件（不含巨集）或圖片，20 MB 以內。</p>\(form(returning: returning, chrome: chrome))</section>
                \(contents.attachments.isEmpty
                    ? Component.empty(Icon.tray, title: "還沒有附件", text: "上傳之後，條目就能以名稱連到它。") : table(contents))
                """)
    }

    /// The form that sends a file.
    ///
    /// `returning`: the editor to return to after the upload; nil to stay on the list. `uploads`: see `AttachmentOwner`.
    static func form(
        returning: AttachmentEditor?, uploads: Address = "/attachments", chrome: Chrome
    ) -> HTML {
        """
        <form class="form" method="post" action="\(uploads)" enctype="multipart/form-data" data-attachment data-limit="\(AttachmentFile.sizeLimit)">\(Layout.token(chrome))\
        \(returning.map { "<input type=\"hidden\" name=\"\($0.field)\" value=\"\($0.value)\">" as HTML })
        <div class="field"><label for="file">檔案</label><input class="input" id="file" name="file" type="file" required \
        accept=".pdf,.odt,.ods,.odp,.docx,.xlsx,.pptx,.png,.jpg,.jpeg,.webp"></div>
        \(FieldViews.text("name", label: "名稱", hint: "空白就用檔案的名稱；名稱用過就不能換內容，可以加上日期"))
        <p class="row"><button class="button button-quiet">上傳</button><span class="saved" role="status" data-attachment-state></span></p></form>
        """
    }

    private static func table(_ contents: Contents) -> HTML {
        """
        <div class="table-scroll"><table class="table"><caption class="visually-hidden">附件</caption><thead><tr>\
        <th scope="col">名稱</th><th scope="col" class="num">大小</th><th scope="col">上傳</th><th scope="col">用在</th></tr></thead><tbody>\
        \(each: contents.attachments, { row($0, contents.links[$0.name] ?? []) })</tbody></table></div>
        """
    }

    private static func row(_ attachment: Attachment, _ links: [AttachmentLink]) -> HTML {
        """
        <tr><th scope="row"><a href="\(attachment.address)">\(attachment.name)</a></th>\
        <td class="num">\(AttachmentTerms.size(attachment.size))</td>\
        <td>\(ROCDate.plain(ROCDate.day(of: attachment.uploadedAt)))　\(AuditTerms.author(attachment.uploadedBy))</td>\
        <td>\(when: links.isEmpty, "<span class=\"soft\">沒有條目使用</span>")\(each: links, { link in
            "<a href=\"\(link.address)\">\(link.title)</a> "
        })</td></tr>
        """
    }
}
