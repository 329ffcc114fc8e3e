/// A person's unsaved text, which only they can see.
struct Draft<Field: WrittenField>: Sendable {
    /// Identifies the draft among its author's drafts of the kind: the record that it changes, or a `DraftKey`.
    let subject: String
    /// The revision on which the draft is based; 0 for something new.
    let base: Int
    let form: WrittenForm<Field>
    let updatedAt: Moment

    /// Identifies this state of the draft; forms send it back to tell which state they have shown.
    var mark: String { "\(updatedAt)" }
}
