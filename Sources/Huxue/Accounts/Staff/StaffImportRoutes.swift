import Hummingbird
import Logging

/// Importing a staff file: choose it, look at what would change, do it.
struct StaffImportRoutes {
    let services: AccountServices

    private var office: Office { services.office }

    func add(to router: RouterGroup<SignedInContext>) {
        router.get("staff/import") { _, context in try form(context) }
        router.post("staff/import") { _, context in try await receive(context) }
        router.get("staff/import/:upload") { _, context in try await preview(context) }
        router.post("staff/import/:upload/application") { _, context in try await apply(context) }
    }

    private func form(_ context: SignedInContext, problem: (any Refusal)? = nil) throws -> WebResponse {
        try Policy.requireSomewhere(.manageStaff, for: context.actor)
        return .page(
            StaffImportViews.upload(problem: problem, chrome: office.chrome(for: context.visitor)),
            status: problem?.kind.status ?? .ok)
    }

    private func receive(_ context: SignedInContext) async throws -> WebResponse {
        try Policy.requireSomewhere(.manageStaff, for: context.actor)
        guard let file = context.uploads["file"], !file.bytes.isEmpty else {
            return try form(context, problem: StaffRefusal.nothingUploaded)
        }
        do {
            // Read once before it is kept, so that what cannot be read is refused at once.
            _ = try await office.files.run { try StaffFile(bytes: file.bytes) }
        } catch let refusal as any Refusal {
            return try form(context, problem: refusal)
        }
        let account = context.visitor.account
        let now = office.clock.now()
        let upload = try await office.database.write {
            try StaffUploadStore.replace(
                of: account, fileName: String(file.name.prefix(200)), content: file.bytes, now: now, in: $0)
        }
        return .seeOther("/staff/import/\(upload)")
    }

    private func preview(_ context: SignedInContext, problem: StaffRefusal? = nil) async throws -> WebResponse {
        try Policy.requireSomewhere(.manageStaff, for: context.actor)
        let upload = try await upload(context)
        let file = try await office.files.run { try StaffFile(bytes: Array(upload.content)) }
        let actor = context.actor
        let today = ROCDate.day(of: office.clock.now())
        let plan = try await office.database.read {
            try StaffImportStore.plan(file, actor: actor, today: today, in: $0)
        }
        return .page(
            StaffImportViews.preview(
                plan, of: upload.id, fileName: upload.fileName, problem: problem,
                chrome: office.chrome(for: context.visitor)),
            status: problem?.kind.status ?? .ok)
    }

    private func apply(_ context: SignedInContext) async throws -> WebResponse {
        try Policy.requireSomewhere(.manageStaff, for: context.actor)
        let upload = try await upload(context)
        let file = try await office.files.run { try StaffFile(bytes: Array(upload.content)) }
        let skippingBad = try context.form.text("skipBad") == "1"
        let (actor, origin, now) = (context.actor, context.origin, office.clock.now())
        let shown = try context.form.text("plan")
        do {
            _ = try await StaffImport(file: file, skippingBad: skippingBad, actor: actor, origin: origin, now: now)
                .run(in: office.database, forgetting: upload.id, shown: shown)
            return .seeOther("/staff")
        } catch StaffRefusal.previewOutdated {
            return try await preview(context, problem: .previewOutdated)
        }
    }

    private func upload(_ context: SignedInContext) async throws -> StaffUpload {
        let id = try context.id("upload", of: StaffUpload.self)
        let account = context.visitor.account
        guard
            let upload = try await office.database.read({ try StaffUploadStore.upload(id, of: account, in: $0) })
        else { throw StaffRefusal.uploadGone }
        return upload
    }
}
