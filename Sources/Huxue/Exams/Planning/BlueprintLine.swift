/// 雙向細目表: one line of what a paper is made of.
enum BlueprintLine: Codable, Hashable, Sendable {
    /// `count` questions of a topic at one level.
    case cell(topic: String, level: QuestionLevel, count: Int)
    /// `count` questions of a topic, of any level.
    case topic(topic: String, count: Int)
    /// These questions, by code.
    case questions([String])

    /// How many questions the line asks for.
    var count: Int {
        switch self {
        case .cell(_, _, let count), .topic(_, let count): count
        case .questions(let codes): codes.count
        }
    }

    /// Nil for named questions.
    var topic: String? {
        switch self {
        case .cell(let topic, _, _), .topic(let topic, _): topic
        case .questions: nil
        }
    }

    /// The lines with a topic under another name; what two topics that are one now ask for is added up.
    static func renamed(_ topic: String, as name: String, in lines: [BlueprintLine]) -> [BlueprintLine] {
        lines.reduce(into: []) { renamed, line in
            let line = line.topic == topic ? line.of(name) : line
            let sums = renamed.map { $0.sum(with: line) }
            if let place = sums.firstIndex(where: { $0 != nil }), let sum = sums[place] {
                renamed[place] = sum
            } else {
                renamed.append(line)
            }
        }
    }

    private func of(_ topic: String) -> BlueprintLine {
        switch self {
        case .cell(_, let level, let count): .cell(topic: topic, level: level, count: count)
        case .topic(_, let count): .topic(topic: topic, count: count)
        case .questions: self
        }
    }

    /// Nil when they ask for different things.
    private func sum(with other: BlueprintLine) -> BlueprintLine? {
        switch (self, other) {
        case (.cell(let topic, let level, let count), .cell(topic: let same, level: let equal, count: let more))
        where topic == same && level == equal:
            .cell(topic: topic, level: level, count: count + more)
        case (.topic(let topic, let count), .topic(topic: let same, count: let more)) where topic == same:
            .topic(topic: topic, count: count + more)
        default: nil
        }
    }
}

/// A blueprint cell that the bank cannot fill.
struct BlueprintShortage: Hashable, Sendable {
    /// Nil for named questions.
    let topic: String?
    /// Nil for a whole topic.
    let level: QuestionLevel?
    let wanted: Int
    /// How many are left after other lines of the blueprint have taken theirs.
    let available: Int
    /// Codes that are not in the bank or not in use; only for named questions.
    let missing: [String]
    /// How many more there would be if none were held back because their law was amended.
    var held = 0
}
