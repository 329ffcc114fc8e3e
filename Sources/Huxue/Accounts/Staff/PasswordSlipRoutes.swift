import Hummingbird
import Logging

/// Issues passwords to all of a unit who have none.
struct PasswordSlipRoutes {
    /// How many are issued at a time: some 20 ms of hashing each.
    private static let limit = 500

    let services: AccountServices

    private var office: Office { services.office }

    func add(to router: RouterGroup<SignedInContext>) {
        router.get("staff/passwords") { _, context in try await form(context) }
        router.post("staff/passwords") { _, context in try await issue(context) }
    }

    private func form(
        _ context: SignedInContext, problem: (any Refusal)? = nil, chosen: ID<Unit>? = nil
    ) async throws -> WebResponse {
        try Policy.requireSomewhere(.resetPasswords, for: context.actor)
        let scope = Policy.scope(of: .resetPasswords, for: context.actor)
        let now = office.clock.now()
        let today = ROCDate.day(of: now)
        let (units, waiting) = try await office.database.read {
            (
                try UnitStore.all(scope: scope, in: $0),
                try EmployeeStore.count(StaffFilter(withoutPassword: true), scope: scope, today: today, in: $0)
            )
        }
        return .page(
            PasswordSlipViews.form(
                units: units, waiting: waiting, chosen: chosen,
                asksPassword: problem != nil || !SessionRules.isConfirmed(context.visitor, now: now), problem: problem,
                chrome: office.chrome(for: context.visitor)), status: problem?.kind.status ?? .ok)
    }

    private func issue(_ context: SignedInContext) async throws -> WebResponse {
        try Policy.requireSomewhere(.resetPasswords, for: context.actor)
        guard let unit = ID<Unit>(try context.form.text("unit")) else { throw CommonRefusal.missing }
        do {
            try await services.stepUp(
                context.visitor, password: try context.form.verbatim("ownPassword"), address: context.origin)
        } catch let refusal as PasswordRefusal {
            return try await form(context, problem: refusal, chosen: unit)
        } catch let refusal as SignInRefusal {
            return try await form(context, problem: refusal, chosen: unit)
        }
        let slips = try await makeSlips(unit, actor: context.actor)
        let (actor, origin, now) = (context.actor, context.origin, office.clock.now())
        let issue = try await PasswordIssue.run(slips) { hashes in
            try await office.database.write { db in
                let actor = try SessionStore.current(actor, now: now, in: db)
                return try AccessStore.issue(hashes, actor: actor, origin: origin, now: now, in: db)
            }
        }
        if let failure = issue.failure {
            context.logger.error("passwords issued in part", metadata: ["error": "\(failure)"])
        }
        let issued = slips.filter { issue.done.contains($0.employee) }
        let leftOut = issue.leftOut(of: slips)
        guard try context.form.text("format") == "csv" else {
            return .page(
                PasswordSlipViews.slips(
                    issued, leftOut: leftOut, chrome: office.chrome(for: context.visitor)))
        }
        return .download(
            PasswordSlip.file(of: issued, leftOut: leftOut), name: AccountTerms.slipFileName,
            type: "text/csv; charset=utf-8")
    }

    private func makeSlips(_ unit: ID<Unit>, actor: Actor) async throws -> [PasswordSlip] {
        let scope = Policy.scope(of: .resetPasswords, for: actor)
        let today = ROCDate.day(of: office.clock.now())
        let members = try await office.database.read { db -> [StaffMember] in
            guard let unit = try UnitStore.unit(unit, in: db) else { throw CommonRefusal.missing }
            try Policy.require(.resetPasswords, for: actor, at: unit.position)
            return try EmployeeStore.members(
                StaffFilter(unit: unit.position, withoutPassword: true), scope: scope, today: today,
                limit: Self.limit, in: db)
        }
        let parameters = services.signIn.hasher.parameters
        var slips: [PasswordSlip] = []
        for member in members {
            slips.append(try await office.hashing.run { try PasswordSlip(for: member, parameters: parameters) })
        }
        return slips
    }
}
