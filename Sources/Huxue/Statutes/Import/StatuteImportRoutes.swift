import Hummingbird
import Logging

/// Bringing in the law by page: send the ministry's file, look at what would change, say yes, watch.
struct StatuteImportRoutes {
    private let office: Office
    private let desk: StatuteImportDesk
    private let desks: [any AmendmentDesk]
    private let sample: StatuteSample?

    init(office: Office, sources: [any CitationSource], desks: [any AmendmentDesk], sample: StatuteSample?) {
        self.office = office
        self.desks = desks
        self.sample = sample
        desk = StatuteImportDesk(office: office, sources: sources) { error in
            Logger(label: "huxue").error("statute import", metadata: ["error": "\(error)"])
        }
    }

    func add(to router: RouterGroup<SignedInContext>) {
        router.get("statutes/import") { _, context in try await form(context) }
        router.post("statutes/import") { _, context in try await receive(context) }
        router.post("statutes/import/sample") { _, context in try await receiveSample(context) }
        router.get("statutes/import/:upload") { _, context in try await show(context) }
        router.post("statutes/import/:upload/application") { _, context in try await apply(context) }
    }

    private func form(_ context: SignedInContext, problem: (any Refusal)? = nil) async throws -> WebResponse {
        let (isFollowed, sample, actor) = (try context.form.text("scope") != "all", sample, context.actor)
        let contents = try await office.database.read {
            try StatuteUploadActions.form(sample, followedOnly: isFollowed, by: actor, in: $0)
        }
        return .page(
            StatuteImportViews.form(contents, problem: problem, chrome: office.chrome(for: context.visitor)),
            status: problem?.kind.status ?? .ok)
    }

    private func receive(_ context: SignedInContext) async throws -> WebResponse {
        try StatuteUploadActions.requireImport(by: context.actor)
        guard let stored = context.stored else {
            return try await form(context, problem: StatuteImportRefusal.nothingSent)
        }
        let followedOnly = try context.form.text("scope") != "all"
        return try await take(stored.file, name: stored.name, followedOnly: followedOnly, context)
    }

    private func receiveSample(_ context: SignedInContext) async throws -> WebResponse {
        try StatuteUploadActions.requireImport(by: context.actor)
        guard let sample else { throw CommonRefusal.missing }
        let folder = office.database.folder
        let file = try await office.files.run {
            let file = try IncomingFile(in: folder)
            try file.append(sample.content)
            return file
        }
        return try await take(file, name: sample.name, followedOnly: false, context)
    }

    private func take(
        _ file: IncomingFile, name: String, followedOnly: Bool, _ context: SignedInContext
    ) async throws -> WebResponse {
        do {
            let id = try await desk.take(
                file, name: String(name.prefix(200)), followedOnly: followedOnly, of: context.visitor,
                by: context.acting(at: office.clock.now()))
            return .seeOther("/statutes/import/\(id)")
        } catch let refusal as StatuteFileRefusal {
            return try await form(context, problem: refusal)
        }
    }

    private func show(_ context: SignedInContext, problem: StatuteImportRefusal? = nil) async throws -> WebResponse {
        let (id, visitor, desks) = (try context.id("upload", of: StatuteUpload.self), context.visitor, desks)
        let (upload, amended) = try await office.database.read {
            try StatuteUploadActions.upload(id, of: visitor, in: $0)
        }
        let held = desk.plans.held(id)
        let plan = held?.plan
        let findings = try await office.database.read {
            try AmendmentListActions.visible(plan?.findings ?? [], desks, for: visitor, in: $0)
        }
        let page =
            if upload.state == .ready, let held, let plan {
                StatutePreviewViews.preview(
                    plan, findings, digest: held.digest, of: upload,
                    problem: problem ?? (held.isRenewed ? .previewOutdated : nil),
                    chrome: office.chrome(for: context.visitor))
            } else {
                StatuteProgressViews.state(
                    of: upload, done: held?.done ?? 0, total: held?.total, amended: amended,
                    chrome: office.chrome(for: context.visitor))
            }
        return .page(page, status: problem?.kind.status ?? .ok)
    }

    private func apply(_ context: SignedInContext) async throws -> WebResponse {
        let (id, visitor) = (try context.id("upload", of: StatuteUpload.self), context.visitor)
        _ = try await office.database.read { try StatuteUploadActions.upload(id, of: visitor, in: $0) }
        let shown = try context.form.text("plan")
        do {
            try await desk.confirm(id, shown: shown, by: context.acting(at: office.clock.now()))
            return .seeOther("/statutes/import/\(id)")
        } catch StatuteImportRefusal.previewOutdated {
            return try await show(context, problem: .previewOutdated)
        }
    }
}
