/// What the bank asks already, to be compared with questions that are about to come into it.
struct QuestionStems: Sendable {
    /// A question of the bank that is not retired.
    ///
    /// Nothing of its key: the writer may be taking a test in which it stands, or be its reviewer.
    struct Entry: Sendable {
        let code: String
        let topic: String
    }

    /// By the stem as two are compared, in the order of topics.
    private var entries: [String: [Entry]] = [:]

    mutating func add(_ entry: Entry, stem: String) {
        entries[QuestionWordingRules.comparable(stem), default: []].append(entry)
    }

    /// What these files ask and the bank asks already under another code; a question whose code is in the files will be
    /// what they say.
    func problems(of readings: [QuestionReading]) -> [QuestionProblem] {
        let coming = Set(readings.compactMap(\.code))
        return readings.filter(\.isDrawn).compactMap { reading in
            guard let stem = reading.stem else { return nil }
            return problem(stem, beside: coming).map {
                QuestionProblem(file: reading.file, line: reading.stemLine, kind: $0)
            }
        }
    }

    /// The same of one question; nil when no other asks the same.
    func problem(of draft: QuestionDraft) -> QuestionProblem.Kind? {
        guard draft.state != .retired else { return nil }
        return problem(draft.stem, beside: [draft.code])
    }

    private func problem(_ stem: String, beside codes: Set<String>) -> QuestionProblem.Kind? {
        let same = entries[QuestionWordingRules.comparable(stem)]?.first { !codes.contains($0.code) }
        return same.map { .stemInBank(code: $0.code, topic: $0.topic) }
    }
}
