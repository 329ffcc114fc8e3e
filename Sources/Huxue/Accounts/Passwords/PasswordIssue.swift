/// The result of issuing passwords to several people.
struct PasswordIssue: Sendable {
    /// How many passwords are written in one transaction, so that other people's writes need not wait for all of them.
    static let slice = 50

    var done: Set<ID<Employee>> = []
    /// People who got no password because they have powers beyond those of the issuing administrator.
    var beyondScope: Set<ID<Employee>> = []
    /// People who got no password because their slice, or one before it, failed.
    var unreached: Set<ID<Employee>> = []
    /// The error that ended the run early; nil when it went through to the end.
    var failure: (any Error)?

    /// Writes the passwords of `slips` slice by slice; a failure ends the run but keeps the slices already written.
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

    /// The people who got no password and why, in the order of `slips`; leaves out people who had one already.
    func leftOut(of slips: [PasswordSlip]) -> [(slip: PasswordSlip, reason: String)] {
        slips.compactMap { slip in
            if beyondScope.contains(slip.employee) { return (slip, AccountTerms.slipBeyondScope) }
            if unreached.contains(slip.employee) { return (slip, AccountTerms.slipUnreached) }
            return nil
        }
    }
}
