/// Something that waits for a person, with its deadline.
struct DueItem: Sendable {
    let due: Moment
    let title: String
    let icon: HTML
    /// What sort of thing it is, for the badge.
    let kind: String
    let facts: String
    let address: Address
    /// The button's word.
    let verb: String
    /// Whether its button is the solid one.
    let isUrgent: Bool
}

/// Something that will open to a person later.
struct ComingItem: Sendable {
    let title: String
    /// What sort of thing it is, where the title alone would mislead; nil elsewhere.
    var kind: String?
    let opens: Moment
    let address: Address
}
