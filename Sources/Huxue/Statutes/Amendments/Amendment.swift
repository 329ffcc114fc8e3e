/// A version of a statute that amended it, or whose history told of amendments.
struct Amendment: Sendable {
    let version: ID<StatuteVersion>
    let pcode: String
    /// As the version has it.
    let name: String
    let modified: Day?
    let effective: EffectiveDay
    let isRepealed: Bool
    let importedAt: Moment
    /// With the version before; the statute's page when there is none.
    let comparison: AmendmentLink
}

/// Where an amendment can be looked at.
struct AmendmentLink: Hashable, Sendable {
    let address: Address
    /// Whether the old text is there to compare with.
    let isComparison: Bool
}
