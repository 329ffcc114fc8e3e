/// A question as a file of any format says it, before the bank's rules have seen it; nil for what it does not say.
struct WrittenQuestion: Sendable {
    enum Field: Hashable, Sendable {
        case code, topic, type, level, state, unit, lawAsOf, stem, answer, explanation, citations
        /// Counted from 0.
        case choice(Int)
    }

    let place: QuestionPlace
    /// Where single fields stand, if not where the question does.
    var places: [Field: QuestionPlace] = [:]
    var code: String?
    /// Whether the code was meant for this bank; those of other systems may be anything.
    var isOwnCode = false
    var topic: String?
    var state: QuestionState?
    /// As it is written.
    var unit: String?
    var lawAsOf: Day?
    var type: QuestionType
    var level: QuestionLevel?
    var stem = ""
    var choices: [String] = []
    var key = ChoiceSet.none
    var explanation: String?
    /// Each as it is written.
    var citations: [String] = []
    /// Words that other systems attach to questions, and of which some may be citations.
    var tags: [String] = []

    func place(of field: Field) -> QuestionPlace { places[field] ?? place }
}
