import GRDB

/// The knowledge base among the features whose works show attachments.
struct PageAttachmentOwner: AttachmentOwner {
    let adding = Action.editPages
    let reading = Action.readPages
    let place = PageTerms.place

    /// What opens an attachment to those who read or write pages.
    static let all: [any AttachmentOwner] = [PageAttachmentOwner()]

    func links(for actor: Actor, in db: Database) throws -> [String: [AttachmentLink]] {
        try PageAttachmentStore.uses(in: db).mapValues { pages in
            try pages.filter { try PageActions.isSeen($0, by: actor, in: db) }
                .map { AttachmentLink(title: $0.title, address: PageAddress.page($0.code)) }
        }
    }

    func shows(_ name: String, to actor: Actor, in db: Database) throws -> Bool {
        try PageAttachmentStore.pages(linkingTo: name, in: db).contains { page in
            try PageActions.isSeen(page, by: actor, in: db)
        }
    }

    func editor(sending form: Form) throws -> AttachmentEditor? {
        let (code, key) = (try form.text("page"), try form.text("draft"))
        if PageReader.isCode(code) { return Self.editor(of: code) }
        return DraftKey.isKey(key) ? Self.editor(ofDraft: key) : nil
    }

    /// The editor of a page.
    static func editor(of code: String) -> AttachmentEditor {
        AttachmentEditor(field: "page", value: code, address: "\(PageAddress.page(code))/edit")
    }

    /// The editor of a new page.
    static func editor(ofDraft key: String) -> AttachmentEditor {
        AttachmentEditor(field: "draft", value: key, address: Address("/pages/new").with([("draft", key)]))
    }
}
