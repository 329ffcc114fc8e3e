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
        let visitor = context.visitor
        try Policy.requireSomewhere(.readStaff, for: visitor.actor)
        let query = try request.query()
        let scope = Policy.scope(of: .readStaff, for: visitor.actor)
        let today = ROCDate.day(of: office.clock.now())
        let contents = try await office.database.read { db in
            let units = try UnitStore.all(scope: scope, in: db)
            let (filter, unit) = try StaffQuery.filter(query, units: units)
            let total = try EmployeeStore.count(filter, scope: scope, today: today, in: db)
            let paging = Paging(try query.number("page"), size: StaffListViews.pageSize, total: total)
            return StaffListViews.Contents(
                members: try EmployeeStore.members(
                    filter, scope: scope, today: today, limit: paging.size, offset: paging.offset, in: db),
                paging: paging, filter: filter, unit: unit?.id, units: units, today: today,
                waitingForPassword: try EmployeeStore.count(
                    StaffFilter(withoutPassword: true), scope: Policy.scope(of: .resetPasswords, for: visitor.actor),
                    today: today, in: db))
        }
        return .page(StaffListViews.list(contents, visitor: visitor, chrome: office.chrome(for: visitor)))
    }

    private func export(_ request: Request, _ context: SignedInContext) async throws -> WebResponse {
        let actor = context.actor
        let origin = context.origin
        try Policy.requireSomewhere(.readStaff, for: actor)
        let query = try request.query()
        let scope = Policy.scope(of: .readStaff, for: actor)
        let now = office.clock.now()
        try SessionRules.requireConfirmed(context.visitor, now: now)
        let members = try await office.database.read { db in
            let (filter, _) = try StaffQuery.filter(query, units: try UnitStore.all(scope: scope, in: db))
            return try EmployeeStore.members(filter, scope: scope, today: ROCDate.day(of: now), in: db)
        }
        try await office.database.write {
            try AuditStore.append(
                actor: actor, action: .staffExport, subject: "", detail: String(members.count), origin: origin,
                now: now, in: $0)
        }
        let bytes = try await office.files.run { StaffExport.file(of: members) }
        return .download(
            bytes, name: AccountTerms.staffFileName(on: ROCDate.day(of: now)),
            type: "text/csv; charset=utf-8")
    }
}
