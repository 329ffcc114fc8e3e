/// 待複核: something rests on an article that was amended; open until somebody decides whether it still holds.
struct AmendmentFlag: Sendable {
    /// What its owner decided.
    enum Decision: String, CaseIterable, Sendable {
        /// Still right, checked against the new text.
        case confirmed
        case revised
        case retired
    }

    /// Whether the amendment is in force.
    enum Phase: Sendable {
        case opened, coming
    }

    struct Settlement: Sendable {
        let decision: Decision
        let at: Moment
        /// As the audit log names people.
        let by: String
    }

    let id: ID<AmendmentFlag>
    /// The code of a `CitedSubject`.
    let subject: String
    let subjectID: Int64
    let pcode: String
    /// The edition that raised it, and what the statute was called in it.
    let version: ID<StatuteVersion>
    let statute: String
    /// As printed, see `CitedPassage`.
    let citation: String
    let change: AmendmentRules.Change
    let isCitedPartTouched: Bool
    /// When the amendment was published.
    let promulgated: Day
    /// From which day it counts; nil while the day of the amendment's effect is not set.
    let opens: Day?
    let raisedAt: Moment
    /// The law against which the work had been checked by then.
    let checkedAsOf: Day
    /// Nil while nobody has decided.
    let settlement: Settlement?

    func phase(on today: Day) -> Phase { opens.map { $0 <= today } ?? false ? .opened : .coming }

    /// Whether a work that says that it was checked against the law of `day` was so after the flag was raised, with the
    /// amended text published and in force.
    func isSettled(byLawOf day: Day) -> Bool {
        day > checkedAsOf && (opens.map { max($0, promulgated) <= day } ?? false)
    }
}
