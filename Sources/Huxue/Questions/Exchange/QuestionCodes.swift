/// Gives codes to questions that come without one, after the name of their topic's file: `birth-018` after `birth-017`.
struct QuestionCodes {
    private var taken: Set<String>
    private let topics: [String: QuestionTopic]
    private var next: [String: Int] = [:]

    /// `others`: codes that the files themselves use.
    init(_ bank: QuestionBank, others: some Sequence<String>) {
        taken = Set(bank.known.keys).union(bank.positions.keys).union(others)
        topics = Dictionary(bank.topics.map { ($0.name, $0) }) { first, _ in first }
    }

    mutating func code(for topic: String) -> String {
        let prefix = topics[topic].map { String($0.fileName.prefix { $0 != "." }) } ?? Self.word(topic)
        let (code, number) = Self.free(prefix, from: next[prefix] ?? Self.next(prefix, among: taken), among: taken)
        taken.insert(code)
        next[prefix] = number + 1
        return code
    }

    /// The next code of the prefix: `birth-061` after `birth-060`, whatever became of those between.
    static func free(_ prefix: String, among taken: Set<String>) -> String {
        free(prefix, from: next(prefix, among: taken), among: taken).code
    }

    private static func free(
        _ prefix: String, from first: Int, among taken: Set<String>
    ) -> (code: String, number: Int) {
        var number = first
        while taken.contains(code(prefix, number)) { number += 1 }
        return (code(prefix, number), number)
    }

    private static func code(_ prefix: String, _ number: Int) -> String { "\(prefix)-\(padded(number, to: 3))" }

    private static func next(_ prefix: String, among taken: Set<String>) -> Int {
        (taken.compactMap { number(of: $0, behind: prefix + "-") }.max() ?? 0) + 1
    }

    /// The number behind the prefix; nil for none, and for one so long that nobody counted to it.
    private static func number(of code: String, behind prefix: String) -> Int? {
        guard code.utf8.starts(with: prefix.utf8) else { return nil }
        return decimal(Array(code.utf8.dropFirst(prefix.utf8.count))[...])
    }

    /// The name with what no code may have taken out, short enough for a number behind it.
    static func word(_ name: String) -> String {
        let scalars = name.unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }
        let word = String(String.UnicodeScalarView(scalars.prefix(24)))
        return word.isEmpty ? "q" : word
    }
}
