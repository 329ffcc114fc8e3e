/// Imports of files that people upload: each is read and previewed, and brought in once it is confirmed.
///
/// One file at a time is at work, away from the event loop, whoever closes the page.
struct StatuteImportDesk: Sendable {
    private let office: Office
    private let sources: [any CitationSource]
    /// Called with unexpected errors, for the log.
    private let report: @Sendable (any Error) -> Void
    let plans = StatutePlanCache()
    private let turns = Turns()

    init(office: Office, sources: [any CitationSource], report: @escaping @Sendable (any Error) -> Void) {
        self.office = office
        self.sources = sources
        self.report = report
    }

    /// Begins to check a file.
    /// - Throws: `StatuteFileRefusal` for what its first bytes tell already; `CommonRefusal`.
    func take(
        _ file: IncomingFile, name: String, followedOnly: Bool, of visitor: Visitor, by acting: ActionContext
    ) async throws -> ID<StatuteUpload> {
        try await office.files.run { try StatuteFile.glance(at: StatuteSource.open(file.path)) }
        let id = try await office.database.write(as: acting) { acting, db in
            try StatuteUploadActions.begin(name, followedOnly: followedOnly, by: acting, in: db)
        }
        plans.keep(
            StatutePlanCache.Held(account: visitor.account, file: file, followedOnly: followedOnly, sentAt: acting.now),
            as: id, notBefore: acting.now.adding(minutes: -StatuteUploadStore.patience))
        check(id)
        return id
    }

    /// Brings in what the preview of that digest shows; it goes on after this returns.
    ///
    /// When the preview no longer holds, a new one is made, and nothing is brought in.
    /// - Throws: `StatuteImportRefusal`, `CommonRefusal`.
    func confirm(_ id: ID<StatuteUpload>, shown digest: String, by acting: ActionContext) async throws {
        guard let held = plans.held(id), let plan = held.plan else { throw StatuteImportRefusal.gone }
        guard held.digest == digest else { throw StatuteImportRefusal.previewOutdated }
        // From here on no other file of the same person lets go of this one.
        plans.change(id) { $0.isRunning = true }
        defer { if plans.held(id)?.total == nil { plans.change(id) { $0.isRunning = false } } }
        let holds = try await office.database.write(as: acting) { acting, db in
            try StatuteUploadActions.confirm(id, held.basis, by: acting, in: db)
        }
        let total = holds ? plan.changes.count : nil
        plans.change(id) { held in
            held.isRunning = holds
            held.isRenewed = !holds
            held.done = 0
            held.total = total
        }
        if holds {
            run(id, plan, of: held.file, by: acting)
        } else {
            check(id)
        }
    }

    private func check(_ id: ID<StatuteUpload>) {
        work(on: id, in: .checking) { held in
            let (plan, basis) = try await office.files.run { try read(held, id) }
            let digest = plan.digest
            plans.change(id) { held in
                held.plan = plan
                held.digest = digest
                held.basis = basis
            }
            let now = office.clock.now()
            let isWanted = try await office.database.write {
                try StatuteUploadStore.move(
                    id, from: .checking, to: .ready, published: plan.published, now: now, in: $0)
            }
            if !isWanted { plans.drop(id) }
        }
    }

    private func read(_ held: StatutePlanCache.Held, _ id: ID<StatuteUpload>) throws -> (
        StatuteImport, StatuteImportBasis
    ) {
        let today = ROCDate.day(of: office.clock.now())
        // Taken first: what changes while the file is read shows as a change.
        let (basis, followed) = try office.database.readAndWait {
            try StatuteUploadActions.ground(followedOnly: held.followedOnly, today: today, in: $0)
        }
        let plan = try actions(only: followed).plan(StatuteSource.open(held.file.path)) { count in
            if count % 50 == 0 { plans.change(id) { $0.done = count } }
        }
        return (plan, basis)
    }

    private func run(
        _ id: ID<StatuteUpload>, _ plan: StatuteImport, of file: IncomingFile, by acting: ActionContext
    ) {
        work(on: id, in: .running) { _ in
            var actions = actions(only: nil)
            actions.upload = id
            let flags = try await office.files.run { [actions] in
                guard try file.isIntact() else { throw StatuteImportRefusal.gone }
                return try actions.run(plan, from: StatuteSource.open(file.path), by: acting) { count in
                    plans.change(id) { $0.done = count }
                }
            }
            let outcome = StatuteUpload.Outcome(
                added: plan.added, amended: plan.amended, regrouped: plan.regrouped, same: plan.same, older: plan.older,
                flags: flags)
            let now = office.clock.now()
            try await office.database.write { try StatuteUploadStore.finish(id, outcome: outcome, now: now, in: $0) }
            plans.drop(id)
        }
    }

    private func actions(only: Set<String>?) -> StatuteImportActions {
        StatuteImportActions(database: office.database, clock: office.clock, sources: sources, only: only)
    }

    /// Works on an upload when its turn comes; what goes wrong is kept with it, and its file goes.
    private func work(
        on id: ID<StatuteUpload>, in state: StatuteUpload.State,
        _ body: @escaping @Sendable (StatutePlanCache.Held) async throws -> Void
    ) {
        Task {
            await turns.take {
                guard let held = plans.held(id) else {
                    return await end(id, in: state, because: StatuteImportRefusal.gone)
                }
                do {
                    try await body(held)
                } catch {
                    plans.drop(id)
                    await end(id, in: state, because: error)
                }
            }
        }
    }

    private func end(_ id: ID<StatuteUpload>, in state: StatuteUpload.State, because error: any Error) async {
        let refusal: (any Refusal)?
        if StorageFault.isFull(error) { refusal = CommonRefusal.diskFull } else { refusal = error as? any Refusal }
        if refusal == nil { report(error) }
        let next: StatuteUpload.State = refusal != nil && state == .checking ? .refused : .failed
        let problem = refusal?.sentence ?? StatuteImportRefusal.machineFailed
        let now = office.clock.now()
        do {
            try await office.database.write {
                _ = try StatuteUploadStore.move(id, from: state, to: next, problem: problem, now: now, in: $0)
            }
        } catch {
            report(error)
        }
    }
}

/// Runs pieces of work one after another, in the order in which they came.
private actor Turns {
    private var last: Task<Void, Never>?

    func take(_ work: @escaping @Sendable () async -> Void) async {
        let before = last
        let task = Task {
            await before?.value
            await work()
        }
        last = task
        await task.value
    }
}
