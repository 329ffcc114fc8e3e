import GRDB

/// The knowledge base among the features whose works rest on the law.
struct PageAmendmentDeskActions: AmendmentDesk {
    let subject = CitedWork.Subject.page
    let reading = Action.editPages
    let deciding = Action.editPages

    func works(_ ids: Set<Int64>, for visitor: Visitor, in db: Database) throws -> [Int64: FlaggedWork] {
        var works: [Int64: FlaggedWork] = [:]
        for id in ids {
            guard let page = try PageStore.page(ID(rawValue: id), in: db),
                try PageActions.mayEdit(page, by: visitor.actor, in: db)
            else { continue }
            works[id] = FlaggedWork(
                code: page.code, title: page.title, address: PageAddress.page(page.code),
                isInUse: page.state == .current)
        }
        return works
    }
}

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
            if !amended.isEmpty { notes.append(PageDutyPages.amended(amended)) }
            let others = Set(opened.map(\.subjectID)).subtracting(touched)
            let untouched = own.filter { others.contains($0.id.rawValue) }
            if !untouched.isEmpty { notes.append(PageDutyPages.untouched(untouched)) }
        }
        let due = own.filter { $0.isOverdue(on: today) }
        if !due.isEmpty { notes.append(PageDutyPages.due(due.count)) }
        let drafts = try PageDraftActions.drafts(of: visitor, in: db)
        if !drafts.isEmpty { notes.append(PageDutyPages.drafts(drafts.count)) }
        if visitor.may(.editPages) {
            let all = try PageStore.count(PageFilter(reach: .editors, isDue: true), today: today, in: db)
            if all > due.count { notes.append(PageDutyPages.dueInOffice(all)) }
        }
        return notes
    }
}
