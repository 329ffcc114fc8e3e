/// The bank as it was at one instant, to compare files with, as far as it is shown to who brings them in.
struct QuestionBank: Sendable {
    struct Known: Sendable {
        let topic: String
        let draft: QuestionDraft
    }

    /// With all their questions, also those of banks that are not shown.
    let topics: [QuestionTopic]
    /// Of each question in its topic, by code; also of those that are not shown.
    let positions: [String: Int]
    let known: [String: Known]
    /// The codes of questions that are not retired by what they ask, see `QuestionWordingRules.comparable`.
    let codesByStem: [String: String]
    /// The same for the bank's own files.
    let stems: QuestionStems

    /// `hidden`: the codes of questions whose banks are not shown.
    init(_ topics: [QuestionTopic], positions: [String: Int], hidden: Set<String> = []) {
        self.topics = topics
        self.positions = positions
        var (known, codesByStem): ([String: Known], [String: String]) = ([:], [:])
        var stems = QuestionStems()
        for topic in topics {
            for draft in topic.questions where !hidden.contains(draft.code) {
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
