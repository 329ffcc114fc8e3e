import GRDB

/// A feature whose works cite statutes.
protocol CitationSource: Sendable {
    var subject: CitedSubject { get }

    /// The row to which the source is limited; nil for all works.
    var onlyWork: Int64? { get }

    /// The codes of all statutes that works in use cite.
    func pcodes(in db: Database) throws -> [String]

    /// Works in use that cite the statute, in the order of their codes; one for each citation.
    func works(citing pcode: String, in db: Database) throws -> [CitedWork]

    /// Which of these works are in use.
    func inUse(_ ids: Set<Int64>, in db: Database) throws -> Set<Int64>
}

extension CitationSource {
    var onlyWork: Int64? { nil }
}
