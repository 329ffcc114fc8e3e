import GRDB

/// What the office says of itself: who manages the knowledge base of the whole office answers.
enum LocalFactActions {
    private static func requireChange(_ actor: Actor, in db: Database) throws {
        guard let root = try UnitStore.root(in: db) else { throw CommonRefusal.missing }
        try Policy.require(.editPages, for: actor, at: root.position)
    }

    /// - Throws: `CommonRefusal.forbidden`.
    static func facts(for visitor: Visitor, in db: Database) throws -> LocalFacts {
        try requireChange(visitor.actor, in: db)
        return try LocalFactStore.facts(in: db)
    }

    /// Saves all answers, writes those that differ in the audit log, and has them found in the pages that show them.
    ///
    /// - Throws: `CommonRefusal.forbidden`, `LocalFactRefusal` for an answer that is too long.
    static func save(_ facts: LocalFacts, by acting: ActionContext, in db: Database) throws {
        try requireChange(acting.actor, in: db)
        let known = try LocalFactStore.facts(in: db)
        var changed: Set<LocalFact> = []
        for fact in LocalFact.allCases {
            let text = facts[fact] ?? ""
            guard text.unicodeScalars.count <= LocalFact.lengthLimit else { throw LocalFactRefusal.tooLong(fact) }
            guard text != known[fact] ?? "" else { continue }
            changed.insert(fact)
            try LocalFactStore.set(fact, text, by: acting, in: db)
            try AuditStore.append(
                .localFactChange, on: fact.rawValue,
                ["change": .detail(.change(from: .text(known[fact] ?? ""), to: .text(text)))], by: acting, in: db)
        }
        try PageIndexStore.indexPages(askingFor: changed, in: db)
    }
}
