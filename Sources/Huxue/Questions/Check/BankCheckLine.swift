/// A question of a finding, as its page shows it.
struct BankCheckLine: Sendable {
    let id: ID<Question>
    let code: String
    let topic: String
    let stem: String
    /// Whether the reader may change it.
    var isEditable: Bool
}
