import GRDB

/// Who answers for pages.
enum PageOwnerActions {
    /// Whether `actor` answers for a page of this unit and owner: as the person who is named, or as somebody who has the
    /// role that is named over the unit.
    static func answers(
        forUnit name: String, owner: PageOwner, _ actor: Actor, in db: Database
    ) throws -> Bool {
        guard case .visitor(let visitor) = actor, visitor.may(.readPages) else { return false }
        switch owner {
        case .login(let login): return login == visitor.login
        case .role(let role):
            let granted = visitor.grants.filter { $0.role == role }
            guard !granted.isEmpty, let unit = try unit(named: name, in: db) else { return false }
            return granted.contains { $0.unit.covers(unit.position) }
        }
    }

    /// The unit in charge by the name that a page has for it; one that is not there any more counts as the office itself.
    static func unit(named name: String, in db: Database) throws -> Unit? {
        let unit = try name.isEmpty ? nil : UnitStore.unit(named: name, in: db)
        return try unit ?? UnitStore.root(in: db)
    }

    /// The pages in force for which the visitor answers.
    ///
    /// Without pages whose owner is the role of knowledge editors: editors get one note for all pages together.
    static func pages(of visitor: Visitor, today: Day, in db: Database) throws -> [Page] {
        let roles = Set(visitor.grants.map(\.role)).subtracting([.knowledgeEditor])
        let filter = PageFilter(
            reach: PageActions.reach(of: visitor.actor), state: .current,
            owners: Set(roles.map(\.rawValue)).union([visitor.login]))
        return try PageStore.lines(filter, today: today, in: db).filter {
            try answers(forUnit: $0.unit, owner: $0.owner, visitor.actor, in: db)
        }
    }
}
