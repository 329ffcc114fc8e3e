/// 附件: a file that works of other features link to, by name; what a name stands for never changes.
struct Attachment: Sendable {
    let name: String
    /// SHA-256 of its content, in hexadecimal; also where it is kept.
    let hash: String
    /// In bytes.
    let size: Int
    let kind: AttachmentKind
    /// A login, or who else the audit log would name.
    let uploadedBy: String
    let uploadedAt: Moment

    /// Of all attachments together, in bytes.
    static let quota = 2 << 30

    var address: Address { Self.address(of: name) }

    static func address(of name: String) -> Address { "/attachments/\(segment: name)" }

    /// How a text shows or links it.
    static func markdown(for name: String) -> String {
        let isImage = AttachmentKind(fileName: name)?.isImage ?? false
        return "\(isImage ? "!" : "")[\(name)](../attachments/\(name))"
    }
}
