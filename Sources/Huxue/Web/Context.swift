import Foundation
import Hummingbird
import Logging
import NIOCore
import Synchronization

/// What a route answers; `Response` is 作答, an examinee's answer.
typealias WebResponse = Hummingbird.Response

/// One request on its way.
struct VisitContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// The visitor's network address, or empty where there is none (tests without a socket).
    var origin: String
    /// The signed-in person; nil for nobody.
    var visitor: Visitor? {
        didSet { known.visitor.withLock { $0 = visitor } }
    }
    /// The same, for the middleware that stands outside the one that finds out.
    let known = KnownVisitor()
    /// The submitted form of a request that changes something; empty otherwise.
    var form = Form()
    /// The files that came with the form, by field name.
    var uploads: [String: UploadedFile] = [:]
    /// The large file that came with the form; see `UploadIntake`.
    var stored: StoredUpload?

    init(source: Source) {
        coreContext = .init(source: source)
        origin = source.channel.remoteAddress?.ipAddress ?? ""
    }
}

/// Who turned out to visit, told outwards.
final class KnownVisitor: Sendable {
    let visitor = Mutex<Visitor?>(nil)
}

/// A request of a signed-in person; anybody else is sent to sign in.
struct SignedInContext: ChildRequestContext {
    var coreContext: CoreRequestContextStorage
    let origin: String
    let visitor: Visitor
    let form: Form
    let uploads: [String: UploadedFile]
    let stored: StoredUpload?

    var actor: Actor { visitor.actor }

    init(context: VisitContext) throws {
        guard let visitor = context.visitor else { throw CommonRefusal.signedOut }
        coreContext = context.coreContext
        origin = context.origin
        self.visitor = visitor
        form = context.form
        uploads = context.uploads
        stored = context.stored
    }

    /// The id in the path's parameter `name`.
    /// - Throws: `CommonRefusal.missing` for anything but an id.
    func id<Entity>(_ name: String, of: Entity.Type = Entity.self) throws -> ID<Entity> {
        guard let text = parameters.get(name), let id = ID<Entity>(text) else { throw CommonRefusal.missing }
        return id
    }
}

extension RequestContext {
    /// The path's parameter `name` as text: it arrives as it stands in the address, percent-encoded.
    ///
    /// - Throws: `CommonRefusal.missing` when it is no text.
    func text(_ name: String) throws -> String {
        guard let text = parameters.get(name)?.removingPercentEncoding, !text.utf8.contains(0) else {
            throw CommonRefusal.missing
        }
        return text
    }
}

/// A file that came with a form.
struct UploadedFile: Sendable {
    let name: String
    let bytes: [UInt8]
}
