import Hummingbird
import Logging

/// The three steps of importing a staff file: upload, preview and import.
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
            // Parsed once before it is stored, so that an unreadable file is refused at once.
            _ = try await office.files.run { try StaffFile(bytes: file.bytes) }
        } catch let refusal as any Refusal {
            return try form(context, problem: refusal)
        }
        let upload = try await office.database.write(as: context.acting(at: office.clock.now())) {
            try StaffImportActions.keep(file.bytes, name: file.name, by: $0, in: $1)
        }
        return .seeOther("/staff/import/\(upload)")
    }

    private func preview(_ context: SignedInContext, problem: StaffRefusal? = nil) async throws -> WebResponse {
        try Policy.requireSomewhere(.manageStaff, for: context.actor)
        let upload = try await upload(context)
        let file = try await office.files.run { try StaffFile(bytes: Array(upload.content)) }
        let acting = context.acting(at: office.clock.now())
        let plan = try await office.database.read { try StaffImportActions.plan(file, by: acting, in: $0) }
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
        let acting = context.acting(at: office.clock.now())
        let shown = try context.form.text("plan")
        do {
            let done = try await StaffImport(
                file: file, skippingBad: skippingBad, followers: office.house.staffFollowers, acting: acting
            ).run(in: office.database, forgetting: upload.id, shown: shown)
            return .seeOther(AccountDeed.staffImported.told(at: "/staff", StaffImportFigures(done).query))
        } catch StaffRefusal.previewOutdated {
            return try await preview(context, problem: .previewOutdated)
        }
    }

    private func upload(_ context: SignedInContext) async throws -> StaffUpload {
        let id = try context.id("upload", of: StaffUpload.self)
        let visitor = context.visitor
        return try await office.database.read { try StaffImportActions.upload(id, of: visitor, in: $0) }
    }
}
