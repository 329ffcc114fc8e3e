/// What an installation stores about its office.
struct OfficeFacts: Hashable, Sendable {
    let name: String
    /// In characters: 15, or 12 if the office has chosen that.
    let minimumPasswordLength: Int
    let createdAt: Moment
    let isDemo: Bool
}
