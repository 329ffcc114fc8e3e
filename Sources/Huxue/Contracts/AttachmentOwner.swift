import GRDB

/// A feature whose works show attachments, by name.
protocol AttachmentOwner: Sendable {
    /// Stored with the attachments that are added for its works: never change one that has shipped.
    ///
    /// Empty for those that features share, which stand in one list.
    var code: String { get }

    /// Where its editors send files.
    var uploads: Address { get }

    /// Who may add attachments.
    var adding: Action { get }

    /// Whether those who may add attachments may also open every one that was added for its works.
    var opensAll: Bool { get }

    /// Who may open those that are shown to them.
    var reading: Action { get }

    /// Where its works stand.
    var place: Crumb { get }

    /// Its works that link to each attachment now, by the attachment's name, as far as `actor` may know of them.
    func links(for actor: Actor, in db: Database) throws -> [String: [AttachmentLink]]

    /// Whether one of its works that `actor` may read links to the attachment.
    func shows(_ name: String, to actor: Actor, in db: Database) throws -> Bool

    /// The editor that sent the form of an upload; nil when it was none of this feature's.
    func editor(sending form: Form) throws -> AttachmentEditor?
}

extension AttachmentOwner {
    var code: String { "" }
    var uploads: Address { "/attachments" }
    var opensAll: Bool { true }
}
