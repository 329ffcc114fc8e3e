import Hummingbird
import Logging

/// One employee's page: facts, roles, password.
struct MemberRoutes {
    let services: AccountServices

    private var office: Office { services.office }

    func add(to router: RouterGroup<SignedInContext>) {
        router.get("staff/:employee") { request, context in
            let query = try request.query()
            return try await show(context) {
                $0.done = try AccountDeed(
                    query, among: [.granted, .revoked, .staffAdded, .staffChanged, .staffKept])?.sentence
            }
        }
        router.post("staff/:employee/grants") { _, context in try await grant(context) }
        router.get("staff/:employee/grants/:role/:unit/end") { _, context in try await confirmRevocation(context) }
        router.post("staff/:employee/grants/:role/:unit/end") { _, context in try await revoke(context) }
        router.get("staff/:employee/password") { _, context in try await confirmReset(context) }
        router.post("staff/:employee/password") { _, context in try await reset(context) }
    }

    /// `unit`: what was typed or chosen as unit in the form for granting a role.
    private func show(
        _ context: SignedInContext, unit: String = "", _ adjust: (inout StaffViews.Contents) throws -> Void
    ) async throws -> WebResponse {
        let id = try context.id("employee", of: Employee.self)
        let acting = context.acting(at: office.clock.now())
        let asksPassword = !SessionRules.isConfirmed(context.visitor, now: acting.now)
        var contents = try await office.database.read {
            try StaffActions.member(id, unit: unit, asksPassword: asksPassword, by: acting, in: $0)
        }
        try adjust(&contents)
        return .page(
            StaffViews.member(contents, chrome: office.chrome(for: context.visitor)),
            status: contents.problem?.kind.status ?? .ok)
    }

    private func grant(_ context: SignedInContext) async throws -> WebResponse {
        let employee = try context.id("employee", of: Employee.self)
        guard let role = Role(rawValue: try context.form.text("role")) else { throw CommonRefusal.missing }
        let typed = try context.form.text("unit")
        do {
            try Policy.requireSomewhere(.grantRoles, for: context.actor)
            try await stepUp(context)
            try await office.database.write(as: context.acting(at: office.clock.now())) { acting, db in
                let unit = try UnitChoiceActions.id(typed, .grantRoles, for: acting.actor, in: db)
                try GrantActions.grant(role, at: unit, to: employee, by: acting, in: db)
            }
            return .seeOther(AccountDeed.granted.told(at: "/staff/\(employee)"))
        } catch let refusal as any Refusal where Self.belongsInForm(refusal) {
            return try await show(context, unit: typed) {
                $0.problem = refusal
                $0.chosenRole = role
            }
        }
    }

    private func confirmRevocation(_ context: SignedInContext) async throws -> WebResponse {
        let grant = try await namedGrant(context)
        return .page(
            StaffViews.revocation(
                grant, asksPassword: !SessionRules.isConfirmed(context.visitor, now: office.clock.now()),
                chrome: office.chrome(for: context.visitor)))
    }

    private func revoke(_ context: SignedInContext) async throws -> WebResponse {
        let grant = try await namedGrant(context)
        do {
            try await stepUp(context)
            try await office.database.write(as: context.acting(at: office.clock.now())) {
                try GrantActions.revoke(grant.role, at: grant.unitID, from: grant.employee, by: $0, in: $1)
            }
            return .seeOther(AccountDeed.revoked.told(at: "/staff/\(grant.employee)"))
        } catch let refusal as any Refusal where Self.belongsInForm(refusal) {
            return .page(
                StaffViews.revocation(
                    grant, asksPassword: !(refusal is StaffRefusal), problem: refusal,
                    chrome: office.chrome(for: context.visitor)),
                status: refusal.kind.status)
        }
    }

    /// The grant that the address names, if the visitor may take it away.
    private func namedGrant(_ context: SignedInContext) async throws -> GrantEntry {
        let employee = try context.id("employee", of: Employee.self)
        let unit = try context.id("unit", of: Unit.self)
        let actor = context.actor
        try Policy.requireSomewhere(.grantRoles, for: actor)
        guard let role = context.parameters.get("role").flatMap({ Role(rawValue: $0) }) else {
            throw CommonRefusal.missing
        }
        return try await office.database.read {
            try GrantActions.revocable(role, at: unit, of: employee, by: actor, in: $0)
        }
    }

    private func confirmReset(_ context: SignedInContext, problem: (any Refusal)? = nil) async throws -> WebResponse {
        let employee = try context.id("employee", of: Employee.self)
        let actor = context.actor
        let (member, issued) = try await office.database.read {
            try PasswordActions.confirmable(employee, by: actor, in: $0)
        }
        return .page(
            StaffViews.reset(
                of: member, issued: issued,
                asksPassword: !SessionRules.isConfirmed(context.visitor, now: office.clock.now()), problem: problem,
                chrome: office.chrome(for: context.visitor)),
            status: problem?.kind.status ?? .ok)
    }

    private func reset(_ context: SignedInContext) async throws -> WebResponse {
        let employee = try context.id("employee", of: Employee.self)
        let (actor, issued) = (context.actor, try context.form.number("issued"))
        do {
            let member = try await office.database.read {
                try PasswordActions.resettable(employee, by: actor, in: $0)
            }
            try await stepUp(context)
            let parameters = services.signIn.hasher.parameters
            let slip = try await office.hashing.run { try PasswordSlip(for: member, parameters: parameters) }
            try await office.database.write(as: context.acting(at: office.clock.now())) {
                try PasswordActions.reset(employee, hash: slip.hash, seen: issued, by: $0, in: $1)
            }
            return .page(PasswordSlipViews.slips([slip], chrome: office.chrome(for: context.visitor)))
        } catch let refusal as any Refusal where Self.belongsInForm(refusal) {
            return try await confirmReset(context, problem: refusal)
        }
    }

    private func stepUp(_ context: SignedInContext) async throws {
        try await services.stepUp(
            context.visitor, password: try context.form.verbatim("ownPassword"), address: context.origin)
    }

    private static func belongsInForm(_ refusal: any Refusal) -> Bool {
        refusal is PasswordRefusal || refusal is StaffRefusal || refusal is SignInRefusal || refusal is UnitRefusal
    }
}
