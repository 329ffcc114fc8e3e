/// What somebody is to a case study; each sees what `CaseAccess` says.
enum CaseRole: Hashable, Sendable {
    case author
    /// Checks cases at its unit, and is none of its authors.
    case checker
    /// Of the staff to whom it is open.
    case colleague
}
