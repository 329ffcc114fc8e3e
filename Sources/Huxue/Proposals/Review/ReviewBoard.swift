/// What somebody who manages a call may know of its review: nothing of proposals in which they have an interest.
///
/// Those are in none of the lists here, so every figure is as if they had no reviews.
struct ReviewBoard: Sendable {
    let call: ProposalCall
    /// By which the panel scores.
    let rubric: RubricPlan
    /// The proposals that are reviewed, by number.
    let lines: [ProposalLine]
    /// Ended ones too, by proposal and reviewer.
    let reviews: [Review]
    /// How far each review is; nothing for those not begun.
    let states: [ReviewPair: ScoreState]
    /// The handed-in sheets of live reviews, but for `withheld` proposals.
    let sheets: [ReviewPair: ScoreSheet]
    /// Proposals that the person reviews as well, and has not handed in yet: they see no scores of others before.
    let withheld: Set<ID<Proposal>>
    /// Whether there are proposals in the call that the person must not know of.
    let isPartial: Bool

    /// Of each proposal among `lines`.
    private let places: [ID<Proposal>: Int]
    /// The live ones of each proposal.
    private let live: [ID<Proposal>: [Review]]
    /// Proposals with two scores too far apart and nobody as the third yet.
    let awaitingThird: [ProposalLine]

    init(
        call: ProposalCall, rubric: RubricPlan, lines: [ProposalLine], reviews: [Review],
        states: [ReviewPair: ScoreState], sheets: [ReviewPair: ScoreSheet], withheld: Set<ID<Proposal>>, isPartial: Bool
    ) {
        (self.call, self.rubric, self.lines, self.reviews) = (call, rubric, lines, reviews)
        (self.states, self.sheets, self.withheld, self.isPartial) = (states, sheets, withheld, isPartial)
        let live = Dictionary(grouping: reviews.filter(\.isLive), by: \.pair.proposal)
        let rule = Self.thirdRule(of: call, by: rubric)
        self.live = live
        places = Dictionary(uniqueKeysWithValues: lines.enumerated().map { ($1.id, $0) })
        awaitingThird = lines.filter { line in
            let own = live[line.id] ?? []
            let totals = own.compactMap { sheets[$0.pair]?.entries.points }.map {
                RubricRules.total(of: $0, by: rubric)
            }
            return own.count == 2 && totals.count == 2 && rule?.verdict(on: totals).wantsThird == true
        }
    }

    /// Nil when two scores may differ as they like.
    private static func thirdRule(of call: ProposalCall, by rubric: RubricPlan) -> ThirdScoreRule? {
        call.plan.thirdShare.map {
            ThirdScoreRule(fullScore: Fraction(rubric.total, 1), threshold: Fraction($0, 100))
        }
    }

    /// Ended ones too.
    func reviews(of id: ID<Proposal>) -> [Review] { reviews.filter { $0.pair.proposal == id } }
    func live(_ id: ID<Proposal>) -> [Review] { live[id] ?? [] }
    func isHandedIn(_ review: Review) -> Bool { states[review.pair] == .handedIn }
    func line(_ id: ID<Proposal>) -> ProposalLine? { places[id].map { lines[$0] } }

    /// Proposals with fewer reviewers than the call wants.
    var short: [ProposalLine] { lines.filter { live($0.id).count < call.plan.reviewersEach } }

    /// How many reviews there are, and how many are handed in.
    var total: Int { reviews.count(where: \.isLive) }
    var handedIn: Int { reviews.count { $0.isLive && isHandedIn($0) } }

    /// Whether every review is in that the call wants.
    var isDone: Bool { !lines.isEmpty && short.isEmpty && handedIn == total && awaitingThird.isEmpty }

    // MARK: Scores

    func total(of sheet: ScoreSheet) -> Fraction { RubricRules.total(of: sheet.entries.points, by: rubric) }

    /// What counts of the sheets, with the points on the criterion for ties.
    var scores: [PanelScore] {
        let criterion = rubric.criteria.firstIndex { $0.name == call.plan.tieCriterion }
        return sheets.values.map { sheet in
            let points = criterion.flatMap { sheet.entries.points[$0] }
            return PanelScore(
                pair: ReviewPair(proposal: ID(rawValue: sheet.subject.id), reviewer: sheet.scorer),
                total: total(of: sheet), tieCriterion: points.map { Fraction($0.hundredths, 100) })
        }
    }

    /// How many reviewers each proposal is to have, as far as its scores say.
    var needs: [ID<Proposal>: Int] {
        let third = Set(awaitingThird.map(\.id))
        return Dictionary(
            uniqueKeysWithValues: lines.map { line in
                (line.id, third.contains(line.id) ? max(3, call.plan.reviewersEach) : call.plan.reviewersEach)
            })
    }

    /// The proposals that have a score, ranked by a method, and how far the reviewers agree.
    ///
    /// - Throws: `ScoreTable.Flaw`, which scores by one rubric never are.
    func ranking(by method: RankMethod) throws(ScoreTable.Flaw) -> (ranking: Ranking, agreement: Agreement?) {
        let table = try ScoreTable(scores)
        let third = Self.thirdRule(of: call, by: rubric)
        return (
            RankingRules.ranking(of: table, by: method, third: third, ties: call.plan.ties),
            AgreementRules.agreement(in: table)
        )
    }
}
