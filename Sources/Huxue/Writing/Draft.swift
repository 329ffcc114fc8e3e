/// What somebody is writing and has not saved yet; nobody else sees it.
struct Draft<Field: WrittenField>: Sendable {
    /// Names it among its author's drafts of the kind: what it changes, or a `DraftKey` of something new.
    let subject: String
    /// The revision that is changed; 0 for something new.
    let base: Int
    let form: WrittenForm<Field>
    let updatedAt: Moment

    /// Names this state of it, as forms send back what they have seen.
    var mark: String { "\(updatedAt)" }
}
