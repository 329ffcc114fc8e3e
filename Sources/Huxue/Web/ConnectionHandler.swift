import HTTPTypes
import NIOCore
import NIOHTTPTypes
import Synchronization

/// Watches over one connection: closes it when its sender or reader makes no progress, refuses heads that no route
/// should see, and ends a body that was refused.
///
/// How long a file is does not matter, only that some of it moves. While the server works on an answer nobody is late.
final class ConnectionHandler: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    /// Asks for a turn to write: its promise is fulfilled once nothing waits to be read any more.
    struct Turn: Sendable {}

    /// Asks to be told when the other side goes away: its promise is fulfilled then, or when the connection ends.
    struct Departure: Sendable {}

    private static let check = TimeAmount.seconds(5)

    private let connections: Connections
    private let trustsProxy: Bool
    private var connection: OpenConnection?
    private var timer: RepeatedTask?
    /// Requests whose answer has not ended.
    private var open = 0
    /// Whether a head has come and the end of its body has not.
    private var isReading = false
    /// What of the present body may still come, in bytes; nil when its sender did not say.
    private var remaining: Int?
    private var isLeaving = false
    /// The network of each open request that came through the proxy.
    private var networks: [String] = []
    private var window = NIODeadline.now()
    private var moved = 0
    private var turns: [EventLoopPromise<Void>] = []
    private var departures: [EventLoopPromise<Void>] = []
    private var isDeserted = false
    /// Since when the connection is not read from, because the server has enough to do with what has come.
    private var pausedAt: NIODeadline?

    /// `trustsProxy`: whether connections from this machine are those of a proxy that names the visitor's address.
    init(_ connections: Connections, trustsProxy: Bool) {
        self.connections = connections
        self.trustsProxy = trustsProxy
    }

    private func isOfProxy(_ context: ChannelHandlerContext) -> Bool {
        trustsProxy && ForwardedAddress.isProxy(context.channel.remoteAddress?.ipAddress ?? "")
    }

    func handlerAdded(context: ChannelHandlerContext) {
        let (channel, now) = (context.channel, context.eventLoop.now)
        let address = channel.remoteAddress?.ipAddress ?? ""
        let network = isOfProxy(context) ? nil : VisitorNetwork.name(of: address)
        let connection = OpenConnection(channel: channel, network: network, now: now)
        self.connection = connection
        window = now
        connections.open(connection)
        // What lies in the system's buffer counts as taken: a large one would hide that a slow reader makes progress.
        _ = channel.setOption(.socketOption(.so_sndbuf), value: ConnectionRules.sendBuffer)
        let held = NIOLoopBound((handler: self, context: context), eventLoop: context.eventLoop)
        timer = context.eventLoop.scheduleRepeatedTask(initialDelay: Self.check, delay: Self.check) { _ in
            held.value.handler.look(held.value.context)
        }
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        end()
    }

    func channelInactive(context: ChannelHandlerContext) {
        end()
        context.fireChannelInactive()
    }

    private func end() {
        timer?.cancel()
        timer = nil
        if let connection { connections.close(connection) }
        connection = nil
        networks.forEach(connections.end)
        networks = []
        let left = turns
        turns = []
        for turn in left { turn.fail(ChannelError.ioOnClosedChannel) }
        leaveAlone()
    }

    private func leaveAlone() {
        isDeserted = true
        let told = departures
        departures = []
        for departure in told { departure.succeed(()) }
    }

    /// Browsers close both directions at once; who closes only the one to the server still gets its answer.
    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if let event = event as? ChannelEvent, event == .inputClosed { leaveAlone() }
        if event is ChannelShouldQuiesceEvent {
            let channel = context.channel
            context.eventLoop.scheduleTask(in: ConnectionRules.stopping) { channel.close(mode: .all, promise: nil) }
        }
        context.fireUserInboundEventTriggered(event)
    }

    func read(context: ChannelHandlerContext) {
        if let pausedAt { window = window + (context.eventLoop.now - pausedAt) }
        pausedAt = nil
        context.read()
    }

    // MARK: Time

    private func look(_ context: ChannelHandlerContext) {
        guard let connection else { return }
        let now = context.eventLoop.now
        let waits = connection.waiting.load(ordering: .relaxed) > 0
        if isReading && pausedAt == nil || waits {
            let time = now - window
            if ConnectionRules.isStalled(bytes: moved, over: time) {
                connection.close()
                return
            }
            moved = min(moved, ConnectionRules.most(over: time))
        } else if open == 0, now - window > ConnectionRules.idle {
            connection.close()
        }
    }

    private func begin(_ now: NIODeadline) {
        window = now
        moved = 0
    }

    // MARK: Requests

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !isLeaving else { return }
        pausedAt = pausedAt ?? context.eventLoop.now
        switch unwrapInboundIn(data) {
        case .head(let head):
            begin(context.eventLoop.now)
            open += 1
            isReading = true
            remaining = head.headerFields[.contentLength].flatMap { Int($0) }
            if remaining == nil, head.headerFields[.transferEncoding] == nil { remaining = 0 }
            connection?.idleSince.store(OpenConnection.busy, ordering: .relaxed)
            // Another answer may be under way, into which none can be written.
            guard ConnectionRules.isAcceptable(head) else { return refuse(.badRequest, context) }
            guard isAdmitted(head, context) else { return refuse(.tooManyRequests, context) }
        case .body(let bytes):
            moved += bytes.readableBytes
            if let left = remaining { remaining = left - bytes.readableBytes }
        case .end:
            isReading = false
            begin(context.eventLoop.now)
        }
        context.fireChannelRead(data)
    }

    private func isAdmitted(_ head: HTTPRequest, _ context: ChannelHandlerContext) -> Bool {
        guard isOfProxy(context), let address = ForwardedAddress.last(in: head.headerFields) else { return true }
        let network = VisitorNetwork.name(of: address)
        guard connections.begin(network) else { return false }
        networks.append(network)
        return true
    }

    /// Answers in the routes' place, and closes.
    private func refuse(_ status: HTTPResponse.Status, _ context: ChannelHandlerContext) {
        isLeaving = true
        guard open == 1 else { return leave(context) }
        let head = HTTPResponse(status: status, headerFields: [.connection: "close", .contentLength: "0"])
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        leave(context)
    }

    /// Closes for writing, and altogether after the sender had time to read the answer.
    private func leave(_ context: ChannelHandlerContext) {
        isLeaving = true
        let channel = context.channel
        context.close(mode: .output, promise: nil)
        context.eventLoop.scheduleTask(in: ConnectionRules.farewell) { channel.close(mode: .all, promise: nil) }
    }

    // MARK: Answers

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head(var head):
            if isReading, open == 1, remaining.map({ $0 > ConnectionRules.drained }) ?? true {
                head.headerFields[.connection] = "close"
                isLeaving = true
            }
            // Once for the whole answer: a piece that is taken in a burst counts for those after it.
            if !isReading { begin(context.eventLoop.now) }
            context.write(wrapOutboundOut(.head(head)), promise: promise)
        case .body(let bytes):
            write(bytes, context, promise)
        case .end:
            open -= 1
            if !networks.isEmpty { connections.end(networks.removeFirst()) }
            if open == 0 { connection?.idleSince.store(context.eventLoop.now.uptimeNanoseconds, ordering: .relaxed) }
            if !isReading { begin(context.eventLoop.now) }
            guard isLeaving else { return context.write(data, promise: promise) }
            context.writeAndFlush(data, promise: promise)
            leave(context)
        }
    }

    /// In slices, so that each of them counts as progress once it is taken.
    private func write(_ bytes: ByteBuffer, _ context: ChannelHandlerContext, _ promise: EventLoopPromise<Void>?) {
        var rest = bytes
        while let slice = rest.readSlice(length: min(rest.readableBytes, ConnectionRules.slice)) {
            let isLast = rest.readableBytes == 0
            let taken = isLast ? promise ?? context.eventLoop.makePromise() : context.eventLoop.makePromise()
            wait(for: taken.futureResult, slice.readableBytes, context)
            context.write(wrapOutboundOut(.body(slice)), promise: taken)
            if isLast { return }
        }
    }

    private func wait(for taken: EventLoopFuture<Void>, _ bytes: Int, _ context: ChannelHandlerContext) {
        guard let connection else { return }
        let loop = context.eventLoop
        connections.wait(bytes, on: connection, now: loop.now)
        let connections = connections
        taken.assumeIsolated().whenComplete { [self] _ in
            moved += bytes
            connections.taken(bytes, on: connection, now: loop.now)
            giveTurns()
        }
    }

    private func giveTurns() {
        guard connection.map({ $0.waiting.load(ordering: .relaxed) == 0 }) ?? true else { return }
        let next = turns
        turns = []
        for turn in next { turn.succeed(()) }
    }

    func triggerUserOutboundEvent(context: ChannelHandlerContext, event: Any, promise: EventLoopPromise<Void>?) {
        switch (event, promise) {
        case (is Turn, let promise?):
            turns.append(promise)
            giveTurns()
        case (is Departure, let promise?):
            departures.append(promise)
            if isDeserted { leaveAlone() }
        default: context.triggerUserOutboundEvent(event, promise: promise)
        }
    }
}
