import GRDB

/// Proposals among the works that show attachments: each opens to those who may see a proposal that has it.
struct ProposalAttachmentOwner: AttachmentOwner {
    let code = "proposal"
    let uploads: Address = "/proposals/attachments"
    let adding = Action.proposeIdeas
    let reading = Action.proposeIdeas
    let opensAll = false
    let place = ProposalTerms.place

    /// What opens an attachment to those who read or write proposals.
    static let all: [any AttachmentOwner] = [ProposalAttachmentOwner()]

    /// None: the list of attachments is not for these.
    func links(for actor: Actor, in db: Database) throws -> [String: [AttachmentLink]] { [:] }

    /// Also what the actor has brought in, and no proposal has yet.
    func shows(_ name: String, to actor: Actor, in db: Database) throws -> Bool {
        guard case .visitor(let visitor) = actor else { return false }
        return try ProposalActions.shows(attachment: name, to: visitor, in: db)
    }

    func editor(sending form: Form) throws -> AttachmentEditor? {
        if let id = ID<Proposal>(try form.text("proposal")) { return Self.editor(of: id) }
        let parts = try form.text("proposalDraft").split(separator: "-").map(String.init)
        guard parts.count == 2, let call = ID<ProposalCall>(parts[0]), DraftKey.isKey(parts[1]) else { return nil }
        return Self.editor(ofDraft: parts[1], call: call)
    }

    /// The editor of a proposal.
    static func editor(of id: ID<Proposal>) -> AttachmentEditor {
        AttachmentEditor(field: "proposal", value: "\(id)", address: "\(ProposalViews.address(of: id))/edit")
    }

    /// The editor of a new proposal.
    static func editor(ofDraft key: String, call: ID<ProposalCall>) -> AttachmentEditor {
        AttachmentEditor(
            field: "proposalDraft", value: "\(call)-\(key)", address: ProposalFormViews.address(new: call, draft: key))
    }
}
