/// Which case studies are wanted; everything that is given must fit.
struct CaseFilter: Hashable, Sendable {
    var kind: CaseKind?
    var state: CaseState?
    /// Empty for any.
    var subject = ""
    /// Empty for any.
    var service = ""
    /// Only those of which the reader is an author.
    var isOwn = false
    /// Only those that wait for the reader to check, conclude or publish them.
    var isWaiting = false
}
