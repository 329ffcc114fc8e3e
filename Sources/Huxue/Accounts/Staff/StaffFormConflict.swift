/// A field of one person that somebody else has changed since the form was opened.
struct StaffFormConflict: Hashable, Sendable {
    let column: StaffFile.Column
    /// What is known now, as people read it.
    let now: String
    /// Whether the form changes the field too; otherwise it takes what is known now.
    let isChangedHere: Bool
}
