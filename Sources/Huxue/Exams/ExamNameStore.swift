import Foundation
import GRDB

/// Exams, attempts and programmes by name, for those who read of them in the audit log.
enum ExamNameStore: AuditVocabulary {
    static let actions: [AuditAction] = [
        .examCreation, .examChange, .examPublication, .examDeletion, .examExtension, .examClosure, .examResultsRelease,
        .examAccommodation, .examResultsView, .examResultsExport, .attemptStart, .attemptSubmission, .attemptView,
        .programmeChange,
    ]

    static func names(
        of references: Set<String>, for reader: Actor, in db: Database
    ) throws -> [String: AuditName] {
        var names: [String: AuditName] = [:]
        let units = Dictionary(uniqueKeysWithValues: try UnitStore.all(in: db).map { ($0.id, $0) })
        for reference in references {
            let parts = reference.split(separator: "/").map(String.init)
            guard parts.count > 1 else { continue }
            switch parts[0] {
            case "exam":
                guard let id = ID<Exam>(parts[1]), let exam = try ExamStore.find(id, in: db) else { continue }
                names[reference] = name(of: exam, units: units, for: reader)
            case "attempt":
                names[reference] = try attempt(parts[1], in: db)
            case "programme":
                guard let id = ID<Unit>(parts[1]), let unit = units[id], let year = parts.last.flatMap({ Int($0) })
                else { continue }
                names[reference] = AuditName(text: ExamAuditTerms.programme(of: unit.fullName, year: year))
            default: continue
            }
        }
        return names
    }

    static func words(for detail: AuditDetail, of action: AuditAction) -> String? {
        ExamAuditTerms.words(for: detail, of: action)
    }

    static func words(forOldText detail: String, of action: AuditAction) -> String? {
        ExamAuditOldTerms.words(for: detail, of: action)
    }

    /// With the page on which the reader may see it.
    private static func name(of exam: Exam, units: [ID<Unit>: Unit], for reader: Actor) -> AuditName {
        let isManager = units[exam.unitID].map { ExamActions.mayManage(at: $0.position, reader) } ?? false
        return AuditName(text: exam.plan.title, address: isManager ? "/manage/exams/\(exam.id)" : nil)
    }

    /// Whose attempt it is, and at what.
    private static func attempt(_ id: String, in db: Database) throws -> AuditName? {
        guard
            let row = try Row.fetchOne(
                db,
                sql: """
                    SELECT attempt.employeeID, exam.title FROM attempt JOIN exam ON exam.id = attempt.examID
                    WHERE attempt.id = ?
                    """, arguments: [Int64(id)]),
            let member = try EmployeeStore.member(row["employeeID"], scope: .everywhere, in: db)
        else { return nil }
        return AuditName(
            text: ExamAuditTerms.attempt(of: member.employee.name, title: row["title"]),
            address: "/staff/\(member.employee.id)")
    }
}
