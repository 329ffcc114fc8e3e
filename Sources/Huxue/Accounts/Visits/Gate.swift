import HTTPTypes
import Hummingbird
import NIOCore

/// Runs before every route: finds the signed-in person and refuses every change that was not sent by a form
/// of this site and this session.
struct Gate: RouterMiddleware {
    private let office: Office
    private let intake: UploadIntake
    /// The addresses that take files, by path.
    private let uploads: [String: UploadPlace]

    init(office: Office) {
        self.office = office
        uploads = Dictionary(office.house.uploads.map { ($0.path, $0) }) { first, _ in first }
        intake = UploadIntake(folder: office.database.folder, files: office.files)
    }

    /// How many uploads may come in at a time, because each is held in memory while it is read.
    private let uploadPlaces = Places(4)

    func handle(
        _ input: Request, context: VisitContext, next: (Request, VisitContext) async throws -> WebResponse
    ) async throws -> WebResponse {
        var context = context
        if office.settings.isSecure, ForwardedAddress.isProxy(context.origin) {
            context.origin = ForwardedAddress.last(in: input.headers) ?? context.origin
        }
        guard input.method != .get, input.method != .head else {
            if var visitor = try await self.visitor(of: input) {
                visitor.waiting = await waiting(for: visitor, at: input.uri.path)
                context.visitor = visitor
            }
            return try await next(input, context)
        }
        guard input.method == .post else { throw CommonRefusal.missing }
        do {
            try await readForm(input, into: &context)
        } catch let stale as StaleForm {
            return .page(
                ExpiredFormViews.sendAgain(stale, chrome: office.chrome(for: nil)), status: .forbidden)
        }
        // What they do may be what waited for them.
        defer { if let visitor = context.visitor { office.waiting.forget(visitor.employee) } }
        return try await next(input, context)
    }

    /// Counted anew when it is no longer known; a page is shown without counts rather than not at all.
    private func waiting(for visitor: Visitor, at path: String) async -> [Address: Int] {
        let now = office.clock.now()
        if let counts = office.waiting.counts(of: visitor.employee, now: now) { return counts }
        // The home page counts for itself.
        guard path != "/", WaitingCache.isCounted(at: path), let source = office.house.waiting else { return [:] }
        let counts = try? await office.database.read { [office] in
            try source.counts(for: visitor, of: office, now: now, in: $0)
        }
        if let counts { office.waiting.keep(counts, of: visitor.employee, now: now) }
        return counts ?? [:]
    }

    private func visitor(of request: Request) async throws -> Visitor? {
        guard let token = SessionCookie.token(in: request.headers, secure: office.settings.isSecure) else { return nil }
        return try await office.sessions.visitor(token: token, now: office.clock.now())
    }

    private func readForm(_ request: Request, into context: inout VisitContext) async throws {
        guard isSameOrigin(request) else { throw CommonRefusal.forgedForm }
        let type = request.headers[.contentType] ?? ""
        if type.hasPrefix("multipart/form-data") {
            // Large bodies are read only at addresses that take files, from people who may send them.
            guard let visitor = try await visitor(of: request) else { throw CommonRefusal.signedOut }
            let place = uploads[request.uri.path]
            if let place, place.size == .disk {
                try Policy.requireEverywhere(place.action, for: visitor.actor)
                (context.form, context.stored) = try await intake.receive(request, of: visitor)
                return try await recognise(request, into: &context)
            }
            guard let place, visitor.may(place.action) else { throw CommonRefusal.invalid("這裡不接受檔案。") }
            guard uploadPlaces.take() else { throw CommonRefusal.busy }
            defer { uploadPlaces.giveBack() }
            let bytes = try await collect(request, limit: BodyLimit.upload, says: "20 MB")
            (context.form, context.uploads) = try await office.files.run { try Upload.parse(bytes, contentType: type) }
        } else {
            let bytes = try await collect(request, limit: BodyLimit.form, says: "256 KB")
            guard let text = String(validating: bytes, as: UTF8.self) else {
                throw CommonRefusal.invalid("表單含有無法辨識的文字（不是 UTF-8），沒有處理。請重新輸入後再送一次。")
            }
            context.form = try Form(decoding: text)
        }
        try await recognise(request, into: &context)
    }

    /// Finds who sent the form and checks that it belongs to their present session.
    private func recognise(_ request: Request, into context: inout VisitContext) async throws {
        // Looked up after the body has been read, because rights may end while a slow body arrives.
        context.visitor = try await visitor(of: request)
        guard let visitor = context.visitor else {
            // A file cannot be kept in the sign-in page, as typed fields are.
            guard context.stored == nil else { throw CommonRefusal.signedOut }
            let isOpen = request.uri.path == "/session" || request.headers[.huxueSequence] != nil
            if !isOpen, let expired = ExpiredForm(path: request.uri.path, form: context.form) { throw expired }
            return
        }
        // An old tab's sign-in form has no token of this session; its origin has been checked.
        guard request.uri.path != "/session" else { return }
        let token = try request.headers[.huxueToken] ?? context.form.verbatim("token")
        guard token != visitor.formToken else { return }
        // The form was opened before they signed in again. It has no effect until they confirm it on a page that keeps
        // what was typed. That is not possible for files, nor needed for the script, which renews its token itself.
        let isPlain = request.headers[.huxueToken] == nil && request.headers[.huxueSequence] == nil
        guard isPlain, context.stored == nil, context.uploads.isEmpty,
            let form = ExpiredForm(path: request.uri.path, form: context.form)
        else { throw CommonRefusal.forgedForm }
        throw StaleForm(form: form, visitor: visitor)
    }

    /// The body, which must come in at the pace of `ConnectionRules`.
    private func collect(_ request: Request, limit: Int, says words: String) async throws -> [UInt8] {
        let length = request.headers[.contentLength].flatMap { Int($0) }
        if let length, length > limit { throw CommonRefusal.tooLarge(words) }
        do {
            let bytes = Array(try await request.body.collect(upTo: limit).readableBytesView)
            // A connection that breaks off looks to the framework like the end of the body.
            guard bytes.count == length ?? bytes.count else { throw CommonRefusal.forgedForm }
            return bytes
        } catch is NIOTooManyBytesError {
            throw CommonRefusal.tooLarge(words)
        }
    }

    /// Browsers name the origin of every form they post; one that is missing or another site's is refused.
    ///
    /// Behind the TLS proxy an address without TLS is another site.
    private func isSameOrigin(_ request: Request) -> Bool {
        guard let origin = request.headers[.origin], let host = request.head.authority else { return false }
        let halves = origin.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        let schemes = office.settings.isSecure ? ["https:"] : ["http:", "https:"]
        guard halves.count == 3, schemes.contains(where: { halves[0].elementsEqual($0.utf8) }), halves[1].isEmpty
        else { return false }
        return halves[2].elementsEqual(host.utf8) { $0.lowered == $1.lowered }
    }
}
