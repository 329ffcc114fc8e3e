import Hummingbird
import Logging

/// The audit log.
struct AuditRoutes {
    let services: AccountServices

    private var office: Office { services.office }

    func add(to router: RouterGroup<SignedInContext>) {
        router.get("audit") { request, context in try await list(request, context) }
        router.get("audit/export") { request, context in try await export(request, context) }
    }

    private func list(_ request: Request, _ context: SignedInContext) async throws -> WebResponse {
        try Policy.requireEverywhere(.readAudit, for: context.actor)
        let query = try request.query()
        let filter = try Self.filter(query)
        let (since, until) = (try query.text("since"), try query.text("until"))
        let (actor, house) = (context.actor, office.house)
        let contents = try await office.database.read { db in
            let total = try AuditStore.count(filter, in: db)
            let paging = Paging(try query.number("page"), size: AuditViews.pageSize, total: total)
            let entries = try AuditStore.entries(
                filter, limit: paging.size, offset: paging.offset, in: db)
            return AuditViews.Contents(
                lines: try AuditNameStore.lines(entries, vocabularies: house.vocabularies, for: actor, in: db),
                actions: house.auditActions,
                paging: paging, filter: filter, since: since, until: until)
        }
        return .page(AuditViews.list(contents, chrome: office.chrome(for: context.visitor)))
    }

    private func export(_ request: Request, _ context: SignedInContext) async throws -> WebResponse {
        try Policy.requireEverywhere(.readAudit, for: context.actor)
        let filter = try Self.filter(try request.query())
        let (actor, origin, now) = (context.actor, context.origin, office.clock.now())
        try SessionRules.requireConfirmed(context.visitor, now: now)
        let (entries, total) = try await office.database.read {
            (try AuditStore.entries(filter, limit: AuditExport.limit, in: $0), try AuditStore.count(filter, in: $0))
        }
        try await office.database.write {
            try AuditStore.append(
                actor: actor, action: .auditExport, subject: "", detail: String(entries.count), origin: origin,
                now: now, in: $0)
        }
        let actions = office.house.auditActions
        let bytes = try await office.files.run { AuditExport.file(of: entries, total: total, actions: actions) }
        return .download(bytes, name: AccountTerms.auditFileName, type: "text/csv; charset=utf-8")
    }

    /// Days that cannot be read do not narrow the list; they stay in their fields.
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
