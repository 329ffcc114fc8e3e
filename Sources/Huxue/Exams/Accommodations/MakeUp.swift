/// 補考: the window given to one examinee of one exam, and what became of it.
struct MakeUp: Hashable, Sendable {
    /// Inclusive.
    let opens: Moment
    /// Exclusive.
    let closes: Moment
    /// Start of the latest attempt begun since `opens`; nil while there is none.
    let startedAt: Moment?
    /// When that attempt was handed in; nil while it is open.
    let submittedAt: Moment?

    func state(in exam: Exam, now: Moment) -> MakeUpState {
        if startedAt != nil { return submittedAt == nil ? .open : .submitted }
        return exam.state == .closed || closes <= now ? .missed : .awaited
    }
}

/// How far an examinee is with a make-up.
enum MakeUpState: String, CaseIterable, Codable, Sendable {
    case awaited, open, submitted, missed
}
