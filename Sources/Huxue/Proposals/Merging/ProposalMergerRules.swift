/// Which proposals may be merged, and when.
enum ProposalMergerRules {
    /// - Throws: `ProposalMergerRefusal.tooLate` once the call is decided, `.notYet` while it takes proposals.
    static func requireTime(_ call: ProposalCallState) throws(ProposalMergerRefusal) {
        guard call < .decided else { throw .tooLate }
        guard call >= .closed else { throw .notYet }
    }

    /// `mergers`: in which the later one takes part.
    ///
    /// - Throws: `ProposalMergerRefusal`: `notEarlier`, `alreadyAsked`, `hasTakenUp`.
    static func require(
        _ later: ProposalLine, into earlier: ProposalLine, given mergers: [ProposalMerger]
    ) throws(ProposalMergerRefusal) {
        guard let first = earlier.number, let second = later.number, first < second else { throw .notEarlier }
        // What others were taken up into stays, or their credit would move on.
        guard !mergers.contains(where: { $0.earlier == later.id && !$0.isDeclined }) else { throw .hasTakenUp }
        guard !mergers.contains(where: { $0.later == later.id && !$0.isDeclined }) else { throw .alreadyAsked }
    }
}
