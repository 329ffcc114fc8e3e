import Hummingbird
import Logging

/// The steps of bringing in questions: upload, preview, choices for what the file leaves open, import.
struct QuestionImportRoutes {
    let office: Office
    let seal: QuestionSealActions

    func add(to router: RouterGroup<SignedInContext>) {
        router.get("questions/import") { _, context in try await form(context) }
        router.get("questions/import/template.csv") { _, context in try await template(.csv, context) }
        router.get("questions/import/template.xlsx") { _, context in try await template(.xlsx, context) }
        router.post("questions/import") { _, context in try await receive(context) }
        router.get("questions/import/:upload") { _, context in try await preview(context) }
        router.post("questions/import/:upload/options") { _, context in try await choose(context) }
        router.post("questions/import/:upload/application") { _, context in try await apply(context) }
    }

    private func form(_ context: SignedInContext, problem: (any Refusal)? = nil) async throws -> WebResponse {
        let actor = context.actor
        let choices = try await office.database.read { try QuestionUploadActions.choices(for: actor, in: $0) }
        return .page(
            QuestionImportViews.upload(
                choices, options: try options(context), unit: try context.form.text("unit"), problem: problem,
                chrome: office.chrome(for: context.visitor)),
            status: problem?.kind.status ?? .ok)
    }

    private func options(_ context: SignedInContext) throws -> QuestionImportBasis.Options {
        .init(
            topic: try context.form.verbatim("topic"),
            citations: String(try context.form.text("citations").prefix(4000)))
    }

    private func template(_ format: QuestionFormat, _ context: SignedInContext) async throws -> WebResponse {
        try Policy.requireSomewhere(.editQuestions, for: context.actor)
        let bytes = try await office.files.run { try format.file(of: []) }
        return .download(
            bytes, name: "\(QuestionTableTerms.templateName).\(format.ending)", type: format.contentType)
    }

    private func receive(_ context: SignedInContext) async throws -> WebResponse {
        try Policy.requireSomewhere(.editQuestions, for: context.actor)
        guard let file = context.uploads["file"], !file.bytes.isEmpty else {
            return try await form(context, problem: QuestionImportRefusal.nothingUploaded)
        }
        let format = try await office.files.run { QuestionFormat(fileName: file.name, bytes: file.bytes) }
        guard let format else {
            return try await form(context, problem: QuestionImportRefusal.unknownFormat(String(file.name.prefix(100))))
        }
        let (options, unit) = (try options(context), try context.form.text("unit"))
        let upload = try await office.database.write(as: context.acting(at: office.clock.now())) {
            try QuestionUploadActions.keep(
                file.bytes, name: file.name, format: format, options: options, unit: unit, by: $0, in: $1)
        }
        return .seeOther(QuestionImportViews.address(of: upload))
    }

    private func upload(_ context: SignedInContext) async throws -> QuestionUpload {
        let (id, visitor) = (try context.id("upload", of: QuestionUpload.self), context.visitor)
        return try await office.database.read { try QuestionUploadActions.upload(id, of: visitor, in: $0) }
    }

    private func plan(_ upload: QuestionUpload, _ context: SignedInContext) async throws -> QuestionImportPlan {
        let (acting, seal) = (context.acting(at: office.clock.now()), seal)
        let basis = try await office.database.read {
            try QuestionImportBasisActions.basis(unit: upload.unit, seal: seal, by: acting, in: $0)
        }
        return try await office.files.run {
            do {
                let files = try upload.format.files(in: Array(upload.content), name: upload.fileName)
                return QuestionImportPlan(files, as: upload.format, options: upload.options, basis: basis)
            } catch let failure as ZipListing.Failure {
                throw QuestionImportRefusal.unreadable(FormatProblemTerms.sentence(failure))
            }
        }
    }

    private func preview(_ context: SignedInContext, problem: QuestionImportRefusal? = nil) async throws -> WebResponse
    {
        let (upload, actor) = (try await upload(context), context.actor)
        let plan = try await plan(upload, context)
        let choices = try await office.database.read { try QuestionUploadActions.choices(for: actor, in: $0) }
        // What changes and what does not tells the keys: not without their line in the log.
        try await office.database.write(as: context.acting(at: office.clock.now())) {
            try QuestionImportBasisActions.recordComparison(plan.compared, by: $0, in: $1)
        }
        return .page(
            QuestionImportPlanViews.preview(
                plan, of: upload, choices: choices, problem: problem, chrome: office.chrome(for: context.visitor)),
            status: problem?.kind.status ?? .ok)
    }

    private func choose(_ context: SignedInContext) async throws -> WebResponse {
        let id = try context.id("upload", of: QuestionUpload.self)
        let (options, unit) = (try options(context), try context.form.text("unit"))
        try await office.database.write(as: context.acting(at: office.clock.now())) {
            try QuestionUploadActions.choose(options, unit: unit, for: id, by: $0, in: $1)
        }
        return .seeOther(QuestionImportViews.address(of: id))
    }

    private func apply(_ context: SignedInContext) async throws -> WebResponse {
        let upload = try await upload(context)
        let plan = try await plan(upload, context)
        guard try context.form.text("plan") == plan.digest, plan.problems.isEmpty else {
            return try await preview(context, problem: .previewOutdated)
        }
        let acting = context.acting(at: office.clock.now())
        let done: QuestionImport
        do {
            done = try await QuestionImportActions(
                plan.topics, source: upload.fileName, positions: plan.positions, revisions: plan.revisions, seal: seal
            ).run(in: office.database, clock: office.clock, by: acting)
        } catch QuestionImportRefusal.previewOutdated {
            return try await preview(context, problem: .previewOutdated)
        }
        try await office.database.write(as: acting) { try QuestionUploadActions.forget(upload.id, by: $0, in: $1) }
        return .seeOther(done.told(at: "/questions"))
    }
}
