import GRDB

/// The knowledge base among the features whose works rest on the law.
struct PageAmendmentDeskActions: AmendmentDesk {
    let subject = CitedSubject.page
    let reading = Action.editPages
    let deciding = Action.editPages

    func works(_ ids: Set<Int64>, for visitor: Visitor, in db: Database) throws -> [Int64: FlaggedWork] {
        var works: [Int64: FlaggedWork] = [:]
        for id in ids {
            guard let page = try PageStore.page(ID(rawValue: id), in: db),
                try PageActions.mayEdit(page, by: visitor.actor, in: db)
            else { continue }
            works[id] = Self.shown(page)
        }
        return works
    }

    func readable(_ ids: Set<Int64>, for visitor: Visitor, in db: Database) throws -> [Int64: FlaggedWork] {
        guard visitor.may(.readPages) else { return [:] }
        var works: [Int64: FlaggedWork] = [:]
        for id in ids {
            guard let page = try PageStore.page(ID(rawValue: id), in: db),
                try PageActions.isSeen(page, by: visitor.actor, in: db)
            else { continue }
            works[id] = Self.shown(page)
        }
        return works
    }

    private static func shown(_ page: Page) -> FlaggedWork {
        FlaggedWork(
            code: page.code, title: page.title, shortName: page.title, address: PageAddress.page(page.code),
            isInUse: page.state == .current)
    }
}
