/// Imports a staff file without holding up people who are taking a test meanwhile.
///
/// Planning compares every row with the whole staff; it reads a snapshot and blocks no writer. One transaction then
/// carries out the plan, all or nothing. If the staff has changed since the snapshot, planning starts again.
struct StaffImport: Sendable {
    let file: StaffFile
    /// Leave bad rows out instead of refusing the file because of them.
    let skippingBad: Bool
    var subject = StaffSubject.anybody
    /// See `House`.
    let followers: [any StaffFollower.Type]
    let acting: ActionContext

    private static let attempts = 5

    /// Imports the file and returns what was done.
    ///
    /// `upload`: the stored file, which is deleted afterwards.
    /// `shown`: the digest of the plan that the person confirmed; nil to import without a preview.
    ///
    /// - Throws: `StaffRefusal.badRows`, `.noAdministratorLeft`, or `.previewOutdated` when the import would differ
    ///   from the confirmed plan; `CommonRefusal.busy` when the staff changed during every attempt.
    func run(
        in database: OfficeDatabase, forgetting upload: ID<StaffUpload>? = nil, shown: String? = nil
    ) async throws -> StaffImportPlan {
        let acting = acting
        for _ in 0..<Self.attempts {
            // Uses the rights as of the snapshot; a change of rights also moves the generation and outdates the plan.
            let plan = try await database.read { db in
                let actor = try SessionStore.current(acting.actor, now: acting.now, in: db)
                return try StaffImportActions.plan(
                    file, of: subject, by: ActionContext(actor: actor, origin: acting.origin, now: acting.now), in: db)
            }
            guard shown.map({ $0 == plan.digest }) ?? true else { throw StaffRefusal.previewOutdated }
            do {
                try await database.write(as: acting) { acting, db in
                    try StaffImportActions.carryOut(
                        plan, skippingBad: skippingBad, followers: followers, by: acting, in: db)
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
