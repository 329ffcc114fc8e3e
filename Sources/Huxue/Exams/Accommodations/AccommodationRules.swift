extension Accommodation {
    /// False when it is as if there were none.
    var changesAnything: Bool { extraMinutes != 0 || isExcused || opens != nil }
}

enum AccommodationRules {
    static let minuteRange = 0...600

    /// Whether it may be granted instead of `before`, what is stored; a make-up window already over may stand as it is.
    ///
    /// A make-up window is for somebody with an attempt left; a closed exam is reopened by a new one and by nothing
    /// else.
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
