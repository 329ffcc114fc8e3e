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
        let (filter, page) = (try Self.filter(query), try query.number("page"))
        let typed = (since: try query.text("since"), until: try query.text("until"))
        let (actor, house) = (context.actor, office.house)
        let contents = try await office.database.read {
            try AuditActions.contents(filter, page: page, typed: typed, house: house, for: actor, in: $0)
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
        let filter = try Self.filter(try request.query())
        let acting = context.acting(at: office.clock.now())
        try SessionRules.requireConfirmed(context.visitor, now: acting.now)
        let wording = AuditWording(office.house.vocabularies)
        let (entries, total) = try await office.database.read {
            try AuditActions.exported(filter, wording: wording, for: acting.actor, in: $0)
        }
        try await office.database.write(as: acting) { try AuditActions.recordExport(of: entries.count, by: $0, in: $1) }
        let bytes = try await office.files.run { AuditExport.file(of: entries, total: total, wording: wording) }
        return .download(bytes, name: AccountTerms.auditFileName, type: "text/csv; charset=utf-8")
    }

    /// Ignores days that cannot be parsed; the form still shows them as typed.
    private static func filter(_ query: Form) throws -> AuditFilter {
        var filter = AuditFilter()
        filter.since = ROCDate.parseDay(try query.text("since")).map(ROCDate.start)
        filter.until = ROCDate.parseDay(try query.text("until")).map { ROCDate.start(of: $0.adding(days: 1)) }
        filter.actor = Login.folded(try query.text("actor"))
        filter.action = try query.text("action")
        filter.search = try query.text("q")
        return filter
    }
}
