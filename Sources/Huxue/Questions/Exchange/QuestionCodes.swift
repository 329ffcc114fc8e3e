/// Gives codes to questions that come without one, after the name of their topic's file: `birth-018` after `birth-017`.
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
        let prefix = (topics[topic].map { String($0.fileName.prefix { $0 != "." }) } ?? Self.word(topic)) + "-"
        var number = next[prefix] ?? (taken.compactMap { Self.number(of: $0, behind: prefix) }.max() ?? 0) + 1
        while true {
            let digits = String(number)
            let code = prefix + String(repeating: "0", count: max(0, 3 - digits.utf8.count)) + digits
            number += 1
            guard taken.insert(code).inserted else { continue }
            next[prefix] = number
            return code
        }
    }

    private static func number(of code: String, behind prefix: String) -> Int? {
        code.hasPrefix(prefix) ? Int(code.dropFirst(prefix.count)) : nil
    }

    /// The name with what no code may have taken out, short enough for a number behind it.
    static func word(_ name: String) -> String {
        let scalars = name.unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }
        let word = String(String.UnicodeScalarView(scalars.prefix(24)))
        return word.isEmpty ? "q" : word
    }
}
