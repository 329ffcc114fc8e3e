import Hummingbird
import Logging

/// Taking questions out as a file.
struct QuestionExportRoutes {
    let office: Office
    let seal: QuestionSealActions

    func add(to router: RouterGroup<SignedInContext>) {
        router.get("questions/export") { request, context in try await form(request, context) }
        router.post("questions/export") { _, context in try await send(context) }
    }

    private func form(_ request: Request, _ context: SignedInContext) async throws -> WebResponse {
        let (query, actor) = (try request.query(), context.actor)
        let choices = try await office.database.read { try QuestionUploadActions.choices(for: actor, in: $0) }
        return .page(
            QuestionExportViews.form(
                choices.topics, topic: try query.verbatim("topic"), chrome: office.chrome(for: context.visitor)))
    }

    private func send(_ context: SignedInContext) async throws -> WebResponse {
        let form = context.form
        guard let format = QuestionFormat(rawValue: try form.text("format")) else {
            throw CommonRefusal.invalid(QuestionExportViews.noFormat)
        }
        let filter = QuestionFilter(
            topic: try form.verbatim("topic"), state: QuestionState(rawValue: try form.text("state")))
        let (actor, seal) = (context.actor, seal)
        let selection = try await office.database.read {
            try QuestionExportActions.selection(filter, by: actor, in: $0)
        }
        guard selection.count > 0 else { throw CommonRefusal.invalid(QuestionExportViews.nothing) }
        let name = "\(QuestionExportViews.fileName).\(format.ending)"
        try await office.database.write(as: context.acting(at: office.clock.now())) {
            try QuestionExportActions.record(selection, to: name, seal: seal, by: $0, in: $1)
        }
        let bytes = try await office.files.run { try format.file(of: selection.topics) }
        return .download(bytes, name: name, type: format.contentType)
    }
}
