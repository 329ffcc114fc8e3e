import Hummingbird
import Logging

/// The tree of units, and what administrators do to it.
struct UnitRoutes {
    let services: AccountServices

    private var office: Office { services.office }
    private var followers: [any UnitFollower.Type] { office.house.unitFollowers }

    func add(to router: RouterGroup<SignedInContext>) {
        router.get("units") { request, context in try await list(request, context) }
        router.get("units/:unit") { _, context in try await show(context) }
        router.post("units/:unit") { _, context in try await change(context) }
        router.get("units/:unit/removal") { _, context in try await confirmRemoval(context) }
        router.post("units/:unit/removal") { _, context in try await remove(context) }
    }

    private func list(_ request: Request, _ context: SignedInContext) async throws -> WebResponse {
        try Policy.requireSomewhere(.readStaff, for: context.actor)
        let scope = Policy.scope(of: .readStaff, for: context.actor)
        let today = ROCDate.day(of: office.clock.now())
        let done = AccountTerms.done(try request.query().text("done"))
        let (units, counts) = try await office.database.read {
            (try UnitStore.all(scope: scope, in: $0), try UnitStore.staffCounts(on: today, in: $0))
        }
        let rows = UnitTree.ordered(units).map { branch in
            let below = units.filter { branch.unit.position.covers($0.position) }
            return UnitViews.Row(
                branch: branch, own: counts[branch.unit.id] ?? 0,
                total: below.reduce(0) { $0 + (counts[$1.id] ?? 0) },
                mayChange: units.contains {
                    $0.id == branch.unit.parentID && context.visitor.may(.manageStaff, at: $0.position)
                })
        }
        return .page(UnitViews.list(rows, done: done, chrome: office.chrome(for: context.visitor)))
    }

    private func show(
        _ context: SignedInContext, _ adjust: (inout UnitFormViews.Contents) throws -> Void = { _ in }
    ) async throws -> WebResponse {
        let id = try context.id("unit", of: Unit.self)
        let actor = context.actor
        try Policy.requireSomewhere(.manageStaff, for: actor)
        let (unit, parents) = try await office.database.read { db in
            let unit = try UnitActions.changeable(id, by: actor, in: db)
            let parents = try UnitStore.all(in: db).filter {
                $0.id == unit.parentID
                    || (!unit.position.covers($0.position) && Policy.permits(.manageStaff, for: actor, at: $0.position))
            }
            return (unit, parents)
        }
        var contents = UnitFormViews.Contents(
            unit: unit, parents: parents, typedName: unit.name, chosenParent: unit.parentID,
            asksPassword: !SessionRules.isConfirmed(context.visitor, now: office.clock.now()))
        try adjust(&contents)
        return .page(
            UnitFormViews.unit(contents, chrome: office.chrome(for: context.visitor)),
            status: contents.problem?.kind.status ?? .ok)
    }

    private func change(_ context: SignedInContext) async throws -> WebResponse {
        let id = try context.id("unit", of: Unit.self)
        let name = try context.form.text("name")
        guard let parent = ID<Unit>(try context.form.text("parent")) else { throw CommonRefusal.missing }
        let (actor, origin) = (context.actor, context.origin)
        try Policy.requireSomewhere(.manageStaff, for: actor)
        do {
            try await services.stepUp(
                context.visitor, password: try context.form.verbatim("ownPassword"), address: origin)
            let (now, followers) = (office.clock.now(), followers)
            try await office.database.write { db in
                let actor = try SessionStore.current(actor, now: now, in: db)
                try UnitActions.change(
                    id, name: name, below: parent, followers: followers, actor: actor, origin: origin,
                    now: now, in: db)
            }
            return .seeOther("/units?done=unitChanged")
        } catch let refusal as any Refusal where Self.belongsInForm(refusal) {
            return try await show(context) {
                $0.problem = refusal
                // Whoever came as far as the unit's own rules has just shown it.
                $0.asksPassword = !(refusal is UnitRefusal)
                $0.typedName = name
                $0.chosenParent = parent
            }
        }
    }

    private static func belongsInForm(_ refusal: any Refusal) -> Bool {
        refusal is UnitRefusal || refusal is PasswordRefusal || refusal is SignInRefusal
    }

    private func confirmRemoval(_ context: SignedInContext) async throws -> WebResponse {
        let id = try context.id("unit", of: Unit.self)
        let actor = context.actor
        try Policy.requireSomewhere(.manageStaff, for: actor)
        let (today, followers) = (ROCDate.day(of: office.clock.now()), followers)
        let (unit, obstacles) = try await office.database.read { db in
            let unit = try UnitActions.managed(id, by: actor, in: db)
            guard unit.parentID != nil else { throw UnitRefusal.root }
            return (
                unit,
                try UnitActions.obstacles(to: unit, followers: followers, today: today, in: db)
            )
        }
        return .page(
            UnitFormViews.removal(unit, obstacles: obstacles, chrome: office.chrome(for: context.visitor)))
    }

    private func remove(_ context: SignedInContext) async throws -> WebResponse {
        let id = try context.id("unit", of: Unit.self)
        let (actor, origin, now) = (context.actor, context.origin, office.clock.now())
        try Policy.requireSomewhere(.manageStaff, for: actor)
        let followers = followers
        try await office.database.write {
            try UnitActions.remove(
                id, followers: followers, actor: actor, origin: origin, now: now, in: $0)
        }
        return .seeOther("/units?done=unitRemoved")
    }
}
