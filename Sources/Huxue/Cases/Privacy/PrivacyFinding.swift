import Foundation

/// Personal data found at one place of a text, and what may stand there instead.
struct PrivacyFinding: Hashable, Sendable {
    let kind: PrivacyKind
    /// In the text that was searched, and valid for that text alone; on the boundaries of Unicode scalars.
    let range: Range<String.Index>
    /// As it stands in the text.
    let found: String
    /// What is to stand there instead, such as 王○○ or A12***6789.
    let proposal: String

    var isWaivable: Bool { kind.isWaivable }
}
