/// How large a request may be, in bytes.
enum BodyLimit {
    static let form = 256 * 1024
    /// A form with a file that is held in memory.
    static let upload = 20 * 1024 * 1024 + 64 * 1024
    /// A form with a file that goes straight to the disk.
    static let stored = 200 << 20
}
