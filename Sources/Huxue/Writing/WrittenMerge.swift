/// What somebody wrote over an older revision, put together with the newer one that somebody else saved.
struct WrittenMerge<Field: WrittenField>: Sendable {
    /// Mine with all that the other changed and I did not.
    let form: WrittenForm<Field>
    /// Fields that both changed, with what the other wrote; the form keeps mine.
    let conflicts: [Field: String]
    /// Whether the text has no places between marks.
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
