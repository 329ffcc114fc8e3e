/// Why there is no assignment.
enum AssignmentFailure: Error, Hashable {
    /// Locked pairs that are conflicts, in order: the review must go first.
    case lockedConflicts([ReviewPair])
    /// Independent of each other: no proposal is in two of them.
    case shortages([ReviewerShortage])
}
