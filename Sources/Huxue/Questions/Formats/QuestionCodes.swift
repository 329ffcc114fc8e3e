/// Gives codes to questions that come without one, as the other codes of their topic are: `birth-018` after `birth-017`.
struct QuestionCodes {
    private var taken: Set<String>
    private let topics: [String: QuestionTopic]
    private var next: [String: Int] = [:]

    /// `others`: codes that the files themselves use.
    init(_ bank: QuestionBank, others: some Sequence<String>) {
        taken = Set(bank.known.keys).union(others)
        topics = Dictionary(bank.topics.map { ($0.name, $0) }) { first, _ in first }
    }

    mutating func code(for topic: String) -> String {
        let (stem, width) = pattern(of: topic)
        var number =
            next[stem] ?? (taken.compactMap { Self.parts(of: $0) }.filter { $0.stem == stem }.map(\.number).max() ?? 0)
            + 1
        while true {
            let digits = String(number)
            let code = stem + String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
            number += 1
            guard taken.insert(code).inserted else { continue }
            next[stem] = number
            return code
        }
    }

    /// What most codes of the topic begin with, and how many digits follow; for a new topic, its name and three.
    private func pattern(of topic: String) -> (stem: String, width: Int) {
        let parts = (topics[topic]?.questions ?? []).compactMap { Self.parts(of: $0.code) }
        let groups = Dictionary(grouping: parts, by: \.stem)
        if let most = groups.max(by: { ($0.value.count, $1.key) < ($1.value.count, $0.key) }) {
            return (most.key, most.value.map(\.width).max() ?? 3)
        }
        let name = topics[topic].map { String($0.fileName.prefix { $0 != "." }) } ?? topic
        return (Self.word(name) + "-", 3)
    }

    /// The name with what no code may have taken out, short enough for a number behind it.
    static func word(_ name: String) -> String {
        let scalars = name.unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }
        let word = String(String.UnicodeScalarView(scalars.prefix(24)))
        return word.isEmpty ? "q" : word
    }

    private static func parts(of code: String) -> (stem: String, number: Int, width: Int)? {
        let digits = code.unicodeScalars.reversed().prefix { ("0"..."9").contains($0) }
        guard !digits.isEmpty, digits.count <= 9, digits.count < code.unicodeScalars.count,
            let number = Int(String(String.UnicodeScalarView(digits.reversed())))
        else { return nil }
        return (String(String.UnicodeScalarView(code.unicodeScalars.dropLast(digits.count))), number, digits.count)
    }
}
