/// How an award is shared among the authors of a proposal.
enum ProposalMeritRules {
    static let orderLimit = 60

    /// Each author's part of the prize, in whole NT$, in the order of the shares; they sum to the prize.
    ///
    /// What is left of rounding down goes one dollar each to the largest remainders, the first first: Hamilton's method.
    /// `shares`: in hundredths of a per cent, which sum to 10,000.
    static func parts(of prize: Int, shares: [Int]) -> [Int] {
        let whole = ProposalAuthorFile.whole
        var parts = shares.map { prize * $0 / whole }
        let left = prize - parts.reduce(0, +)
        let order = shares.indices.sorted { one, other in
            let (first, second) = (prize * shares[one] % whole, prize * shares[other] % whole)
            return first == second ? one < other : first > second
        }
        for place in order.prefix(max(0, left)) { parts[place] += 1 }
        return parts
    }
}
