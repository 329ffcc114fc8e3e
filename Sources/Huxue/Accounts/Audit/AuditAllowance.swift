/// Limits how many lines of one kind enter the audit log in an hour, in all and for each subject.
///
/// The first limit keeps an attacker from filling the disk; the second keeps lines about one subject from crowding out
/// lines about another.
actor AuditAllowance {
    private static let seconds: Int64 = 3600

    private let limit: Int
    private let limitEach: Int
    private var began = Moment(milliseconds: .min)
    private var taken = 0
    private var takenEach: [String: Int] = [:]
    private var leftOut = 0

    /// At most `limit` lines in all and `each` about one subject.
    init(limit: Int, each: Int) {
        self.limit = limit
        limitEach = each
    }

    /// Whether a line about `subject` may be written: the number of lines left out since the last one, or nil if not.
    func take(_ subject: String, at now: Moment) -> Int? {
        if now.seconds(since: began) >= Self.seconds {
            (began, taken) = (now, 0)
            takenEach.removeAll()
        }
        guard taken < limit, takenEach[subject, default: 0] < limitEach else {
            leftOut += 1
            return nil
        }
        taken += 1
        takenEach[subject, default: 0] += 1
        defer { leftOut = 0 }
        return leftOut
    }
}
