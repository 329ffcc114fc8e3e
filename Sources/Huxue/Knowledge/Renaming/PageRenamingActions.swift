import GRDB

/// Pages follow what their files name, when that is called otherwise.
enum PageRenamingActions {
    /// Each page that says one of these names has a new revision that says the present one; drafts do so too.
    ///
    /// In a few statements for all of them: it is part of the change of the units or the staff, and everybody's writes
    /// wait for it. `names`: the new ones by the old ones; two may be exchanged.
    /// - Throws: `PageRefusal.invalid` when a page's file could not be read again with the new name.
    static func follow(
        _ names: [String: String], in field: PageRenamingStore.Field, reason: String, by acting: ActionContext,
        in db: Database
    ) throws {
        guard !names.isEmpty else { return }
        let changes = try names.compactMap { old, new in try change(from: old, to: new, in: field, in: db) }
        // Files that an older program printed otherwise.
        let odd = try PageRenamingStore.odd(changes, in: field, in: db)
        var renamed = try PageRenamingStore.rename(
            changes, in: field, reason: reason, author: acting.actor.auditName, now: acting.now, in: db)
        for (page, name) in odd {
            guard let revision = try PageRevisionStore.current(page, in: db) else { continue }
            var content = try PageRevisionActions.content(of: revision, page)
            content.name(name, as: field)
            _ = try PageRevisionStore.save(
                PreparedPage(content, names: StatuteDirectoryStore.names(in: db)), of: page, reason: reason,
                isReview: false, by: acting, in: db)
            renamed.append(PageRenamingStore.Renamed(page: page.id, number: revision.number))
        }
        for renamed in renamed {
            let subject = PageDraft.key(of: renamed.page)
            try DraftStore.carry(PageField.subjectKind, of: subject, over: renamed.number, in: db)
            try AuditStore.append(.pageRevision, on: "page/\(renamed.page)", .words(reason), by: acting, in: db)
        }
        try DraftStore.replace(names, in: field.field, in: db)
    }

    /// Nil when no page says the name.
    private static func change(
        from old: String, to new: String, in field: PageRenamingStore.Field, in db: Database
    ) throws -> PageRenamingStore.Change? {
        guard let longest = try PageRenamingStore.longest(naming: old, in: field, in: db) else { return nil }
        let change = PageRenamingStore.Change(
            old: old, new: new, oldLine: PagePrinter.line(field, old), newLine: PagePrinter.line(field, new))
        var content = PageContent.sample
        content.name(new, as: field)
        let read = try PreparedPage(content, names: .table).content
        guard (read.unit, read.owner) == (content.unit, content.owner),
            longest + change.newLine.utf8.count <= PageFile.sizeLimit
        else { throw PageRefusal.invalid([.tooLarge(kibibytes: PageFile.sizeLimit >> 10)]) }
        return change
    }
}

extension PageRenamingStore.Field {
    fileprivate var field: PageField {
        switch self {
        case .unit: .unit
        case .owner: .owner
        }
    }
}

extension PageContent {
    /// The shortest page.
    fileprivate static let sample = PageContent(
        code: "page", kind: .faq, title: "-", owner: .role(.knowledgeEditor), reviewMonths: 12,
        lawAsOf: Day(daysSinceEpoch: 0), body: "-")

    fileprivate mutating func name(_ name: String, as field: PageRenamingStore.Field) {
        switch field {
        case .unit: unit = name
        case .owner: owner = PageOwner(name)
        }
    }
}
