import GRDB

/// What managers do to the year's programme: permitted by the policy, decided by the rules, recorded.
enum ProgrammeActions {
    /// Puts these lines in place of those of the unit's year; lines exactly like those there change nothing.
    /// - Throws: `ProgrammeRefusal`; `CommonRefusal.missing` unless the doer manages exams of the unit.
    static func replace(
        _ items: [ProgrammeItem], unit id: ID<Unit>, year: Int, by doer: ExamActions.Doer, in db: Database
    ) throws {
        guard let unit = try UnitStore.unit(id, in: db),
            Policy.permits(.manageExams, for: doer.actor, at: unit.position)
        else { throw CommonRefusal.missing }
        guard try ProgrammeStore.items(of: id, year: year, in: db) != items else { return }
        try ProgrammeStore.replace(items, unit: id, year: year, in: db)
        try AuditStore.append(
            actor: doer.actor, action: .programmeChange, subject: "programme/\(id)/\(year)",
            detail: items.map { "\($0.kind) \($0.count)/\($0.period)" }.joined(separator: " "), origin: doer.origin,
            now: doer.now, in: db)
    }
}
