import HTTPTypes
import NIOCore
import NIOEmbedded
import NIOHTTPTypes
import Synchronization
import Testing

@testable import Huxue

struct ConnectionHandlerTests {
    /// One connection whose answers stay untaken until they are flushed.
    private struct Line {
        let channel: EmbeddedChannel
        let connections: Connections

        init(from address: String = "10.0.0.1", connections: Connections = Connections(), trustsProxy: Bool = false)
            throws
        {
            self.connections = connections
            channel = EmbeddedChannel()
            try channel.connect(to: SocketAddress(ipAddress: address, port: 4000)).wait()
            try channel.pipeline.syncOperations.addHandler(ConnectionHandler(connections, trustsProxy: trustsProxy))
        }

        func ask(
            _ fields: HTTPFields = [:], host: String? = "huxue.example", path: String = "/", whole: Bool = true
        ) throws {
            let method: HTTPRequest.Method = fields[.contentLength] == nil ? .get : .post
            try channel.writeInbound(
                HTTPRequestPart.head(
                    HTTPRequest(
                        method: method, scheme: "http", authority: host, path: path, headerFields: fields)))
            if whole { try channel.writeInbound(HTTPRequestPart.end(nil)) }
            channel.read()
        }

        func send(_ bytes: Int) throws {
            try channel.writeInbound(HTTPRequestPart.body(ByteBuffer(repeating: 0, count: bytes)))
            channel.read()
        }

        func answer(_ status: HTTPResponse.Status = .ok, bytes: Int = 0, taken: Bool = true, whole: Bool = true) {
            channel.write(HTTPResponsePart.head(HTTPResponse(status: status)), promise: nil)
            if bytes > 0 {
                channel.write(HTTPResponsePart.body(ByteBuffer(repeating: 0, count: bytes)), promise: nil)
            }
            if whole { channel.write(HTTPResponsePart.end(nil), promise: nil) }
            if taken { channel.flush() }
        }

        func wait(seconds: Int64) {
            channel.embeddedEventLoop.advanceTime(by: .seconds(seconds))
        }

        /// The heads of the answers so far.
        func heads() throws -> [HTTPResponse] {
            var heads: [HTTPResponse] = []
            while let part = try channel.readOutbound(as: HTTPResponsePart.self) {
                if case .head(let head) = part { heads.append(head) }
            }
            return heads
        }
    }

    @Test func `an idle connection is closed after half a minute, before and after a request`() throws {
        let fresh = try Line()
        fresh.wait(seconds: 30)
        #expect(fresh.channel.isActive)
        fresh.wait(seconds: 5)
        #expect(!fresh.channel.isActive)
        let used = try Line()
        used.wait(seconds: 25)
        try used.ask()
        used.answer()
        used.wait(seconds: 30)
        #expect(used.channel.isActive)
        used.wait(seconds: 5)
        #expect(!used.channel.isActive)
    }

    @Test func `while the server works nobody is late`() throws {
        let line = try Line()
        try line.ask()
        line.wait(seconds: 600)
        #expect(line.channel.isActive)
        line.answer()
        #expect(line.channel.isActive)
    }

    @Test func `a download goes on for as long as some of it is taken`() throws {
        let line = try Line()
        try line.ask()
        line.answer(taken: true, whole: false)
        for _ in 0..<40 {
            line.channel.write(HTTPResponsePart.body(ByteBuffer(repeating: 0, count: 200_000)), promise: nil)
            line.wait(seconds: 10)
            line.channel.flush()
        }
        #expect(line.channel.isActive)
        line.channel.write(HTTPResponsePart.body(ByteBuffer(repeating: 0, count: 200_000)), promise: nil)
        line.wait(seconds: 600)
        #expect(!line.channel.isActive)
        #expect(line.connections.waitingBytes == 0)
    }

    @Test func `a large answer in one part goes on too, and its connection is not idle`() throws {
        let connections = Connections(limits: .init(all: 100, share: 1, spare: 10))
        let line = try Line(connections: connections)
        try line.ask()
        line.answer(bytes: 10_000_000, taken: false)
        #expect(connections.waitingBytes == 10_000_000)
        // Another one of the same address finds nothing idle that could make room.
        let other = try Line(connections: connections)
        #expect(!other.channel.isActive && line.channel.isActive)
        line.channel.flush()
        #expect(connections.waitingBytes == 0)
        var pieces: [Int] = []
        while let part = try line.channel.readOutbound(as: HTTPResponsePart.self) {
            if case .body(let bytes) = part { pieces.append(bytes.readableBytes) }
        }
        #expect(pieces.reduce(0, +) == 10_000_000 && pieces.max() == 64 << 10)
    }

