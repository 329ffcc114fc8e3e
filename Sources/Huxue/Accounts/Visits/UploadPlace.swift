/// An address whose form may include a file.
struct UploadPlace: Sendable {
    enum Size: Sendable {
        /// Takes files up to 20 MB, which are held in memory while they are read.
        case memory
        /// Takes files up to 200 MB, written straight to the disk, from people who have the action in the whole office.
        case disk
    }

    let path: String
    /// The action that a person must be permitted to send a file.
    let action: Action
    let size: Size
}
