/// Finds given words in texts, all of them in one pass.
struct WordFinder: Sendable {
    private let words: [[Unicode.Scalar]]
    /// The places of words by how they begin.
    private let byFirst: [Unicode.Scalar: [Int]]

    init(_ words: [String]) {
        self.words = words.map { Array($0.unicodeScalars) }
        byFirst = Dictionary(grouping: words.indices.filter { !words[$0].isEmpty }) {
            words[$0].unicodeScalars.first ?? "-"
        }
    }

    /// The places, among the words, of those that stand in the text.
    func places(in text: String) -> Set<Int> {
        let scalars = Array(text.unicodeScalars)
        var found: Set<Int> = []
        for (start, scalar) in scalars.enumerated() {
            for place in byFirst[scalar] ?? [] where scalars[start...].starts(with: words[place]) {
                found.insert(place)
            }
        }
        return found
    }
}
