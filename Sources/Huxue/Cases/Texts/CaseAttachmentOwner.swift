import GRDB

/// Case studies among the works that show attachments: each opens to those who may see a case study that has it.
struct CaseAttachmentOwner: AttachmentOwner {
    let code = "case"
    let uploads: Address = "/cases/attachments"
    let adding = Action.writeCases
    let reading = Action.writeCases
    let opensAll = false
    let place = CaseTerms.place

    /// What opens an attachment to those who read or write case studies.
    static let all: [any AttachmentOwner] = [CaseAttachmentOwner()]

    /// None: the list of attachments is not for these.
    func links(for actor: Actor, in db: Database) throws -> [String: [AttachmentLink]] { [:] }

    /// Also what the actor has brought in, and no case study has yet.
    func shows(_ name: String, to actor: Actor, in db: Database) throws -> Bool {
        guard case .visitor(let visitor) = actor else { return false }
        return try CaseActions.shows(attachment: name, to: visitor, in: db)
    }

    func editor(sending form: Form) throws -> AttachmentEditor? {
        if let id = ID<CaseStudy>(try form.text("case")) { return Self.editor(of: id) }
        let key = try form.text("caseDraft")
        return DraftKey.isKey(key) ? Self.editor(ofDraft: key) : nil
    }

    /// The editor of a case study.
    static func editor(of id: ID<CaseStudy>) -> AttachmentEditor {
        AttachmentEditor(field: "case", value: "\(id)", address: "\(CaseViews.address(of: id))/edit")
    }

    /// The editor of a new case study.
    static func editor(ofDraft key: String) -> AttachmentEditor {
        AttachmentEditor(field: "caseDraft", value: key, address: CaseFormViews.address(draft: key))
    }
}
