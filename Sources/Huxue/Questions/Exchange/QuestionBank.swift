/// The bank as it was at one instant, to compare files with.
struct QuestionBank: Sendable {
    struct Known: Sendable {
        let topic: String
        let draft: QuestionDraft
    }

    let topics: [QuestionTopic]
    /// Of each question in its topic, by code.
    let positions: [String: Int]
    let known: [String: Known]
    /// The codes of questions that are not retired by what they ask, see `QuestionWordingRules.comparable`.
    let codesByStem: [String: String]
    /// The same for the bank's own files.
    let stems: QuestionStems

    init(_ topics: [QuestionTopic], positions: [String: Int]) {
        self.topics = topics
        self.positions = positions
        var (known, codesByStem): ([String: Known], [String: String]) = ([:], [:])
        var stems = QuestionStems()
        for topic in topics {
            for draft in topic.questions {
                known[draft.code] = Known(topic: topic.name, draft: draft)
                guard draft.state != .retired else { continue }
                codesByStem[QuestionWordingRules.comparable(draft.stem)] = draft.code
                stems.add(.init(code: draft.code, topic: topic.name), stem: draft.stem)
            }
        }
        self.known = known
        self.codesByStem = codesByStem
        self.stems = stems
    }

    static let empty = QuestionBank([], positions: [:])
}
