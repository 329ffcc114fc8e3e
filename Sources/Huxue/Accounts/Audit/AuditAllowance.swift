/// How many lines of one kind may enter the audit log in an hour, so that nobody fills the disk by provoking them, nor
/// hides behind those that somebody else provoked.
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

    /// How many lines were left out since the last one; nil when this one, about `subject`, is left out too.
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
