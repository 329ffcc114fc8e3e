import Hummingbird
import Logging

/// The audit log.
struct AuditRoutes {
    let services: AccountServices

    private var office: Office { services.office }

    func add(to router: RouterGroup<SignedInContext>) {
        router.get("audit") { request, context in try await list(request, context) }
        router.get("audit/head") { _, context in try await head(context) }
        router.get("audit/export") { request, context in try await export(request, context) }
    }

    private func list(_ request: Request, _ context: SignedInContext) async throws -> WebResponse {
        let query = try request.query()
        let (asked, page) = (try AuditQuery(query), try query.number("page"))
        let (actor, house) = (context.actor, office.house)
        let contents = try await office.database.read {
            try AuditActions.contents(asked, page: page, house: house, for: actor, in: $0)
        }
        return .page(AuditViews.list(contents, chrome: office.chrome(for: context.visitor)))
    }

    private func head(_ context: SignedInContext) async throws -> WebResponse {
        let acting = context.acting(at: office.clock.now())
        let head = try await office.database.read { try AuditActions.head(for: acting, in: $0) }
        return .page(AuditViews.head(head, chrome: office.chrome(for: context.visitor)))
    }

    private func export(_ request: Request, _ context: SignedInContext) async throws -> WebResponse {
        try Policy.requireEverywhere(.readAudit, for: context.actor)
        let asked = try AuditQuery(try request.query())
        if let day = asked.unreadable.first?.typed { throw AuditRefusal.badDay(day) }
        let acting = context.acting(at: office.clock.now())
        try SessionRules.requireConfirmed(context.visitor, now: acting.now)
        let house = office.house
        let (entries, total) = try await office.database.read {
            try AuditActions.exported(asked.filter, house: house, for: acting.actor, in: $0)
        }
        try await office.database.write(as: acting) { try AuditActions.recordExport(of: entries.count, by: $0, in: $1) }
        let bytes = try await office.files.run {
            AuditExport.file(of: entries, total: total, wording: AuditWording(house.vocabularies))
        }
        return .download(bytes, name: AccountTerms.auditFileName, type: "text/csv; charset=utf-8")
    }
}