    @Test func `while the server has enough to do with what came, nobody is late`() throws {
        let line = try Line()
        try line.ask([.contentLength: "20000000"], whole: false)
        try line.channel.writeInbound(HTTPRequestPart.body(ByteBuffer(repeating: 0, count: 1000)))
        line.wait(seconds: 300)
        #expect(line.channel.isActive)
        line.channel.read()
        line.wait(seconds: 40)
        #expect(!line.channel.isActive)
    }

    @Test func `work for somebody who went away is cancelled`() async throws {
        let channel = await NIOAsyncTestingChannel(handler: ConnectionHandler(Connections(), trustsProxy: false))
        let work = Task {
            try await channel.whileAttended { try await Task.sleep(for: .seconds(3600)) }
        }
        try await Task.sleep(for: .milliseconds(50))
        try await channel.testingEventLoop.executeInContext {
            channel.pipeline.fireUserInboundEventTriggered(ChannelEvent.inputClosed)
        }
        await #expect(throws: CancellationError.self) { try await work.value }
        #expect(try await NIOAsyncTestingChannel().whileAttended { 7 } == 7)
    }

    @Test(arguments: [(20_000, true), (10_000, false)])
    func `a body may be slow, but not stand still`(bytes: Int, mayGoOn: Bool) throws {
        let line = try Line()
        try line.ask([.contentLength: "20000000"], whole: false)
        for _ in 0..<120 where line.channel.isActive {
            line.wait(seconds: 1)
            try line.send(bytes)
        }
        #expect(line.channel.isActive == mayGoOn)
    }

    @Test func `a large body that was refused is not read to its end`() throws {
        let line = try Line()
        try line.ask([.contentLength: "190000000"], whole: false)
        line.answer(.unauthorized)
        #expect(try line.heads().first?.headerFields[.connection] == "close")
        for _ in 0..<100 { try line.send(100_000) }
        var arrived = 0
        while let part = try line.channel.readInbound(as: HTTPRequestPart.self) {
            if case .body = part { arrived += 1 }
        }
        #expect(arrived == 0)
        line.wait(seconds: 5)
        #expect(!line.channel.isActive)
    }

    @Test func `the small rest of a refused body leaves the connection open`() throws {
        let line = try Line()
        try line.ask([.contentLength: "100000"], whole: false)
        line.answer(.unauthorized)
        try line.send(100_000)
        try line.channel.writeInbound(HTTPRequestPart.end(nil))
        line.wait(seconds: 5)
        #expect(line.channel.isActive)
        #expect(try line.heads().first?.headerFields[.connection] == nil)
    }

    @Test(
        arguments: [
            (nil, "/", [:]), ("", "/", [:]), ("a b", "/", [:]), ("a.example, b.example", "/", [:]),
            ("x@a.example", "/", [:]),
            ("huxue.example", "/", [HTTPField.Name("Host")!: "other.example"]),
            ("huxue.example", "/x" + String(repeating: "\u{301}\u{327}", count: 4000), [:]),
            ("huxue.example", "/", [.userAgent: "x" + String(repeating: "\u{301}\u{327}", count: 4000)]),
        ] as [(String?, String, HTTPFields)])
    func `a head without one host, or with endless marks, reaches no route`(
        host: String?, path: String, fields: HTTPFields
    ) throws {
        let line = try Line()
        try line.ask(fields, host: host, path: path)
        #expect(try line.heads().map(\.status) == [.badRequest])
        #expect(try line.channel.readInbound(as: HTTPRequestPart.self) == nil)
        line.wait(seconds: 5)
        #expect(!line.channel.isActive)
    }

    @Test func `the next piece is asked for once the one before was taken`() throws {
        let line = try Line()
        try line.ask()
        line.answer(bytes: 64 << 10, taken: false, whole: false)
        let turn = line.channel.triggerUserOutboundEvent(ConnectionHandler.Turn())
        let hasTurn = Mutex(false)
        turn.whenSuccess { hasTurn.withLock { $0 = true } }
        line.wait(seconds: 1)
        #expect(!hasTurn.withLock { $0 } && line.connections.waitingBytes == 64 << 10)
        line.channel.flush()
        line.wait(seconds: 0)
        #expect(hasTurn.withLock { $0 } && line.connections.waitingBytes == 0)
    }

