import GRDB

/// Published case studies that must be read: by everybody to whom they are open but their authors.
enum CaseReadingActions {
    /// What the visitor owes; nil for one that they need not read.
    static func reading(
        of shown: CaseActions.Shown, by visitor: Visitor, in db: Database
    ) throws -> CaseReading? {
        guard shown.study.state == .published, shown.role != .author,
            shown.study.openUnit?.covers(visitor.unit) ?? false,
            let deadline = try CaseReadingStore.deadline(of: shown.study.id, in: db)
        else { return nil }
        return CaseReading(
            deadline: deadline,
            readAt: try CaseReadingStore.readAt(shown.study.id, by: visitor.employee, in: db))
    }

    /// The signed-in person has read it; a second tick changes nothing.
    /// - Throws: `CaseRefusal.missing` also for whoever need not read it.
    static func confirm(_ id: ID<CaseStudy>, by acting: ActionContext, in db: Database) throws {
        let visitor = try acting.visitor
        let shown = try CaseActions.shown(id, to: visitor, in: db)
        guard let owed = try reading(of: shown, by: visitor, in: db) else { throw CaseRefusal.missing }
        let isNew = try CaseReadingStore.insert(
            id, by: visitor.employee, isLate: ROCDate.day(of: acting.now) > owed.deadline, now: acting.now, in: db)
        if isNew { try AuditStore.append(.caseConfirmation, on: "case/\(id)", by: acting, in: db) }
    }

    /// Who has read it, for those who check cases there.
    /// - Throws: `CaseRefusal`: `missing` for one that need not be read.
    static func overview(
        of id: ID<CaseStudy>, for visitor: Visitor, now: Moment, in db: Database
    ) throws -> CaseReadingViews.Contents {
        let shown = try CaseActions.checked(id, by: visitor, in: db)
        guard shown.study.state == .published, let deadline = try CaseReadingStore.deadline(of: id, in: db),
            let unit = try shown.study.openUnit?.id.flatMap({ try UnitStore.unit($0, in: db) })
        else { throw CaseRefusal.missing }
        let authors = Set(shown.authors.map(\.employee))
        let people = try AudienceStore.members(of: .everybody, unit: unit, today: ROCDate.day(of: now), in: db)
        let readings = try CaseReadingStore.readings(of: id, in: db)
        let lines = people.filter { !authors.contains($0.employee.id) }.map { member in
            let reading = readings[member.employee.id]
            return CaseReadingOverview.Line(
                member: member, readAt: reading?.readAt, isLate: reading?.isLate ?? false)
        }
        return CaseReadingViews.Contents(
            id: id, title: try CaseRevisionStore.current(shown.study, in: db).form[.title],
            overview: CaseReadingOverview(deadline: deadline, lines: lines))
    }
}
