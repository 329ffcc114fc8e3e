import Hummingbird
import Logging

/// The staff list.
struct StaffRoutes {
    let services: AccountServices

    private var office: Office { services.office }

    func add(to router: RouterGroup<SignedInContext>) {
        router.get("staff") { request, context in try await list(request, context) }
        router.get("staff/export") { request, context in try await export(request, context) }
    }

    private func list(_ request: Request, _ context: SignedInContext) async throws -> WebResponse {
        let (visitor, query, now) = (context.visitor, try request.query(), office.clock.now())
        let contents = try await office.database.read {
            try StaffActions.list(query, for: visitor, now: now, in: $0)
        }
        let figures = try StaffImportFigures(query)
        let done = try AccountDeed(query, among: [.staffImported]).map {
            $0.sentence + (figures.map(AccountTerms.imported) ?? "")
        }
        return .page(StaffListViews.list(contents, done: done, visitor: visitor, chrome: office.chrome(for: visitor)))
    }

    private func export(_ request: Request, _ context: SignedInContext) async throws -> WebResponse {
        let (acting, query) = (context.acting(at: office.clock.now()), try request.query())
        try Policy.requireSomewhere(.readStaff, for: acting.actor)
        try SessionRules.requireConfirmed(context.visitor, now: acting.now)
        let members = try await office.database.read {
            try StaffActions.exported(query, for: acting.actor, now: acting.now, in: $0)
        }
        try await office.database.write(as: acting) { try StaffActions.recordExport(of: members.count, by: $0, in: $1) }
        let bytes = try await office.files.run { StaffExport.file(of: members) }
        return .download(
            bytes, name: AccountTerms.staffFileName(on: ROCDate.day(of: acting.now)),
            type: "text/csv; charset=utf-8")
    }
}
