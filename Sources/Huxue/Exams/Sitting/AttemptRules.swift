/// When an attempt may begin, until when answers count, and which answer is the newest.
enum AttemptRules {
    /// Whether an examinee may begin another attempt now.
    ///
    /// `window`: the exam's window or the examinee's own; `opens` inclusive, `closes` exclusive.
    /// `used`: attempts already made; `extraAttempts`: those given to this examinee beyond the exam's.
    static func mayStart(
        _ exam: Exam, window: (opens: Moment, closes: Moment), used: Int, extraAttempts: Int = 0, now: Moment
    ) throws(AttemptRefusal) {
        guard exam.state != .draft else { throw .missing }
        guard now >= window.opens else { throw .notOpenYet(opens: window.opens) }
        guard exam.state == .published else { throw .over(closed: exam.closedAt ?? window.closes) }
        guard now < window.closes else { throw .over(closed: window.closes) }
        let allowed = exam.plan.attempts + extraAttempts
        guard used < allowed else { throw .noAttemptsLeft(allowed: allowed) }
    }

    /// The attempt that counts: the best one handed in, of equally good ones the earliest; nil when none was.
    static func counted(_ attempts: [Attempt]) -> Attempt? {
        attempts.filter { $0.score != nil }.min { left, right in
            let (first, second) = (left.score ?? .zero, right.score ?? .zero)
            return first != second ? first > second : left.startedAt < right.startedAt
        }
    }

    /// The first instant at which nothing is saved any more: the start plus the time limit plus the person's extra
    /// time, but not past the end of the window unless the exam allows it.
    static func deadline(
        for plan: ExamPlan, extraMinutes: Int, closes: Moment, startedAt: Moment
    ) -> Moment {
        let full = startedAt.adding(minutes: plan.minutes + extraMinutes)
        return plan.mayOverrun ? full : min(full, closes)
    }

    /// Checks that an answer that arrives at `now` counts: before the deadline, and only while the attempt is open.
    static func acceptResponse(
        deadline: Moment, submittedAt: Moment?, now: Moment
    ) throws(AttemptRefusal) {
        if let submittedAt { throw .alreadySubmitted(submittedAt) }
        guard now < deadline else { throw .pastDeadline(deadline) }
    }

    /// The sequence number stored with an answer: the browser's, a time in milliseconds, at most 2 seconds after `now`.
    ///
    /// With a number far in the future, every later answer would look outdated and be dropped.
    static func sequence(claimed: Int64, now: Moment) throws(AttemptRefusal) -> Int64 {
        guard claimed > 0 else { throw .badSequence }
        return min(claimed, now.milliseconds + 2000)
    }

    /// The places in the revision that the displayed keys `keys` (from 1) stand for.
    static func chosen(
        keys: [Int], order: [Int], type: QuestionType, number: Int
    ) throws(AttemptRefusal) -> ChoiceSet {
        guard keys.allSatisfy({ (1...max(order.count, 1)).contains($0) }), !order.isEmpty || keys.isEmpty else {
            throw .noSuchChoice(number)
        }
        let chosen = ChoiceSet(keys.map { order[$0 - 1] })
        guard type == .multiple || chosen.count <= 1 else { throw .oneChoiceOnly(number) }
        return chosen
    }
}
