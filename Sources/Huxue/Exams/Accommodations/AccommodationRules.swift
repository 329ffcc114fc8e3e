extension Accommodation {
    /// False when it has the same effect as no accommodation.
    var changesAnything: Bool { extraMinutes != 0 || isExcused || opens != nil }

    /// Whether it has the same make-up window as `other`, or neither has one.
    func hasWindow(of other: Accommodation?) -> Bool { opens == other?.opens && closes == other?.closes }
}

enum AccommodationRules {
    static let minuteRange = 0...600

    /// Checks that `accommodation` may replace `before`, the stored one (nil for none).
    ///
    /// A new make-up window needs an attempt that is left, or an examinee who failed; a stored one that is already over
    /// may stay. On a closed exam only a make-up window that is not over is allowed, because it reopens the exam.
    ///
    /// `attemptsUsed`: attempts handed in; `hasPassed`: whether one of them passed.
    /// - Throws: `ExamRefusal.accommodationInvalid`.
    static func check(
        _ accommodation: Accommodation, before: Accommodation?, exam: Exam, attemptsUsed: Int = 0,
        hasPassed: Bool = false, now: Moment
    ) throws(ExamRefusal) {
        guard minuteRange.contains(accommodation.extraMinutes) else {
            throw .accommodationInvalid(.extraMinutesNotInRange)
        }
        switch (accommodation.opens, accommodation.closes) {
        case (nil, nil): guard exam.state != .closed else { throw .accommodationInvalid(.makeUpOnly) }
        case (let opens?, let closes?):
            guard opens < closes else { throw .accommodationInvalid(.closesTooEarly) }
            let isUnchanged = accommodation.hasWindow(of: before)
            guard now < closes || (isUnchanged && exam.state != .closed) else {
                throw .accommodationInvalid(.windowIsOver)
            }
            guard !isUnchanged, attemptsUsed >= exam.plan.attempts else { return }
            // Before scores are shown, the answer would tell whether the examinee has passed.
            guard ExamRules.showsScores(exam) else { throw .accommodationInvalid(.noAttemptsLeft) }
            guard !hasPassed else { throw .accommodationInvalid(.hasPassed) }
        default: throw .accommodationInvalid(.halfAWindow)
        }
    }

    /// The window that a form fills in for a make-up: the examinee's own, which on a closed exam must not be over, or
    /// `latest`, the last one given in this exam, unless it is over.
    ///
    /// Else five working days from 08:00 of the first one after today and after the exam's own end, to 17:30.
    static func windowToFill(
        in exam: Exam, own: Accommodation?, latest: Accommodation?, now: Moment
    ) -> (opens: Moment, closes: Moment) {
        if exam.state != .closed, let opens = own?.opens, let closes = own?.closes { return (opens, closes) }
        for given in [own, latest] {
            if let opens = given?.opens, let closes = given?.closes, now < closes { return (opens, closes) }
        }
        let over = exam.hasEnded ? now : max(now, exam.plan.closes)
        let days = (1...14).map { ROCDate.day(of: over).adding(days: $0) }.filter { (1...5).contains($0.weekday) }
        return (
            ROCDate.start(of: days[0]).adding(minutes: 8 * 60), ROCDate.start(of: days[4]).adding(minutes: 17 * 60 + 30)
        )
    }

    /// The attempts that have to be added to those of the exam, so that one is left for a make-up.
    ///
    /// A window that stays as it is brings no further attempt.
    static func extraAttempts(
        for accommodation: Accommodation, before: Accommodation?, plan: ExamPlan, attemptsUsed: Int
    ) -> Int {
        guard accommodation.opens != nil else { return 0 }
        guard !accommodation.hasWindow(of: before) else { return before?.extraAttempts ?? 0 }
        return max(0, attemptsUsed + 1 - plan.attempts)
    }
}
