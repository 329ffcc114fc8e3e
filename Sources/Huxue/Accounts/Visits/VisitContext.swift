import Hummingbird
import NIOCore
import Synchronization

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
