/// What a clerk marked on the papers of a procedure, by their numbers; the first paper is 1.
struct PaperMarks: Hashable, Sendable {
    /// Papers that are there; what is not needed is not among them.
    var present: Set<Int> = []
    /// Papers that this case does not need.
    var waived: Set<Int> = []

    var isEmpty: Bool { present.isEmpty && waived.isEmpty }

    init() {}

    init(_ query: Form) {
        waived = Set(query.all(Markdown.waiveField).compactMap(Form.number(typed:)))
        present = Set(query.all(Markdown.tickField).compactMap(Form.number(typed:))).subtracting(waived)
    }
}
