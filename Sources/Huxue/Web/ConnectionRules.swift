import HTTPTypes
import NIOCore

/// How long a connection may take, and which requests it may bring.
enum ConnectionRules {
    /// Between connecting, or the last answer, and the next whole head of a request.
    static let idle = TimeAmount.seconds(30)
    /// After this long a body or an answer must have made progress.
    static let window = TimeAmount.seconds(30)
    /// Bytes each second that are progress, on the average since it began.
    static let pace = 16 << 10
    /// How many bytes the average may be ahead: what the system and the other side hold in their buffers is taken at once, and
    /// nothing then until they are nearly empty.
    static let credit = 8 << 20
    /// How many bytes of an answer the system may hold for a reader.
    static let sendBuffer: SocketOptionValue = 256 << 10
    /// Larger bodies are written in pieces of so many bytes.
    static let slice = 64 << 10
    /// How much of a body that was refused is read to its end, so that the connection can go on.
    static let drained = 256 << 10
    /// How long a sender has to read why its body was refused.
    static let farewell = TimeAmount.seconds(5)
    /// How long what is under way may go on once the server was told to stop.
    static let stopping = TimeAmount.seconds(10)

    /// Whether so many bytes in so long a time are too few.
    static func isStalled(bytes: Int, over time: TimeAmount) -> Bool {
        time >= window && Int64(bytes) * 1_000_000_000 < Int64(pace) * (time - window).nanoseconds
    }

    /// How many bytes count at most after so long a time.
    static func most(over time: TimeAmount) -> Int {
        credit + Int(Int64(pace) * time.nanoseconds / 1_000_000_000)
    }

    /// A name, an IPv4 address, or an IPv6 address in brackets, and a port.
    private static func isOfHost(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "-._:[]%".utf8.contains(byte)
        }
    }

    /// Whether the head names one host, and holds no text that takes forever to compare.
    ///
    /// The framework takes the first `Host` for the authority and leaves a second one among the fields (RFC 9112, 3.2:
    /// both none and two are answered with 400).
    static func isAcceptable(_ head: HTTPRequest) -> Bool {
        guard let host = head.authority, !host.isEmpty,
            !head.headerFields.contains(where: { $0.name.canonicalName == "host" })
        else { return false }
        return host.utf8.allSatisfy(isOfHost) && StreamSafeText.holds(head.path ?? "")
            && head.headerFields.allSatisfy { StreamSafeText.holds($0.value) }
    }
}
