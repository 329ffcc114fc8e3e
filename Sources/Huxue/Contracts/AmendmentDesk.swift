import GRDB

/// A feature whose works wait for decisions after amendments, as people see it.
protocol AmendmentDesk: Sendable {
    var subject: CitedSubject { get }

    /// Who may see its works and their flags.
    var reading: Action { get }

    /// Who decides on them.
    var deciding: Action { get }

    /// Those of the works whose flags may be shown to the visitor now.
    func works(_ ids: Set<Int64>, for visitor: Visitor, in db: Database) throws -> [Int64: FlaggedWork]

    /// Those of the works that the visitor may read, for lists of what rests on an article.
    func readable(_ ids: Set<Int64>, for visitor: Visitor, in db: Database) throws -> [Int64: FlaggedWork]
}
