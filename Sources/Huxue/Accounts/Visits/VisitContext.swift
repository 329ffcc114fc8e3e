import Hummingbird
import NIOCore
import Synchronization

/// The context of one request.
struct VisitContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// The connection on which the answer goes.
    let channel: any Channel
    /// The visitor's network address, or empty where there is none (tests without a socket).
    var origin: String
    /// The signed-in person; nil when the visitor is not signed in.
    var visitor: Visitor? {
        didSet { known.visitor.withLock { $0 = visitor } }
    }
    /// The same person, readable by middleware that runs before the gate.
    let known = KnownVisitor()
    /// The submitted form of a request that changes something; empty otherwise.
    var form = Form()
    /// The files that came with the form, by field name.
    var uploads: [String: UploadedFile] = [:]
    /// The large file that came with the form; see `UploadIntake`.
    var stored: StoredUpload?

    init(source: Source) {
        coreContext = .init(source: source)
        channel = source.channel
        origin = source.channel.remoteAddress?.ipAddress ?? ""
    }
}

/// The signed-in person of a request, for middleware that runs before the gate.
final class KnownVisitor: Sendable {
    let visitor = Mutex<Visitor?>(nil)
}
