import Foundation

/// A set of words, looked up by their first character.
struct PrivacyWords: Sendable {
    let all: Set<String>
    /// Lengths in scalars, longest first.
    let lengths: [Unicode.Scalar: [Int]]

    /// The words stand in one text, with spaces or line ends between them.
    init(_ text: String) {
        all = Set(text.split { $0.isWhitespace }.map(String.init))
        var found: [Unicode.Scalar: Set<Int>] = [:]
        for word in all {
            if let first = word.unicodeScalars.first { found[first, default: []].insert(word.unicodeScalars.count) }
        }
        lengths = found.mapValues { $0.sorted(by: >) }
    }
}
