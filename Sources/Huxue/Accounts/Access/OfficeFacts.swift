/// What an installation knows of itself.
struct OfficeFacts: Hashable, Sendable {
    let name: String
    /// 15, or 12 where the office decided so.
    let minimumPasswordLength: Int
    let createdAt: Moment
    let isDemo: Bool
}
