import Foundation

/// Personal data by the positions of a folded text.
struct PrivacySpan: Sendable {
    let kind: PrivacyKind
    let range: Range<Int>
}
