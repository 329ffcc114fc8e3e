/// What the page of the bank's check is narrowed to; empty and nil narrow nothing.
struct BankCheckFilter: Hashable, Sendable {
    var topic = ""
    var kind: BankFinding.Kind?
}
