import Foundation
import GRDB

/// Keeps exams consistent with units that are renamed, moved or removed.
enum ExamUnitStore: UnitFollower {
    static func uses(of unit: Unit, in db: Database) throws -> [String] {
        let rostered = try Set(
            ID<Exam>.fetchAll(db, sql: "SELECT DISTINCT examID FROM examRoster WHERE unitID = ?", arguments: [unit.id]))
        let exams = try ExamStore.all(within: .everywhere, in: db).filter { exam in
            exam.unitID == unit.id || rostered.contains(exam.id)
                || (exam.state != .closed && exam.plan.examinees.units.contains(unit.fullName))
        }
        let items = try Int.fetchOne(
            db, sql: "SELECT count(*) FROM programmeItem WHERE unitID = ?", arguments: [unit.id])
        return [
            ExamUnitTerms.obstacle(exams: exams.map(\.plan.title)), ExamUnitTerms.obstacle(programmeItems: items ?? 0),
        ].compactMap { $0 }
    }

    /// Published exams whose audience names a unit of `branch` that would no longer be below the exam's own unit.
    static func losses(moving branch: [String: Unit], in db: Database) throws -> [String] {
        let moved = Dictionary(uniqueKeysWithValues: branch.values.map { ($0.id, $0) })
        let exams = try ExamStore.all(within: .everywhere, in: db).filter { exam in
            guard exam.state == .published, !exam.hasEnded,
                let own = try moved[exam.unitID] ?? UnitStore.unit(exam.unitID, in: db)
            else { return false }
            return exam.plan.examinees.units.compactMap { branch[$0] }.contains { !own.position.covers($0.position) }
        }
        return [ExamUnitTerms.obstacle(exams: exams.map(\.plan.title))].compactMap { $0 }
    }

    /// Renames units in the audiences of exams that are not closed; a closed exam keeps the names of its time.
    static func follow(_ names: [String: String], by acting: ActionContext, in db: Database) throws {
        for exam in try ExamStore.all(within: .everywhere, in: db) where exam.state != .closed {
            var examinees = exam.plan.examinees
            examinees.units = examinees.units.map { names[$0] ?? $0 }
            guard examinees != exam.plan.examinees else { continue }
            try ExamStore.setExaminees(examinees, of: exam.id, in: db)
        }
    }
}
