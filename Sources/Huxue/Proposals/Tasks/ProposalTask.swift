/// 執行工作: one step towards what an adopted proposal wants, with who answers for it and until when.
struct ProposalTask: Sendable {
    let id: ID<ProposalTask>
    let proposal: ID<Proposal>
    let title: String
    /// In charge.
    let unit: Unit
    /// Who reports on it; nil when the unit's supervisors do.
    let person: StaffMember?
    /// Inclusive.
    let dueOn: Day
    /// How often it was changed, from 1; a form sends it back.
    let edit: Int
    /// The latest month first.
    let progress: [ProposalProgress]

    /// In per cent; 0 before the first report.
    var percent: Int { progress.first?.percent ?? 0 }
    var isDone: Bool { percent == 100 }

    func isLate(on today: Day) -> Bool { !isDone && dueOn < today }
    func isReported(in month: Day) -> Bool { progress.contains { $0.month == month } }
}

/// 每月進度: what was reached by a month.
struct ProposalProgress: Hashable, Sendable {
    /// Its first day.
    let month: Day
    /// From 0 to 100.
    let percent: Int
    let words: String
    let savedBy: String
    let savedAt: Moment
}

/// What came of an adopted proposal.
struct ProposalEffect: Sendable {
    /// 實際效益, as it was confirmed; nil before that.
    struct Confirmed: Hashable, Sendable {
        /// Saved for each case; nil where it is not counted in minutes.
        let minutes: Int?
        /// In a year.
        let cases: Int?
        let words: String
        let confirmedBy: String
        let confirmedAt: Moment

        /// Nil when one of the figures is missing.
        var minutesAYear: Int? {
            guard let minutes, let cases else { return nil }
            return minutes * cases
        }
    }

    /// Code of the procedure in the knowledge base that makes it permanent; empty for none.
    var page = ""
    var confirmed: Confirmed?
}
