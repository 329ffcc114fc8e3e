import GRDB

/// The citations of case studies from which people still learn.
struct CaseCitationStore: CitationSource {
    /// Nil for all of them.
    var only: ID<CaseStudy>?

    let subject = CitedSubject.caseStudy
    var onlyWork: Int64? { only?.rawValue }

    func pcodes(in db: Database) throws -> [String] {
        try String.fetchAll(
            db,
            sql: """
                SELECT DISTINCT citation.pcode FROM caseCitation AS citation
                JOIN caseStudy ON caseStudy.currentRevisionID = citation.revisionID
                WHERE caseStudy.state <> 'retired' AND caseStudy.id = coalesce(?, caseStudy.id) ORDER BY citation.pcode
                """, arguments: [only])
    }

    func inUse(_ ids: Set<Int64>, in db: Database) throws -> Set<Int64> {
        try Int64.fetchSet(
            db,
            sql: """
                SELECT id FROM caseStudy WHERE state <> 'retired' AND id IN (SELECT value FROM json_each(?))
                """, arguments: [QuestionStore.list(ids.map(ID<CaseStudy>.init(rawValue:)))])
    }

    func works(citing pcode: String, in db: Database) throws -> [CitedWork] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT caseStudy.id, caseStudy.lawAsOf, json_extract(revision.fields, '$.title') AS title,
                    citation.citation
                FROM caseCitation AS citation
                JOIN caseStudy ON caseStudy.currentRevisionID = citation.revisionID
                JOIN caseRevision AS revision ON revision.id = caseStudy.currentRevisionID
                WHERE citation.pcode = ? AND caseStudy.state <> 'retired'
                    AND caseStudy.id = coalesce(?, caseStudy.id) AND caseStudy.lawAsOf IS NOT NULL
                ORDER BY caseStudy.id, citation.position
                """, arguments: [pcode, only])
        return rows.map { row in
            let id: Int64 = row["id"]
            return CitedWork(
                subject: .caseStudy, id: id, code: "\(id)", title: row["title"], pcode: pcode,
                citation: row["citation"], lawAsOf: row["lawAsOf"])
        }
    }
}
