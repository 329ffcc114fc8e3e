/// A saved version of a written record, as lists of versions show it.
struct WrittenVersion: Sendable {
    let number: Int
    let savedAt: Moment
    /// The author's name.
    let author: String
    let reason: String

    /// The heading above this version in a comparison.
    var title: String { "\(WritingTerms.version(number))　\(ROCDate.long(ROCDate.day(of: savedAt)))　\(author)" }
}
