import Foundation
import GRDB

/// What a reader of the audit log sees in the place of a stored code: a name, and the page about it.
struct AuditName: Hashable, Sendable {
    let text: String
    /// Nil when there is no such page, or not for this reader.
    var address: Address?
}

/// What a feature knows of the codes that it leaves in the audit log.
///
/// The log keeps codes, because its rows are chained and names change; they become words only when they are shown.
protocol AuditVocabulary: Sendable {
    /// The names of those of `references`, such as `exam/5`, that are this feature's.
    static func names(of references: Set<String>, for reader: Actor, in db: Database) throws -> [String: AuditName]

    /// A detail in words, in which references may still stand; nil when the action is not this feature's.
    static func words(for detail: String, of action: AuditAction) -> String?
}

/// One row of the log as it is shown.
struct AuditLine: Sendable {
    let entry: AuditEntry
    let actor: AuditName
    let subject: AuditName
    let detail: String
    let origin: String
}

/// Puts names in the place of the codes that stand in rows of the log.
enum AuditNameStore {
    /// `entries` as `reader` sees them, in their order.
    ///
    /// `vocabularies`: those of the other features.
    static func lines(
        _ entries: [AuditEntry], vocabularies: [any AuditVocabulary.Type], for reader: Actor, in db: Database
    ) throws -> [AuditLine] {
        let details = Dictionary(uniqueKeysWithValues: entries.map { ($0.id, words(of: $0, vocabularies)) })
        let references = Set(entries.map(\.subject)).union(details.values.flatMap(AuditTerms.references))
        var names = try employees(references, in: db)
        for vocabulary in vocabularies {
            names.merge(try vocabulary.names(of: references, for: reader, in: db)) { first, _ in first }
        }
        let people = try people(entries, in: db)
        let units = try units(entries, in: db)
        return entries.map { entry in
            let subject =
                names[entry.subject] ?? (AuditTerms.namesPerson(entry) ? people[entry.subject] : nil)
                ?? (AuditTerms.namesUnit(entry) ? units[entry.subject] : nil)
            return AuditLine(
                entry: entry, actor: people[entry.actor] ?? AuditName(text: AuditTerms.actor(entry.actor)),
                subject: subject ?? AuditName(text: AuditTerms.subject(entry.subject)),
                detail: AuditTerms.filled(details[entry.id] ?? entry.detail) { names[$0]?.text },
                origin: AuditTerms.origin(entry.origin))
        }
    }

    private static func words(of entry: AuditEntry, _ vocabularies: [any AuditVocabulary.Type]) -> String {
        guard let action = AuditAction(rawValue: entry.action) else { return entry.detail }
        for vocabulary in vocabularies {
            if let words = vocabulary.words(for: entry.detail, of: action) { return words }
        }
        return AuditTerms.words(for: entry.detail, of: action)
    }

    /// Who these actors of the log are, in words.
    static func actors(_ codes: Set<String>, in db: Database) throws -> [String: String] {
        let people = try people(marked: codes, in: db)
        return Dictionary(uniqueKeysWithValues: codes.map { ($0, people[$0]?.text ?? AuditTerms.actor($0)) })
    }

    /// Those who use these logins and staff numbers now.
    private static func people(_ entries: [AuditEntry], in db: Database) throws -> [String: AuditName] {
        try people(
            marked: Set(entries.map(\.actor)).union(entries.filter(AuditTerms.namesPerson).map(\.subject)), in: db)
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

    private static func employees(_ references: Set<String>, in db: Database) throws -> [String: AuditName] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT employee.id, employee.name, employee.staffNumber AS mark
                FROM (SELECT value FROM json_each(?)) AS wanted
                JOIN employee ON employee.id = CAST(substr(wanted.value, 10) AS INTEGER)
                """, arguments: [try json(references.filter { $0.hasPrefix("employee/") })])
        return Dictionary(
            rows.map { ("employee/\($0["id"] as Int64)", person($0)) }, uniquingKeysWith: { first, _ in first })
    }

    private static func person(_ row: Row) -> AuditName {
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

    private static func json(_ texts: Set<String>) throws -> String {
        String(decoding: try JSONEncoder().encode(texts.sorted()), as: UTF8.self)
    }
}
