/// What a person is trusted with; granted at a unit, it covers that unit and all below it.
enum Role: String, CaseIterable, Codable, Sendable {
    /// 同仁: everybody on the staff has it at their own unit, without a grant.
    case employee
    case questionEditor
    case examManager
    case knowledgeEditor
    case reviewer
    case proposalManager
    case supervisor
    case planOfficer
    case hr
    case admin
}
