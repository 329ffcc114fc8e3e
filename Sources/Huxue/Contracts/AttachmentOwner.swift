import GRDB

/// A feature whose works show attachments, by name.
protocol AttachmentOwner: Sendable {
    /// Who may add attachments, and open every one.
    var adding: Action { get }

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
