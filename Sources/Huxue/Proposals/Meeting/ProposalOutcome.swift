/// What the meeting decides about a proposal.
enum ProposalOutcome: String, CaseIterable, Codable, Sendable {
    /// 採行, 部分採行: it is carried out.
    case adopted, partlyAdopted
    /// 留供參考.
    case keptForReference
    /// 深入研究.
    case furtherStudy
    /// 不採行.
    case notAdopted

    /// Whether something is to be carried out.
    var isAdopted: Bool { self == .adopted || self == .partlyAdopted }
}
