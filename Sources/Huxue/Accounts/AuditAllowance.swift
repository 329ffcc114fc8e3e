/// How many lines of one kind may enter the audit log in an hour, so that nobody fills the disk by provoking them.
actor AuditAllowance {
    private static let seconds: Int64 = 3600

    private let limit: Int
    private var began = Moment(milliseconds: .min)
    private var taken = 0
    private var leftOut = 0

    init(limit: Int) {
        self.limit = limit
    }

    /// How many lines were left out since the last one; nil when this one is left out too.
    func take(at now: Moment) -> Int? {
        if now.seconds(since: began) >= Self.seconds { (began, taken) = (now, 0) }
        guard taken < limit else {
            leftOut += 1
            return nil
        }
        taken += 1
        defer { leftOut = 0 }
        return leftOut
    }
}
