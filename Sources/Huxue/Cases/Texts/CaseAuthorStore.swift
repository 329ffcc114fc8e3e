import GRDB

/// Who the authors of case studies are.
enum CaseAuthorStore {
    /// In the order of the case study.
    static func authors(of id: ID<CaseStudy>, in db: Database) throws -> [CaseAuthor] {
        let query: SQL = """
            SELECT author.*, employee.staffNumber, employee.name FROM caseAuthor AS author
            \(PeopleStore.joined(on: "author.employeeID")) WHERE author.caseID = \(id) ORDER BY author.position
            """
        return try SQLRequest<Row>(literal: query, cached: true).fetchAll(db).map { row in
            CaseAuthor(
                employee: row["employeeID"], staffNumber: row["staffNumber"], name: row["name"], share: row["share"])
        }
    }

    static func put(
        _ authors: [(employee: ID<Employee>, share: Int)], of id: ID<CaseStudy>, in db: Database
    ) throws {
        try db.execute(sql: "DELETE FROM caseAuthor WHERE caseID = ?", arguments: [id])
        for (place, author) in authors.enumerated() {
            try db.execute(
                sql: "INSERT INTO caseAuthor (caseID, position, employeeID, share) VALUES (?, ?, ?, ?)",
                arguments: [id, place + 1, author.employee, author.share])
        }
    }
}
