/// Two versions of something that people write, side by side.
struct WrittenComparison<Field: WrittenField>: Sendable {
    /// A field that differs, as it is shown.
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
            // Values that have little in common come out as two rows.
            return Difference(field: field, row: LineComparison.Row(segments: rows.flatMap(\.segments)))
        }
        text = LineComparison(old.lines, new.lines).parts
    }

    var isEmpty: Bool { fields.isEmpty && text.isEmpty }
}
