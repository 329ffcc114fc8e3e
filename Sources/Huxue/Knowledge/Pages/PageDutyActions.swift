import GRDB

/// Pages for which somebody answers and that wait for their word.
enum PageDutyActions {
    /// What waits for the visitor as the owner of pages, and as an editor of pages whose review is due; for the home page.
    static func notes(for visitor: Visitor, today: Day, in db: Database) throws -> [ManagerNote] {
        guard visitor.may(.readPages) else { return [] }
        let own = try PageOwnerActions.pages(of: visitor, today: today, in: db)
        var notes: [ManagerNote] = []
        if !own.isEmpty {
            let opened = try AmendmentStore.open(.page, in: db).filter { $0.phase(on: today) == .opened }
            let touched = Set(opened.filter(\.isCitedPartTouched).map(\.subjectID))
            let amended = own.filter { touched.contains($0.id.rawValue) }
            if !amended.isEmpty { notes.append(PageDutyViews.amended(amended)) }
            let others = Set(opened.map(\.subjectID)).subtracting(touched)
            let untouched = own.filter { others.contains($0.id.rawValue) }
            if !untouched.isEmpty { notes.append(PageDutyViews.untouched(untouched)) }
        }
        let due = own.filter { $0.isOverdue(on: today) }
        if !due.isEmpty { notes.append(PageDutyViews.due(due.count)) }
        let drafts = try DraftActions.count(PageField.self, of: visitor, in: db)
        if drafts > 0 { notes.append(PageDutyViews.drafts(drafts)) }
        if visitor.may(.editPages) {
            let all = try PageStore.count(PageFilter(reach: .editors, isDue: true), today: today, in: db)
            if all > due.count { notes.append(PageDutyViews.dueInOffice(all)) }
        }
        return notes
    }
}
