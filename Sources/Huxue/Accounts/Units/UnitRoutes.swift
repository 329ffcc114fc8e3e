import Hummingbird
import Logging

/// The pages that show the tree of units and let administrators change it.
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
        let query = try request.query()
        let (opened, page) = (ID<Unit>(try query.text("unit")), try query.number("page"))
        let (actor, today) = (context.actor, ROCDate.day(of: office.clock.now()))
        let level = try await office.database.read {
            try UnitTreeActions.level(of: opened, page: page, for: actor, today: today, in: $0)
        }
        return .page(
            UnitViews.list(
                level, done: try AccountDeed(query, among: [.unitChanged, .unitRemoved])?.sentence,
                chrome: office.chrome(for: context.visitor)))
    }

    /// `parent`: the parent as typed or chosen; nil for the present one.
    private func show(
        _ context: SignedInContext, parent: String? = nil,
        _ adjust: (inout UnitFormViews.Contents) throws -> Void = { _ in }
    ) async throws -> WebResponse {
        let id = try context.id("unit", of: Unit.self)
        let actor = context.actor
        try Policy.requireSomewhere(.manageStaff, for: actor)
        let (unit, parents) = try await office.database.read {
            try UnitActions.form(for: id, parent: parent, by: actor, in: $0)
        }
        var contents = UnitFormViews.Contents(
            unit: unit, parents: parents, typedName: unit.name,
            asksPassword: !SessionRules.isConfirmed(context.visitor, now: office.clock.now()))
        try adjust(&contents)
        return .page(
            UnitFormViews.unit(contents, chrome: office.chrome(for: context.visitor)),
            status: contents.problem?.kind.status ?? .ok)
    }

    private func change(_ context: SignedInContext) async throws -> WebResponse {
        let id = try context.id("unit", of: Unit.self)
        let (name, parent) = (try context.form.text("name", keepingTurns: true), try context.form.text("parent"))
        try Policy.requireSomewhere(.manageStaff, for: context.actor)
        do {
            try await services.stepUp(
                context.visitor, password: try context.form.verbatim("ownPassword"), address: context.origin)
            let followers = followers
            try await office.database.write(as: context.acting(at: office.clock.now())) { acting, db in
                let above = try UnitChoiceActions.id(parent, .manageStaff, for: acting.actor, in: db)
                try UnitActions.change(id, name: name, below: above, followers: followers, by: acting, in: db)
            }
            return .seeOther(AccountDeed.unitChanged.told(at: "/units"))
        } catch let refusal as any Refusal where Self.belongsInForm(refusal) {
            return try await show(context, parent: parent) {
                $0.problem = refusal
                // The password is checked before the rules of units: a refusal by these means that it was right.
                $0.asksPassword = !(refusal is UnitRefusal)
                $0.typedName = name
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
        let (unit, obstacles) = try await office.database.read {
            try UnitActions.removal(of: id, followers: followers, by: actor, today: today, in: $0)
        }
        return .page(
            UnitFormViews.removal(unit, obstacles: obstacles, chrome: office.chrome(for: context.visitor)))
    }

    private func remove(_ context: SignedInContext) async throws -> WebResponse {
        let id = try context.id("unit", of: Unit.self)
        try Policy.requireSomewhere(.manageStaff, for: context.actor)
        let followers = followers
        try await office.database.write(as: context.acting(at: office.clock.now())) {
            try UnitActions.remove(id, followers: followers, by: $0, in: $1)
        }
        return .seeOther(AccountDeed.unitRemoved.told(at: "/units"))
    }
}
