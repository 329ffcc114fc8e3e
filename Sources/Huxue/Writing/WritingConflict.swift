/// A revision that somebody else saved while a person was writing, and the merge of both texts.
struct WritingConflict<Field: WrittenField>: Sendable {
    /// The number of the revision that was saved meanwhile.
    let number: Int
    let author: String
    let reason: String
    let comparison: WrittenComparison<Field>
    let merge: WrittenMerge<Field>

    init(
        base: WrittenForm<Field>, mine: WrittenForm<Field>, theirs: WrittenForm<Field>, number: Int, author: String,
        reason: String
    ) {
        (self.number, self.author, self.reason) = (number, author, reason)
        comparison = WrittenComparison(from: base, to: theirs)
        merge = WrittenMerge(base: base, mine: mine, theirs: theirs)
    }
}
