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
    ///
    /// In a few statements for all of them: it is part of the change of the units, and everybody's writes wait for it.
    static func follow(_ names: [String: String], by acting: ActionContext, in db: Database) throws {
        let short = names.map { (PageEditActions.name(of: $0), PageEditActions.name(of: $1)) }
        // Of the office itself the short name is empty, and stays so.
        let all = names.merging(short.filter { !$0.0.isEmpty }) { full, _ in full }.filter { $0 != $1 }
        let changes = try all.compactMap { old, new in try change(from: old, to: new, in: db) }
        var renamed = try PageUnitStore.rename(
            changes, reason: PageTerms.unitRenamed, author: acting.actor.auditName, now: acting.now, in: db)
        // Files that an older program printed otherwise; their names are the old ones still.
        for page in try PageUnitStore.pages(naming: Set(all.keys).subtracting(all.values), in: db) {
            guard let unit = all[page.unit], let revision = try PageRevisionStore.current(page, in: db) else {
                continue
            }
            var content = try PageRevisionActions.content(of: revision, page)
            content.unit = unit
            _ = try PageRevisionStore.save(
                PreparedPage(content, names: StatuteDirectoryStore.names(in: db)), of: page,
                reason: PageTerms.unitRenamed, isReview: false, by: acting, in: db)
            renamed.append(PageUnitStore.Renamed(page: page.id, number: revision.number))
        }
        for renamed in renamed {
            let subject = PageDraft.key(of: renamed.page)
            try DraftStore.carry(PageField.subjectKind, of: subject, over: renamed.number, in: db)
            try AuditStore.append(
                .pageRevision, on: "page/\(renamed.page)", .words(PageTerms.unitRenamed), by: acting, in: db)
        }
        for (old, new) in all { try DraftStore.replace(old, in: PageField.unit, with: new, in: db) }
    }

    /// Nil when no page names the unit.
    /// - Throws: `PageRefusal.invalid` when a page's file could not be read again with the new name.
    private static func change(from old: String, to new: String, in db: Database) throws -> PageUnitStore.Change? {
        guard let longest = try PageUnitStore.longest(naming: old, in: db) else { return nil }
        let change = PageUnitStore.Change(
            old: old, new: new, oldLine: PagePrinter.line(unit: old), newLine: PagePrinter.line(unit: new))
        let sample = try PreparedPage(PageContent.sample(unit: new), names: .table)
        guard sample.content.unit == new, longest + change.newLine.utf8.count <= PageFile.sizeLimit else {
            throw PageRefusal.invalid([.tooLarge(kibibytes: PageFile.sizeLimit >> 10)])
        }
        return change
    }
}

extension PageContent {
    /// The shortest page of a unit.
    fileprivate static func sample(unit: String) -> PageContent {
        PageContent(
            code: "page", kind: .faq, title: "-", owner: .role(.knowledgeEditor), unit: unit, reviewMonths: 12,
            lawAsOf: Day(daysSinceEpoch: 0), body: "-")
    }
}
