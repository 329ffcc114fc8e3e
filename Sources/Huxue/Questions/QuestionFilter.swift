/// What a list of the bank is narrowed to; empty and nil narrow nothing.
struct QuestionFilter: Sendable {
    var topic = ""
    var level: QuestionLevel?
    var type: QuestionType?
    var state: QuestionState?
    /// Only what nobody has checked against the law for `QuestionReviewRules.yearsOfUse`.
    var isUnrefreshed = false
    /// The day from which on a question counts as checked; see `isUnrefreshed`.
    var refreshedSince: Day?
    /// Only what an amendment holds back until somebody has decided on it.
    var isHeld = false
    /// Of those; see `isHeld`.
    var held: Set<ID<Question>> = []
    /// Only what is in this unit's own bank.
    var unit: ID<Unit>?
    /// Words, each of which must occur; width, case and variants of characters do not matter.
    var search = ""
    /// Questions whose key the reader must not learn: their explanations are not searched.
    var sealed: Set<ID<Question>> = []
    /// Only what is shared, or in the bank of a unit in, above or below these.
    var scope = UnitScope.everywhere
}
