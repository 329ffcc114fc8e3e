import NIOCore
import Synchronization

/// One open connection, as the other connections' threads see it.
final class OpenConnection: Sendable {
    static let busy = UInt64.max

    let channel: any Channel
    /// The network it comes from; nil for one of the proxy, which brings many people's requests.
    let network: String?
    /// When its last request was answered, in nanoseconds of the event loop's clock; `busy` during
    /// a request.
    let idleSince: Atomic<UInt64>
    /// Bytes of answers that wait to be taken.
    let waiting = Atomic(0)
    /// When the system last took some of them, on the same clock.
    let progress: Atomic<UInt64>
    private let isClosing = Atomic(false)

    init(channel: any Channel, network: String?, now: NIODeadline) {
        self.channel = channel
        self.network = network
        idleSince = Atomic(now.uptimeNanoseconds)
        progress = Atomic(now.uptimeNanoseconds)
    }

    var id: ObjectIdentifier { ObjectIdentifier(self) }
    var isIdle: Bool {
        !isGoing && waiting.load(ordering: .relaxed) == 0 && idleSince.load(ordering: .relaxed) != Self.busy
    }
    var isGoing: Bool { isClosing.load(ordering: .relaxed) }

    /// From any thread.
    ///
    /// False when it is being closed already.
    @discardableResult
    func close() -> Bool {
        guard !isClosing.exchange(true, ordering: .relaxed) else { return false }
        channel.close(mode: .all, promise: nil)
        return true
    }
}
