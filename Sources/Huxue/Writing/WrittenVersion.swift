/// A saved version of something that people write, as lists of versions tell of it.
struct WrittenVersion: Sendable {
    let number: Int
    let savedAt: Moment
    /// By name.
    let author: String
    let reason: String

    /// Above its side of a comparison.
    var title: String { "\(WritingTerms.version(number))　\(ROCDate.long(ROCDate.day(of: savedAt)))　\(author)" }
}
