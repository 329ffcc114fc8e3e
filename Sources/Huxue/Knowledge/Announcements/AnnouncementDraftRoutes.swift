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
        let editions = try await office.database.read {
            try AnnouncementDraftActions.editions(
                pcode, from: from, to: to, for: acting.actor, now: acting.now, in: $0)
        }
        if let editions {
            let prepared = try await office.files.run { try editions.page() }
            try await office.database.write(as: acting) {
                try AnnouncementDraftActions.save(prepared, by: $0, in: $1)
            }
        }
        return .seeOther(PageAddress.page(AnnouncementDraft.code(of: pcode, from: from, to: to)))
    }
}
