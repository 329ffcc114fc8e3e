extension Accommodation {
    /// False when it has the same effect as no accommodation.
    var changesAnything: Bool { extraMinutes != 0 || isExcused || opens != nil }
}

enum AccommodationRules {
    static let minuteRange = 0...600

    /// Checks that `accommodation` may replace `before`, the stored one (nil for none).
    ///
    /// A new make-up window needs an attempt that is left; a stored one that is already over may stay. On a closed exam
    /// only a make-up window that is not over is allowed, because it reopens the exam.
    /// - Throws: `ExamRefusal.accommodationInvalid`.
    static func check(
        _ accommodation: Accommodation, before: Accommodation?, exam: Exam, attemptsUsed: Int = 0, now: Moment
    ) throws(ExamRefusal) {
        guard minuteRange.contains(accommodation.extraMinutes) else {
            throw .accommodationInvalid(.extraMinutesNotInRange)
        }
        switch (accommodation.opens, accommodation.closes) {
        case (nil, nil): guard exam.state != .closed else { throw .accommodationInvalid(.makeUpOnly) }
        case (let opens?, let closes?):
            guard opens < closes else { throw .accommodationInvalid(.closesTooEarly) }
            let isUnchanged = opens == before?.opens && closes == before?.closes
            guard now < closes || (isUnchanged && exam.state != .closed) else {
                throw .accommodationInvalid(.windowIsOver)
            }
            guard isUnchanged || attemptsUsed < exam.plan.attempts else {
                throw .accommodationInvalid(.noAttemptsLeft)
            }
        default: throw .accommodationInvalid(.halfAWindow)
        }
    }
}
