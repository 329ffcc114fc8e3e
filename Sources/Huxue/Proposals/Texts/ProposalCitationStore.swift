import GRDB

/// The citations of proposals on which something is still to be decided.
struct ProposalCitationStore: CitationSource {
    /// Nil for all of them.
    var only: ID<Proposal>?

    let subject = CitedSubject.proposal
    var onlyWork: Int64? { only?.rawValue }

    private static let inUse = "proposal.state <> 'withdrawn' AND proposalCall.decidedAt IS NULL"

    func pcodes(in db: Database) throws -> [String] {
        try String.fetchAll(
            db,
            sql: """
                SELECT DISTINCT citation.pcode FROM proposalCitation AS citation
                JOIN proposal ON proposal.currentRevisionID = citation.revisionID
                JOIN proposalCall ON proposalCall.id = proposal.callID
                WHERE \(Self.inUse) AND proposal.id = coalesce(?, proposal.id) ORDER BY citation.pcode
                """, arguments: [only])
    }

    func inUse(_ ids: Set<Int64>, in db: Database) throws -> Set<Int64> {
        try Int64.fetchSet(
            db,
            sql: """
                SELECT proposal.id FROM proposal JOIN proposalCall ON proposalCall.id = proposal.callID
                WHERE \(Self.inUse) AND proposal.id IN (SELECT value FROM json_each(?))
                """, arguments: [QuestionStore.list(ids.map(ID<Proposal>.init(rawValue:)))])
    }

    func works(citing pcode: String, in db: Database) throws -> [CitedWork] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT proposal.id, proposal.lawAsOf, json_extract(revision.fields, '$.title') AS title,
                    citation.citation
                FROM proposalCitation AS citation
                JOIN proposal ON proposal.currentRevisionID = citation.revisionID
                JOIN proposalCall ON proposalCall.id = proposal.callID
                JOIN proposalRevision AS revision ON revision.id = proposal.currentRevisionID
                WHERE citation.pcode = ? AND \(Self.inUse) AND proposal.id = coalesce(?, proposal.id)
                    AND proposal.lawAsOf IS NOT NULL
                ORDER BY proposal.id, citation.position
                """, arguments: [pcode, only])
        return rows.map { row in
            let id: Int64 = row["id"]
            return CitedWork(
                subject: .proposal, id: id, code: "\(id)", title: row["title"], pcode: pcode,
                citation: row["citation"], lawAsOf: row["lawAsOf"])
        }
    }
}
