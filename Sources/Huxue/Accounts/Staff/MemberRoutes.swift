import Hummingbird
import Logging

/// One employee's page: facts, roles, password.
struct MemberRoutes {
    let services: AccountServices

    private var office: Office { services.office }

    func add(to router: RouterGroup<SignedInContext>) {
        router.get("staff/:employee") { request, context in
            let query = try request.query()
            return try await show(context) { $0.done = AccountTerms.done(try query.text("done")) }
        }
        router.post("staff/:employee/grants") { _, context in try await grant(context) }
        router.get("staff/:employee/grants/:role/:unit/end") { _, context in try await confirmRevocation(context) }
        router.post("staff/:employee/grants/:role/:unit/end") { _, context in try await revoke(context) }
        router.post("staff/:employee/password") { _, context in try await reset(context) }
    }

    private func show(
        _ context: SignedInContext, _ adjust: (inout StaffViews.Contents) throws -> Void
    ) async throws -> WebResponse {
        let id = try context.id("employee", of: Employee.self)
        let actor = context.actor
        try Policy.requireSomewhere(.readStaff, for: actor)
        let now = office.clock.now()
        let today = ROCDate.day(of: now)
        let asksPassword = !SessionRules.isConfirmed(context.visitor, now: now)
        let found = try await office.database.read { db -> StaffViews.Contents? in
            guard
                let member = try EmployeeStore.member(
                    id, scope: Policy.scope(of: .readStaff, for: actor), in: db)
            else { return nil }
            let grants = try GrantStore.grants(scope: .everywhere, of: id, in: db)
            return StaffViews.Contents(
                member: member, grants: grants,
                grantableUnits: try UnitStore.all(scope: Policy.scope(of: .grantRoles, for: actor), in: db),
                mayReset: member.account != nil
                    && (try? GrantRules.mayReset(member, grants: grants.map(\.unit), by: actor)) != nil,
                issued: try AccessStore.issueCount(of: member, in: db), today: today, asksPassword: asksPassword)
        }
        guard var contents = found else { throw CommonRefusal.missing }
        try adjust(&contents)
        return .page(
            StaffViews.member(contents, chrome: office.chrome(for: context.visitor)),
            status: contents.problem?.kind.status ?? .ok)
    }

    private func grant(_ context: SignedInContext) async throws -> WebResponse {
        let employee = try context.id("employee", of: Employee.self)
        guard let role = Role(rawValue: try context.form.text("role")),
            let unit = ID<Unit>(try context.form.text("unit"))
        else { throw CommonRefusal.missing }
        let (actor, origin) = (context.actor, context.origin)
        do {
            try Policy.requireSomewhere(.grantRoles, for: actor)
            try await stepUp(context)
            let now = office.clock.now()
            try await office.database.write { db in
                let actor = try SessionStore.current(actor, now: now, in: db)
                try AccessStore.grant(role, at: unit, to: employee, actor: actor, origin: origin, now: now, in: db)
            }
            return .seeOther("/staff/\(employee)?done=granted")
        } catch let refusal as any Refusal where Self.belongsInForm(refusal) {
            return try await show(context) {
                $0.problem = refusal
                $0.problemForm = "grant"
                $0.chosenRole = role
                $0.chosenUnit = unit
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
        let (actor, origin) = (context.actor, context.origin)
        do {
            try await stepUp(context)
            let now = office.clock.now()
            try await office.database.write { db in
                let actor = try SessionStore.current(actor, now: now, in: db)
                try AccessStore.revoke(
                    grant.role, at: grant.unitID, from: grant.employee, actor: actor, origin: origin, now: now,
                    in: db)
            }
            return .seeOther("/staff/\(grant.employee)?done=revoked")
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
        let role = context.parameters.get("role").flatMap { Role(rawValue: $0) }
        let actor = context.actor
        try Policy.requireSomewhere(.grantRoles, for: actor)
        let grants = try await office.database.read {
            try GrantStore.grants(scope: Policy.scope(of: .grantRoles, for: actor), of: employee, in: $0)
        }
        guard let grant = grants.first(where: { $0.unitID == unit && $0.role == role }) else {
            throw CommonRefusal.missing
        }
        return grant
    }

    private func reset(_ context: SignedInContext) async throws -> WebResponse {
        let employee = try context.id("employee", of: Employee.self)
        let (actor, origin, issued) = (context.actor, context.origin, try context.form.number("issued"))
        do {
            try Policy.requireSomewhere(.resetPasswords, for: actor)
            let scope = Policy.scope(of: .resetPasswords, for: actor)
            guard
                let member = try await office.database.read({
                    try EmployeeStore.member(employee, scope: scope, in: $0)
                })
            else { throw CommonRefusal.missing }
            try await stepUp(context)
            let parameters = services.signIn.hasher.parameters
            let slip = try await office.hashing.run { try PasswordSlip(for: member, parameters: parameters) }
            let now = office.clock.now()
            try await office.database.write { db in
                let actor = try SessionStore.current(actor, now: now, in: db)
                guard try issued == nil || issued == AccessStore.issueCount(of: member, in: db) else {
                    throw StaffRefusal.issuedMeanwhile
                }
                try AccessStore.reset(employee, hash: slip.hash, actor: actor, origin: origin, now: now, in: db)
            }
            return .page(PasswordSlipViews.slips([slip], chrome: office.chrome(for: context.visitor)))
        } catch let refusal as any Refusal where Self.belongsInForm(refusal) {
            return try await show(context) {
                $0.problem = refusal
                $0.problemForm = "reset"
            }
        }
    }

    private func stepUp(_ context: SignedInContext) async throws {
        try await services.stepUp(
            context.visitor, password: try context.form.verbatim("ownPassword"), address: context.origin)
    }

    private static func belongsInForm(_ refusal: any Refusal) -> Bool {
        refusal is PasswordRefusal || refusal is StaffRefusal || refusal is SignInRefusal
    }
}
