/// Who is to review what: the question that `AssignmentRules` answers.
struct AssignmentTask: Sendable {
    /// How many reviewers each proposal is to have, those in `locked` included.
    let needs: [ID<Proposal>: Int]
    let panel: Set<ID<Employee>>
    /// The most reviews that a reviewer takes, those in `locked` included; whoever is missing takes any number.
    var maxima: [ID<Employee>: Int] = [:]
    /// Pairs that must not be.
    var conflicts: Set<ReviewPair> = []
    /// Pairs that must stay, as their review is in; also of reviewers who have left the panel.
    ///
    /// They may exceed `needs` and `maxima`: then nothing is added.
    var locked: Set<ReviewPair> = []
    /// The same seed gives the same assignment.
    let seed: String
}
