/// 試題 as a file writes it, before the bank gives it a revision.
struct QuestionDraft: Hashable, Sendable {
    let code: String
    let state: QuestionState
    /// The day of the law it was checked against: its own, or the file's.
    let lawAsOf: Day
    let type: QuestionType
    let level: QuestionLevel
    let stem: String
    /// True-false questions have `QuestionRevision.trueFalseChoices`, which no file writes.
    let choices: [String]
    let key: ChoiceSet
    let explanation: String
    let citations: [Citation]
    /// Name of the unit whose bank it is in, the path below the office; empty for the shared bank, and in editors, where
    /// the bank is a field of its own.
    var unit = ""

    /// The same in another state.
    func stated(_ state: QuestionState) -> QuestionDraft {
        QuestionDraft(
            code: code, state: state, lawAsOf: lawAsOf, type: type, level: level, stem: stem, choices: choices,
            key: key, explanation: explanation, citations: citations, unit: unit)
    }

    /// The same in the bank of another unit.
    func placed(_ unit: String) -> QuestionDraft {
        var draft = self
        draft.unit = unit
        return draft
    }

    /// The same under another code.
    func coded(_ code: String) -> QuestionDraft {
        QuestionDraft(
            code: code, state: state, lawAsOf: lawAsOf, type: type, level: level, stem: stem, choices: choices,
            key: key, explanation: explanation, citations: citations, unit: unit)
    }
}
