import Hummingbird
import Logging

/// Issues passwords to everybody in a unit who has none yet.
struct PasswordSlipRoutes {
    /// How many passwords one request issues at most; hashing each takes about 20 ms.
    private static let limit = 500

    let services: AccountServices

    private var office: Office { services.office }

    func add(to router: RouterGroup<SignedInContext>) {
        router.get("staff/passwords") { _, context in try await form(context) }
        router.post("staff/passwords") { _, context in try await issue(context) }
    }

    private func form(
        _ context: SignedInContext, problem: (any Refusal)? = nil, unit: String = ""
    ) async throws -> WebResponse {
        let (actor, now) = (context.actor, office.clock.now())
        try Policy.requireSomewhere(.resetPasswords, for: actor)
        let (units, waiting) = try await office.database.read {
            (
                try UnitChoiceActions.choice(.resetPasswords, typed: unit, for: actor, in: $0),
                try PasswordActions.waitingCount(for: actor, now: now, in: $0)
            )
        }
        let isOfUnit = problem is UnitRefusal
        return .page(
            PasswordSlipViews.form(
                units: units, waiting: waiting,
                asksPassword: problem != nil && !isOfUnit || !SessionRules.isConfirmed(context.visitor, now: now),
                problem: problem, chrome: office.chrome(for: context.visitor)), status: problem?.kind.status ?? .ok)
    }

    private func issue(_ context: SignedInContext) async throws -> WebResponse {
        try Policy.requireSomewhere(.resetPasswords, for: context.actor)
        let unit = try context.form.text("unit")
        guard !unit.isEmpty else { throw CommonRefusal.missing }
        let slips: [PasswordSlip]
        do {
            try await services.stepUp(
                context.visitor, password: try context.form.verbatim("ownPassword"), address: context.origin)
            slips = try await makeSlips(unit, actor: context.actor)
        } catch let refusal as any Refusal
            where refusal is PasswordRefusal || refusal is SignInRefusal || refusal is UnitRefusal
        {
            return try await form(context, problem: refusal, unit: unit)
        }
        let acting = context.acting(at: office.clock.now())
        let issue = try await PasswordIssue.run(slips) { hashes in
            try await office.database.write(as: acting) { try PasswordActions.issue(hashes, by: $0, in: $1) }
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

    private func makeSlips(_ unit: String, actor: Actor) async throws -> [PasswordSlip] {
        let now = office.clock.now()
        let members = try await office.database.read { db -> [StaffMember] in
            let unit = try UnitChoiceActions.unit(unit, .resetPasswords, for: actor, in: db)
            return try PasswordActions.waiting(below: unit, limit: Self.limit, by: actor, now: now, in: db)
        }
        let parameters = services.signIn.hasher.parameters
        var slips: [PasswordSlip] = []
        for member in members {
            slips.append(try await office.hashing.run { try PasswordSlip(for: member, parameters: parameters) })
        }
        return slips
    }
}
