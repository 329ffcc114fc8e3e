/// Merges a text based on an older revision with a newer revision that somebody else has saved.
struct WrittenMerge<Field: WrittenField>: Sendable {
    /// The writer's form, with the other person's changes wherever the writer changed nothing.
    let form: WrittenForm<Field>
    /// The other person's values of fields that both changed differently; `form` keeps the writer's.
    let conflicts: [Field: String]
    /// Whether the merged text contains no conflicts.
    let isTextSettled: Bool

    init(base: WrittenForm<Field>, mine: WrittenForm<Field>, theirs: WrittenForm<Field>) {
        var form = mine
        var conflicts: [Field: String] = [:]
        for field in Field.content where theirs[field] != base[field] && theirs[field] != mine[field] {
            if field.isSame(mine[field], base[field]) {
                form[field] = theirs[field]
            } else if !field.isSame(mine[field], theirs[field]) {
                conflicts[field] = theirs[field]
            }
        }
        let merge = LineMerge(base: base.lines, mine: mine.lines, theirs: theirs.lines)
        if let text = Field.text { form[text] = merge.lines(marks: MergeMarks.lines).joined(separator: "\n") }
        (self.form, self.conflicts, isTextSettled) = (form, conflicts, merge.isSettled)
    }

    var isSettled: Bool { isTextSettled && conflicts.isEmpty }
}
