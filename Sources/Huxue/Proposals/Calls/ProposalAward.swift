/// What a call gives for a good proposal.
struct ProposalAward: Hashable, Sendable {
    let name: String
    /// In NT$; nil for none.
    var prize: Int?
    var merit: Merit?

    /// 敘獎: what the award brings in the personnel file.
    struct Merit: Hashable, Sendable {
        let kind: Kind
        /// 1 or 2.
        let times: Int

        /// 嘉獎, 記功.
        enum Kind: String, CaseIterable, Codable, Sendable {
            case commendation, merit
        }
    }
}
