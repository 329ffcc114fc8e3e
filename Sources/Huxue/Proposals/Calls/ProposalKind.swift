/// What a proposal changes.
///
/// Source: the plans of the offices of 東區, 鳳山一 and 臺東, which name the same six.
enum ProposalKind: String, CaseIterable, Codable, Sendable {
    case crossAgency, simplified, remodelled, newMethod, feedback, other
}

/// Whether a proposal is the first of its kind, or improves on something.
enum ProposalNovelty: String, CaseIterable, Codable, Sendable {
    case first, improved
}
