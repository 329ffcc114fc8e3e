import Foundation
import GRDB

/// Puts names in the place of the codes that stand in rows of the log.
enum AuditNameStore {
    /// `entries` as `reader` sees them, in their order.
    ///
    /// `vocabularies`: see `House`.
    static func lines(
        _ entries: [AuditEntry], vocabularies: [any AuditVocabulary.Type], for reader: Actor, in db: Database
    ) throws -> [AuditLine] {
        let wording = AuditWording(vocabularies)
        let naming = Set(vocabularies.flatMap { $0.namingPersons }.map(\.code))
        let references = Set(entries.map(\.subject)).union(
            entries.flatMap { wording.references(in: $0.detail, of: $0.action) })
        var names: [String: AuditName] = [:]
        for vocabulary in vocabularies {
            names.merge(try vocabulary.names(of: references, for: reader, in: db)) { first, _ in first }
        }
        let people = try people(entries, naming: naming, in: db)
        let units = try units(entries, in: db)
        return entries.map { entry in
            let subject =
                names[entry.subject] ?? (naming.contains(entry.action) ? people[entry.subject] : nil)
                ?? (AuditTerms.namesUnit(entry) ? units[entry.subject] : nil)
            return AuditLine(
                entry: entry, actor: people[entry.actor] ?? AuditName(text: AuditTerms.actor(entry.actor)),
                action: wording.name(of: entry.action),
                subject: subject ?? AuditName(text: AuditTerms.subject(entry.subject)),
                detail: wording.words(for: entry.detail, of: entry.action) { names[$0]?.text },
                origin: AuditTerms.origin(entry.origin))
        }
    }

    /// Who these actors of the log are, in words.
    static func actors(_ codes: Set<String>, in db: Database) throws -> [String: String] {
        let people = try people(marked: codes, in: db)
        return Dictionary(uniqueKeysWithValues: codes.map { ($0, people[$0]?.text ?? AuditTerms.actor($0)) })
    }

    /// Those who use these logins and staff numbers now.
    private static func people(
        _ entries: [AuditEntry], naming: Set<String>, in db: Database
    ) throws -> [String: AuditName] {
        try people(
            marked: Set(entries.map(\.actor)).union(entries.filter { naming.contains($0.action) }.map(\.subject)),
            in: db)
    }

    private static func people(marked marks: Set<String>, in db: Database) throws -> [String: AuditName] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT employee.id, employee.name, wanted.value AS mark
                FROM (SELECT value FROM json_each(?)) AS wanted
                JOIN employee ON employee.staffNumber = wanted.value
                    OR employee.id = (SELECT employeeID FROM account WHERE login = wanted.value)
                """, arguments: [try json(marks)])
        return Dictionary(rows.map { ($0["mark"], person($0)) }, uniquingKeysWith: { first, _ in first })
    }

    static func person(_ row: Row) -> AuditName {
        let id: ID<Employee> = row["id"]
        return AuditName(text: AuditTerms.person(row["name"], mark: row["mark"]), address: "/staff/\(id)")
    }

    private static func units(_ entries: [AuditEntry], in db: Database) throws -> [String: AuditName] {
        guard entries.contains(where: AuditTerms.namesUnit) else { return [:] }
        return Dictionary(
            try UnitStore.all(in: db).map { unit in
                (
                    unit.fullName,
                    AuditName(
                        text: unit.fullName, address: Address("/staff").with([("unit", unit.id.description)]))
                )
            }, uniquingKeysWith: { first, _ in first })
    }

    static func json(_ texts: Set<String>) throws -> String {
        String(decoding: try JSONEncoder().encode(texts.sorted()), as: UTF8.self)
    }
}
