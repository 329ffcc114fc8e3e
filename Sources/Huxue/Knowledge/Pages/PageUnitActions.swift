import GRDB

/// What pages have to do with units that are renamed, moved or removed.
enum PageUnitActions: UnitFollower {
    static func uses(of unit: Unit, in db: Database) throws -> [String] {
        let found = try PageUnitStore.pages(naming: [unit.fullName, PageEditActions.name(of: unit)], in: db)
            .filter { $0.state != .retired && !$0.unit.isEmpty }
        return [PageUnitTerms.obstacle(pages: found.map(\.title))].compactMap { $0 }
    }

    static func losses(moving branch: [String: Unit], in db: Database) throws -> [String] { [] }

    /// Each page in their charge has a new revision that names them as they are called now; drafts do so too.
    static func follow(
        _ names: [String: String], by actor: Actor, origin: String, now: Moment, in db: Database
    ) throws {
        let short = names.map { (PageEditActions.name(of: $0), PageEditActions.name(of: $1)) }
        // Of the office itself the short name is empty, and stays so.
        let all = names.merging(short.filter { !$0.0.isEmpty }) { full, _ in full }.filter { $0 != $1 }
        for page in try PageUnitStore.pages(naming: all.keys, in: db) {
            guard let revision = try PageRevisionStore.current(page, in: db), let unit = all[page.unit] else {
                continue
            }
            var content = try PageRevisionActions.content(of: revision, page)
            content.unit = unit
            // What is kept must be read again.
            let file = PageFile(reading: Array(PagePrinter.print(content).utf8), path: content.path)
            guard file.content != nil else { throw PageRefusal.invalid(file.problems.map(\.kind)) }
            _ = try PageRevisionStore.save(
                content, PageReading(content, names: StatuteDirectoryStore.names(in: db)), of: page,
                author: actor.auditName, reason: PageTerms.unitRenamed,
                isReview: false, now: now, in: db)
            try PageUnitStore.carryDrafts(of: page.id, from: revision.number, in: db)
            try AuditStore.append(
                .pageRevision, on: "page/\(page.id)", .words(PageTerms.unitRenamed),
                by: ActionContext(actor: actor, origin: origin, now: now), in: db)
        }
        for (old, new) in all { try PageUnitStore.renameInDrafts(old, to: new, in: db) }
    }
}
