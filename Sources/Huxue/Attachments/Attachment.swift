/// 附件: a file to which pages of other features link by name; a name always stands for the same content.
struct Attachment: Sendable {
    let name: String
    /// SHA-256 of the content, in hexadecimal; also the name of the stored file.
    let hash: String
    /// In bytes.
    let size: Int
    let kind: AttachmentKind
    /// The actor as the audit log names them, usually a login.
    let uploadedBy: String
    let uploadedAt: Moment
    /// The code of the feature for whose works it was added; see `AttachmentOwner.code`.
    var owner = ""

    /// The limit for the size of all attachments together, in bytes.
    static let quota = 2 << 30

    var address: Address { Self.address(of: name) }

    static func address(of name: String) -> Address { "/attachments/\(segment: name)" }

    /// The Markdown that shows an image or links to another file.
    static func markdown(for name: String) -> String {
        let isImage = AttachmentKind(fileName: name)?.isImage ?? false
        return "\(isImage ? "!" : "")[\(name)](../attachments/\(name))"
    }
}
