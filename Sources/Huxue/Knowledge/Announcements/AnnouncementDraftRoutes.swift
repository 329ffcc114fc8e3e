import Hummingbird

/// From the comparison of two editions to the announcement of the amendment.
struct AnnouncementDraftRoutes {
    let office: Office

    func add(to router: RouterGroup<SignedInContext>) {
        router.post("statutes/:pcode/announcement") { _, context in try await draft(context) }
    }

    private func draft(_ context: SignedInContext) async throws -> WebResponse {
        let pcode = try context.parameters.require("pcode")
        guard let from = try context.form.number("from"), let to = try context.form.number("to") else {
            throw StatuteRefusal.missing
        }
        let acting = context.acting(at: office.clock.now())
        let code = try await office.database.write(as: acting) {
            try AnnouncementDraftActions.draft(pcode, from: from, to: to, by: $0, in: $1)
        }
        return .seeOther(PageAddress.page(code))
    }
}
