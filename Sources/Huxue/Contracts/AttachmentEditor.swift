/// The editor to which a person returns after an upload.
struct AttachmentEditor: Sendable {
    /// The field of the upload's form that names it, and its value.
    let field: String
    let value: String
    let address: Address
}
