/// A file that came with a form.
struct UploadedFile: Sendable {
    let name: String
    let bytes: [UInt8]
}
