/// An address that takes a file with its form.
struct UploadPlace: Sendable {
    enum Size: Sendable {
        /// Up to 20 MB, held in memory while it is read.
        case memory
        /// Up to 200 MB, straight to the disk, for those who have the action in the whole office.
        case disk
    }

    let path: String
    /// Who may send one.
    let action: Action
    let size: Size
}
