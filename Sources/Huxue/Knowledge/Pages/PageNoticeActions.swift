import GRDB

/// Who hands out a notice, and how to reach them.
enum PageNoticeActions {
    static func desk(of visitor: Visitor, in db: Database) throws -> PageNoticeViews.Desk {
        PageNoticeViews.Desk(
            facts: try LocalFactStore.facts(in: db), clerk: visitor.name,
            phoneExtension: try PhoneExtensionStore.phoneExtension(of: visitor.employee, in: db),
            mayFillFacts: try LocalFactActions.mayChange(visitor.actor, in: db))
    }
}
