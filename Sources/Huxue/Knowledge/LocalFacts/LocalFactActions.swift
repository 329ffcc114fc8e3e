import GRDB

/// What the office says of itself: who manages the knowledge base of the whole office answers.
enum LocalFactActions {
    private static func requireChange(_ actor: Actor, in db: Database) throws {
        guard let root = try UnitStore.root(in: db) else { throw CommonRefusal.missing }
        try Policy.require(.editPages, for: actor, at: root.position)
    }

    static func mayChange(_ actor: Actor, in db: Database) throws -> Bool {
        try UnitStore.root(in: db).map { Policy.permits(.editPages, for: actor, at: $0.position) } ?? false
    }

    /// - Throws: `CommonRefusal.forbidden`.
    static func facts(for visitor: Visitor, in db: Database) throws -> LocalFacts {
        try requireChange(visitor.actor, in: db)
        return try LocalFactStore.facts(in: db)
    }

    /// Saves the answers that the form changes, all or none, writes them in the audit log, and has them found in the pages
    /// that show them.
    ///
    /// - Throws: `CommonRefusal.forbidden`, `LocalFactRefusal`.
    static func save(_ form: LocalFactForm, by acting: ActionContext, in db: Database) throws {
        try requireChange(acting.actor, in: db)
        let known = try LocalFactStore.facts(in: db)
        let conflicts = form.conflicts(with: known)
        guard conflicts.isEmpty else { throw LocalFactRefusal.changedMeanwhile(conflicts) }
        let changes = form.changes(of: known)
        for fact in LocalFact.allCases {
            guard let text = changes[fact] else { continue }
            guard text.unicodeScalars.count <= LocalFact.lengthLimit else { throw LocalFactRefusal.tooLong(fact) }
            try LocalFactStore.set(fact, text, by: acting, in: db)
            try AuditStore.append(
                .localFactChange, on: fact.rawValue,
                ["change": .detail(.change(from: .text(known[fact] ?? ""), to: .text(text)))], by: acting, in: db)
        }
        try PageIndexStore.indexPages(askingFor: Set(changes.keys), in: db)
    }
}
