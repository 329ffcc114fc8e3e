/// What somebody is to a proposal; each sees what `ProposalAccess` says.
enum ProposalRole: Hashable, Sendable {
    case author
    /// Named as an author, and has not said whether that is right.
    case asked
    /// Manages the call's unit, and has no interest of their own.
    case manager
    /// Scores it, in a blind call without knowing whose it is, and has no interest of their own.
    case reviewer
    /// Of the staff whose call it was, after everything was decided; or author of a proposal to be merged with it.
    case colleague
}
