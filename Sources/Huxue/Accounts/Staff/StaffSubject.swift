/// Whom the rows of a staff file concern.
enum StaffSubject: Hashable, Sendable {
    /// Whoever has the row's staff number, or somebody new.
    case anybody
    /// Somebody new; a staff number that somebody has already is refused.
    case newcomer
    /// This person, whose staff number may change.
    case member(ID<Employee>)
}
