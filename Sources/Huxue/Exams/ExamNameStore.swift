import Foundation
import GRDB

/// Exams, attempts and programmes by name, for those who read of them in the audit log.
enum ExamNameStore: AuditVocabulary {
    static let actions: [AuditAction] = [
        .examCreation, .examChange, .examPublication, .examDeletion, .examExtension, .examClosure, .examResultsRelease,
        .examAccommodation, .examReminder, .examSetting, .examResultsView, .examResultsExport, .attemptStart,
        .attemptSubmission, .attemptView,
        .programmeChange,
    ]

    static func names(
        of references: Set<String>, for reader: Actor, in db: Database
    ) throws -> [String: AuditName] {
        var names: [String: AuditName] = [:]
        for reference in references {
            let parts = reference.split(separator: "/").map(String.init)
            guard parts.count > 1 else { continue }
            switch parts[0] {
            case "exam":
                guard let id = ID<Exam>(parts[1]), let exam = try ExamStore.find(id, in: db) else { continue }
                names[reference] = try name(of: exam, for: reader, in: db)
            case "attempt":
                names[reference] = try attempt(parts[1], in: db)
            case "programme":
                guard let id = ID<Unit>(parts[1]), let year = parts.last.flatMap({ Int($0) }),
                    let unit = try UnitStore.unit(id, in: db)
                else { continue }
                names[reference] = AuditName(text: ExamAuditTerms.programme(of: unit.fullName, year: year))
            case "examSetting": names[reference] = AuditName(text: ExamAuditTerms.setting)
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

    /// The exam's title, with a link for readers who manage the exam.
    private static func name(of exam: Exam, for reader: Actor, in db: Database) throws -> AuditName {
        let unit = try UnitStore.unit(exam.unitID, in: db)
        let isManager = unit.map { ExamActions.mayManage(at: $0.position, reader) } ?? false
        return AuditName(text: exam.plan.title, address: isManager ? "/manage/exams/\(exam.id)" : nil)
    }

    /// Whose attempt it is and at which exam; nil when there is none.
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
