/// A work that links to an attachment.
struct AttachmentLink: Sendable {
    let title: String
    let address: Address
}
