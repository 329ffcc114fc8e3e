/// A question as far as its file could be read, so that what is wrong in one field hides nothing that is wrong elsewhere.
struct QuestionReading: Sendable {
    struct Line: Hashable, Sendable {
        let text: String
        /// Counted from 1.
        let line: Int
    }

    let file: String
    let line: Int
    let code: String?
    let state: QuestionState?
    let type: QuestionType?
    let stem: String?
    let stemLine: Int
    /// Those that are texts; a true-false question has the two of `QuestionRevision.trueFalseChoices`.
    let choices: [Line]
    /// The right ones of `choices`; nil when the answer could not be read at all.
    let key: ChoiceSet?
    let explanation: String?
    let explanationLine: Int
    let citations: [(citation: Citation, line: Int)]
    /// The name of the unit whose bank it is in; nil when it names none.
    var unit: Line?

    /// Retired questions are kept for the record alone, and their successors may well repeat them.
    var isDrawn: Bool { state != .retired }

    /// The right choices, or the wrong ones; none of a true-false question.
    func choices(right: Bool) -> [Line] {
        guard let key, type != .trueFalse else { return [] }
        return choices.indices.filter { key.contains($0) == right }.map { choices[$0] }
    }

    /// Their texts, in which width, case and white space make no difference.
    func folded(right: Bool) -> [String] { choices(right: right).map { LawText.folded($0.text) } }

    /// The texts of the right choices, as a reader sees them.
    var answer: String { choices(right: true).map(\.text).joined(separator: "、") }
}
