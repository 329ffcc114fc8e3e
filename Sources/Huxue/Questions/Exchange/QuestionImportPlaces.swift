/// Where questions go whose file does not say, or may not change, the order of a topic.
///
/// Those of the bank stay, new ones stand behind them.
struct QuestionImportPlaces {
    let topics: [QuestionTopic]
    /// By code.
    let positions: [String: Int]

    init(_ taken: [(topic: String, draft: QuestionDraft)], in bank: QuestionBank) {
        var (drafts, order): ([String: [QuestionDraft]], [String]) = ([:], [])
        for question in taken {
            if drafts[question.topic] == nil { order.append(question.topic) }
            drafts[question.topic, default: []].append(question.draft)
        }
        let known = Dictionary(bank.topics.map { ($0.name, $0) }) { first, _ in first }
        var names = Set(bank.topics.map { $0.fileName.lowercased() })
        var (topics, positions): ([QuestionTopic], [String: Int]) = ([], [:])
        for name in order {
            let questions = drafts[name] ?? []
            var last = known[name]?.questions.compactMap { bank.positions[$0.code] }.max() ?? 0
            for draft in questions {
                if bank.known[draft.code]?.topic == name, let place = bank.positions[draft.code] {
                    positions[draft.code] = place
                } else {
                    last += 1
                    positions[draft.code] = last
                }
            }
            let day = known[name]?.lawAsOf ?? questions.map(\.lawAsOf).max() ?? Day(daysSinceEpoch: 0)
            topics.append(
                QuestionTopic(
                    fileName: known[name]?.fileName ?? Self.fileName(for: name, besides: &names), name: name,
                    lawAsOf: day, questions: questions))
        }
        (self.topics, self.positions) = (topics, positions)
    }

    /// A name for the file of a new topic.
    private static func fileName(for topic: String, besides taken: inout Set<String>) -> String {
        let word = QuestionCodes.word(topic)
        var name = "\(word).yaml"
        var number = 2
        while !taken.insert(name.lowercased()).inserted {
            name = "\(word)-\(number).yaml"
            number += 1
        }
        return name
    }
}
