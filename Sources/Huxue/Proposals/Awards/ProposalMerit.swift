/// 獎勵: what one author gets for a proposal, once it was ordered.
struct ProposalMerit: Hashable, Sendable {
    let proposal: ID<Proposal>
    let employee: ID<Employee>
    /// In NT$; 0 for none.
    let prize: Int
    /// Nil for none.
    let merit: ProposalAward.Merit?
    /// 獎狀或感謝狀: whether a letter is given.
    let hasLetter: Bool
    /// 文號 of the order; empty where there is none.
    let order: String
    /// The day of the order.
    let orderedOn: Day
}
