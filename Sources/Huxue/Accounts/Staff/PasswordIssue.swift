/// What became of passwords issued to many at once.
struct PasswordIssue: Sendable {
    /// How many are written at a time, so that nobody's answer waits for a whole office's.
    static let slice = 50

    var done: Set<ID<Employee>> = []
    /// Whose powers reach further than those of the one who issues.
    var beyondScope: Set<ID<Employee>> = []
    /// Whose turn did not come, because a slice before them or their own failed.
    var unreached: Set<ID<Employee>> = []
    /// What ended it early.
    var failure: (any Error)?

    /// Goes through `slips` slice by slice; once some are written, a failure ends it but loses none of them.
    ///
    /// - Throws: what `write` throws for the first slice.
    static func run(
        _ slips: [PasswordSlip], write: ([ID<Employee>: String]) async throws -> PasswordIssue
    ) async throws -> PasswordIssue {
        var whole = PasswordIssue()
        for start in stride(from: 0, to: slips.count, by: slice) {
            do {
                whole.add(try await write(PasswordSlip.hashes(of: Array(slips[start...].prefix(slice)))))
            } catch {
                guard !whole.done.isEmpty else { throw error }
                whole.failure = error
                whole.unreached = Set(slips[start...].map(\.employee))
                break
            }
        }
        return whole
    }

    private mutating func add(_ other: PasswordIssue) {
        done.formUnion(other.done)
        beyondScope.formUnion(other.beyondScope)
    }

    /// Who got none and why, in the order of `slips`; those who have one from elsewhere are not among them.
    func leftOut(of slips: [PasswordSlip]) -> [(slip: PasswordSlip, reason: String)] {
        slips.compactMap { slip in
            if beyondScope.contains(slip.employee) { return (slip, AccountTerms.slipBeyondScope) }
            if unreached.contains(slip.employee) { return (slip, AccountTerms.slipUnreached) }
            return nil
        }
    }
}
