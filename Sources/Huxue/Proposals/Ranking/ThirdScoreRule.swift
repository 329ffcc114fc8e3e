/// When two reviewers differ too much, a third is asked, and the two nearest count.
///
/// Source: 閱卷規則 (R0020018) §7-3: 「兩閱各別總分相差達該科分數五分之一以上時，得另請閱卷委員一人評閱，
/// 並以分數相近之二位委員評分總和之平均分數為該科之成績；如三位委員分數差距相等時，則以三位委員之平均分數為該科之成績。」
struct ThirdScoreRule: Hashable, Sendable {
    struct Verdict: Hashable, Sendable {
        /// Places of the totals that count.
        let counting: Set<Int>
        let wantsThird: Bool
    }

    /// The greatest total that the rubric gives.
    let fullScore: Fraction
    /// The share of the full score from which on two totals are too far apart.
    var threshold = Fraction(1, 5)

    /// The rule for calls that say nothing about it: for two reviewers each, and for no other number.
    static func standard(reviewersEach: Int, fullScore: Fraction) -> Self? {
        reviewersEach == 2 ? Self(fullScore: fullScore) : nil
    }

    /// `totals`: of one proposal.
    ///
    /// Of three, all count as well when no two are too far apart, as after one of the first two was corrected. Of any
    /// other number than two and three, all count.
    func verdict(on totals: [Fraction]) -> Verdict {
        let all = Verdict(counting: Set(totals.indices), wantsThird: false)
        let sorted = totals.indices.sorted { totals[$0] < totals[$1] }
        guard let lowest = sorted.first, let highest = sorted.last,
            totals[highest] - totals[lowest] >= fullScore * threshold
        else { return all }
        if totals.count == 2 { return Verdict(counting: all.counting, wantsThird: true) }
        guard totals.count == 3 else { return all }
        let (below, above) = (totals[sorted[1]] - totals[lowest], totals[highest] - totals[sorted[1]])
        if below == above { return all }
        return Verdict(counting: all.counting.subtracting([below < above ? highest : lowest]), wantsThird: false)
    }
}
