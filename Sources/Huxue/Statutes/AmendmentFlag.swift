/// 待複核: something rests on an article that was amended, and nobody has decided yet whether it still holds.
struct AmendmentFlag: Sendable {
    /// What its owner decided.
    enum Decision: String, CaseIterable, Sendable {
        /// Still right, checked against the new text.
        case confirmed
        case revised
        case retired
    }

    let id: ID<AmendmentFlag>
    let subject: CitedWork.Subject
    let subjectID: Int64
    let pcode: String
    /// The edition that raised it.
    let version: ID<StatuteVersion>
    /// As printed, see `Citation`.
    let citation: String
    let change: AmendmentRules.Change
    let isCitedPartTouched: Bool
    /// From which day it counts; nil while the day of the amendment's effect is not set.
    let opens: Day?
    let raisedAt: Moment
}
