/// What the authors of a proposal get, as it is typed.
struct ProposalMeritForm: Hashable, Sendable {
    struct Row: Hashable, Sendable {
        var prize = ""
        /// Such as `記功一次`; empty for none.
        var merit = ""
        var hasLetter = false
    }

    var order = ""
    var orderedOn = ""
    /// By author's staff number.
    var rows: [String: Row] = [:]

    init() {}

    /// `numbers`: the authors' staff numbers.
    init(_ form: Form, of numbers: [String]) throws {
        order = try form.text("order")
        orderedOn = try form.text("orderedOn")
        for number in numbers {
            rows[number] = Row(
                prize: try form.text("prize-\(number)"), merit: try form.text("merit-\(number)"),
                hasLetter: form.has("letter-\(number)"))
        }
    }
}
