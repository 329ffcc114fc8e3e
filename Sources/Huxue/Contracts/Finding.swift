/// Something in the data or files that is not as it must be, as `huxue doctor` tells it.
struct Finding: Encodable, Sendable {
    /// What is wrong, in the reader's language.
    let check: String
    /// With which record or file.
    let detail: String
}
