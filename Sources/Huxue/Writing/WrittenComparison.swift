/// The comparison of two versions of a written record.
struct WrittenComparison<Field: WrittenField>: Sendable {
    /// A field that differs, with its old and new value as readers see them.
    struct Difference: Sendable {
        let field: Field
        let row: LineComparison.Row
    }

    let fields: [Difference]
    let text: [LineComparison.Part]

    init(from old: WrittenForm<Field>, to new: WrittenForm<Field>) {
        fields = Field.content.compactMap { field in
            let (left, right) = (field.shown(old[field]), field.shown(new[field]))
            guard left != right else { return nil }
            let rows = LineComparison([left], [right]).rows
            // Values that have little in common are compared as two rows, which are joined here.
            return Difference(field: field, row: LineComparison.Row(segments: rows.flatMap(\.segments)))
        }
        text = LineComparison(old.lines, new.lines).parts
    }

    var isEmpty: Bool { fields.isEmpty && text.isEmpty }
}
