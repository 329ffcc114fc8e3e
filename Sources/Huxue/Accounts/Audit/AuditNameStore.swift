import Foundation
import GRDB

/// Replaces the codes in rows of the audit log by names.
enum AuditNameStore {
    /// The entries as `reader` sees them, in the order given.
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

    /// The displayed names of these actors, by the codes that the log stores.
    static func actors(_ codes: Set<String>, in db: Database) throws -> [String: String] {
        let people = try people(marked: codes, in: db)
        return Dictionary(uniqueKeysWithValues: codes.map { ($0, people[$0]?.text ?? AuditTerms.actor($0)) })
    }

    /// The people who now have the logins and staff numbers that the entries mention, by that login or number.
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
        var names: [String: AuditName] = [:]
        for fullName in Set(entries.filter(AuditTerms.namesUnit).map(\.subject)) {
            names[fullName] = try UnitStore.unit(fullName: fullName, in: db).map { unit in
                AuditName(text: fullName, address: Address("/staff").with([("unit", unit.id.description)]))
            }
        }
        return names
    }

    static func json(_ texts: Set<String>) throws -> String {
        String(decoding: try JSONEncoder().encode(texts.sorted()), as: UTF8.self)
    }
}