    @Test func `a turn on a connection that is closed ends`() throws {
        let line = try Line()
        try line.ask()
        line.answer(bytes: 1000, taken: false, whole: false)
        let turn = line.channel.triggerUserOutboundEvent(ConnectionHandler.Turn())
        line.channel.close(promise: nil)
        line.wait(seconds: 0)
        #expect(throws: (any Error).self) { try turn.wait() }
    }

    @Test func `a server that was told to stop waits ten seconds for what is under way`() throws {
        let line = try Line()
        try line.ask()
        line.answer(bytes: 100_000, taken: false)
        line.channel.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())
        line.wait(seconds: 9)
        #expect(line.channel.isActive)
        line.wait(seconds: 2)
        #expect(!line.channel.isActive)
    }

    @Test func `an address has its share, and its longest idle connection makes room`() throws {
        let connections = Connections(limits: .init(all: 100, share: 3, spare: 10))
        let lines = try (0..<3).map { _ in
            let line = try Line(connections: connections)
            line.wait(seconds: 1)
            return line
        }
        // The first is busy; time does not pass evenly for embedded channels, so the second has been idle longest.
        try lines[0].ask()
        try lines[2].ask()
        lines[2].wait(seconds: 5)
        lines[2].answer()
        let more = try Line(connections: connections)
        let other = try Line(from: "10.0.0.2", connections: connections)
        #expect(lines.map(\.channel.isActive) == [true, false, true])
        #expect(more.channel.isActive && other.channel.isActive)
        try lines[2].ask()
        try more.ask()
        let tooMany = try Line(connections: connections)
        #expect(!tooMany.channel.isActive && more.channel.isActive)
    }

    @Test func `when all are nearly taken, idle ones of the address with most are closed`() throws {
        let connections = Connections(limits: .init(all: 10, share: 10, spare: 2))
        let attacker = try (0..<8).map { _ in try Line(from: "10.0.0.9", connections: connections) }
        let colleagues = try (0..<6).map { try Line(from: "10.0.0.\($0)", connections: connections) }
        #expect(colleagues.count(where: \.channel.isActive) == 6)
        #expect(attacker.count(where: \.channel.isActive) == 2)
    }

    @Test func `busy connections of one address do not keep another address out`() throws {
        let connections = Connections(limits: .init(all: 10, share: 10, spare: 2))
        let attacker = try (0..<10).map { _ in
            let line = try Line(from: "10.0.0.9", connections: connections)
            try line.ask()
            return line
        }
        let colleague = try Line(from: "10.0.0.1", connections: connections)
        #expect(colleague.channel.isActive && attacker.count(where: \.channel.isActive) == 9)
        let again = try Line(from: "10.0.0.9", connections: connections)
        #expect(again.channel.isActive)
        try again.ask()
        let refused = try Line(from: "10.0.0.9", connections: connections)
        #expect(!refused.channel.isActive)
    }

    @Test func `behind the proxy the share is that of the visitor's address`() throws {
        let connections = Connections(limits: .init(all: 100, share: 2, spare: 10))
        let lines = try (0..<6).map { _ in
            try Line(from: "127.0.0.1", connections: connections, trustsProxy: true)
        }
        let forwarded = HTTPField.Name("X-Forwarded-For")!
        for line in lines[..<2] { try line.ask([forwarded: "192.0.2.7"]) }
        try lines[2].ask([forwarded: "192.0.2.7"])
        #expect(try lines[2].heads().map(\.status) == [.tooManyRequests])
        try lines[3].ask([forwarded: "192.0.2.8"])
        #expect(try lines[3].heads().isEmpty)
        lines[0].answer()
        try lines[4].ask([forwarded: "192.0.2.7"])
        #expect(try lines[4].heads().isEmpty)
    }

    @Test func `what waits to be read is bounded for all together, and who reads least is closed`() throws {
        let connections = Connections(limits: .init(waiting: 1 << 20))
        let lines = try (0..<20).map { number in
            let line = try Line(from: "10.0.1.\(number)", connections: connections)
            line.wait(seconds: Int64(number))
            try line.ask()
            line.answer(bytes: 100_000, taken: false)
            return line
        }
        #expect(connections.waitingBytes <= 1 << 20)
        #expect(lines.map(\.channel.isActive) == (0..<20).map { $0 >= 10 })
    }
}
