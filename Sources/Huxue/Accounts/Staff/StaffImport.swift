/// A staff file on its way into the office, beside people who are answering questions.
///
/// Planning, which compares every row with everybody, reads a snapshot and keeps no writer waiting. The one transaction
/// that follows does what was planned, all or nothing, unless the staff has changed meanwhile: then all begins anew.
struct StaffImport: Sendable {
    let file: StaffFile
    /// Leave bad rows out instead of refusing the file because of them.
    let skippingBad: Bool
    let acting: ActionContext

    private static let attempts = 5

    /// `upload`: what is kept of the file until then; `shown`: the digest of the plan that somebody agreed to.
    ///
    /// - Throws: `StaffRefusal.badRows`, `.noAdministratorLeft`, or `.previewOutdated` when it would do anything else
    ///   than was shown; `CommonRefusal.busy` when others do not stop changing the staff.
    func run(
        in database: OfficeDatabase, forgetting upload: ID<StaffUpload>? = nil, shown: String? = nil
    ) async throws -> StaffImportPlan {
        let acting = acting
        for _ in 0..<Self.attempts {
            // With the rights of that instant: when they change, so does the generation on which the plan rests.
            let plan = try await database.read { db in
                let actor = try SessionStore.current(acting.actor, now: acting.now, in: db)
                return try StaffImportActions.plan(
                    file, by: ActionContext(actor: actor, origin: acting.origin, now: acting.now), in: db)
            }
            guard shown.map({ $0 == plan.digest }) ?? true else { throw StaffRefusal.previewOutdated }
            do {
                try await database.write(as: acting) { acting, db in
                    try StaffImportActions.carryOut(plan, skippingBad: skippingBad, by: acting, in: db)
                    if let upload { try StaffUploadStore.delete(upload, in: db) }
                }
                return plan
            } catch is StaffImportActions.Outdated {
                continue
            }
        }
        throw CommonRefusal.busy
    }
}
