import HTTPTypes
import Hummingbird
import NIOCore

/// The list of attachments, uploading and downloading.
struct AttachmentRoutes {
    let office: Office
    /// The features whose pages link to attachments.
    let owners: [any AttachmentOwner]

    /// Those whose attachments stand in one list.
    private var shared: [any AttachmentOwner] { owners.filter(\.code.isEmpty) }

    func add(to router: RouterGroup<SignedInContext>) {
        for owner in owners where !owner.code.isEmpty {
            router.post(RouterPath(owner.uploads.text)) { request, context in
                try await receive(request, context, for: [owner])
            }
        }
        router.get("attachments") { request, context in
            let query = try request.query()
            return try await list(context, done: try AttachmentDeed(query), uploaded: try query.text("uploaded"))
        }
        router.post("attachments") { request, context in try await receive(request, context, for: shared) }
        router.get("attachments/:name") { _, context in try await file(context) }
    }

    private func list(
        _ context: SignedInContext, done: AttachmentDeed? = nil, uploaded: String = "", problem: (any Refusal)? = nil
    ) async throws -> WebResponse {
        let visitor = context.visitor
        var contents = try await office.database.read { [shared] db in
            try AttachmentActions.contents(owners: shared, for: visitor.actor, in: db)
        }
        contents.done = done?.sentence
        contents.uploaded = contents.attachments.contains { $0.name == uploaded } ? uploaded : nil
        contents.problem = problem
        return .page(
            AttachmentViews.list(
                contents, returning: try editor(context.form, of: shared), chrome: office.chrome(for: visitor)),
            status: problem?.kind.status ?? .ok)
    }

    /// The editor from which the file was sent; nil when it was sent from the list of attachments.
    private func editor(_ form: Form, of owners: [any AttachmentOwner]) throws -> AttachmentEditor? {
        for owner in owners {
            if let editor = try owner.editor(sending: form) { return editor }
        }
        return nil
    }

    private func receive(
        _ request: Request, _ context: SignedInContext, for owners: [any AttachmentOwner]
    ) async throws -> WebResponse {
        try AttachmentActions.requireAdding(owners, by: context.actor)
        let isScript = request.headers[.huxueSequence] != nil
        do {
            let (name, isNew) = try await store(context, for: owners)
            if isScript {
                let words = owners.contains { $0.code.isEmpty } ? Attachment.markdown(for: name) : name
                return try .json(["name": name, "markdown": words])
            }
            let place = try editor(context.form, of: owners)?.address ?? "/attachments"
            return .seeOther((isNew ? AttachmentDeed.uploaded : .present).told(at: place, [("uploaded", name)]))
        } catch let refusal as AttachmentRefusal {
            // Whose attachments stand in no list has the sentence on a page of its own.
            guard owners.contains(where: { $0.code.isEmpty }) || isScript else { throw refusal }
            guard isScript else { return try await list(context, problem: refusal) }
            var answer = try WebResponse.json(["problem": refusal.sentence])
            answer.status = refusal.kind.status
            return answer
        }
    }

    private func store(
        _ context: SignedInContext, for owners: [any AttachmentOwner]
    ) async throws -> (name: String, isNew: Bool) {
        guard let file = context.uploads["file"] else { throw AttachmentRefusal.nothingChosen }
        let name = AttachmentName.chosen(try context.form.text("name"), for: file.name)
        let folder = AttachmentFolder(office.database.folder)
        let acting = context.acting(at: office.clock.now())
        let checked = try await office.files.run { try AttachmentActions.check(file.bytes, name: name) }
        _ = try await office.database.read {
            try AttachmentActions.requireRoom(for: checked.stored, owners: owners, by: acting.actor, in: $0)
        }
        try await office.files.run { try folder.store(checked.bytes, hash: checked.stored.hash) }
        do {
            let isNew = try await office.database.write(as: acting) {
                try AttachmentActions.add(checked.stored, in: folder, owners: owners, by: $0, in: $1)
            }
            return (name, isNew)
        } catch {
            try? await office.database.write { try AttachmentActions.discard(checked.stored, in: folder, in: $0) }
            throw error
        }
    }

    private func file(_ context: SignedInContext) async throws -> WebResponse {
        let (name, actor) = (try context.text("name"), context.actor)
        let attachment = try await office.database.read { [owners] in
            try AttachmentActions.attachment(name, owners: owners, for: actor, in: $0)
        }
        return try await Self.answer(with: attachment, of: office, on: context.channel)
    }

    /// The response with the file; browsers show images and download everything else.
    ///
    /// `called`: the name under which it is saved; nil for its own.
    static func answer(
        with attachment: Attachment, called other: String? = nil, of office: Office, on channel: any Channel
    ) async throws -> WebResponse {
        let (name, folder) = (other ?? attachment.name, AttachmentFolder(office.database.folder))
        guard let file = try await office.files.run({ folder.body(of: attachment) }) else {
            throw AttachmentRefusal.lost(name)
        }
        var answer = WebResponse.download(
            file, name: name, type: attachment.kind.type, through: office.files, on: channel)
        if attachment.kind.isImage {
            answer.headers[.contentDisposition] = "inline; filename*=UTF-8''\(Address.encoded(name))"
        }
        return answer
    }
}
