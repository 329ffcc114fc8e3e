import Hummingbird
import NIOCore

/// The context of a request by a signed-in person; all others are sent to the sign-in page.
struct SignedInContext: ChildRequestContext {
    var coreContext: CoreRequestContextStorage
    /// The connection on which the answer goes.
    let channel: any Channel
    let origin: String
    let visitor: Visitor
    let form: Form
    let uploads: [String: UploadedFile]
    let stored: StoredUpload?

    var actor: Actor { visitor.actor }

    /// The context for this person's actions.
    func acting(at now: Moment) -> ActionContext { ActionContext(actor: actor, origin: origin, now: now) }

    init(context: VisitContext) throws {
        guard let visitor = context.visitor else { throw CommonRefusal.signedOut }
        coreContext = context.coreContext
        channel = context.channel
        origin = context.origin
        self.visitor = visitor
        form = context.form
        uploads = context.uploads
        stored = context.stored
    }

    /// The id in the path's parameter `name`.
    /// - Throws: `CommonRefusal.missing` when the parameter is no id.
    func id<Entity>(_ name: String, of: Entity.Type = Entity.self) throws -> ID<Entity> {
        guard let text = parameters.get(name), let id = ID<Entity>(text) else { throw CommonRefusal.missing }
        return id
    }
}
