import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Closes connections whose request does not arrive in time, however many bytes they drip.
///
/// The framework's idle timeout starts again with every byte; this one does not.
final class RequestDeadline: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart

    /// Allowed between connecting, or the end of the last request, and the next complete request head.
    private static let head = TimeAmount.seconds(60)
    private static let form = TimeAmount.seconds(15)
    private static let upload = TimeAmount.seconds(130)
    private static let check = TimeAmount.seconds(5)
    /// Bytes of a large upload that extend the deadline by one second.
    private static let pace: Int64 = 128 << 10

    private var deadline = NIODeadline.now() + RequestDeadline.head
    private var timer: RepeatedTask?
    private var isLarge = false

    func handlerAdded(context: ChannelHandlerContext) {
        let channel = context.channel
        let loopBound = NIOLoopBound(self, eventLoop: context.eventLoop)
        timer = context.eventLoop.scheduleRepeatedTask(initialDelay: Self.check, delay: Self.check) { _ in
            if NIODeadline.now() > loopBound.value.deadline { channel.close(mode: .all, promise: nil) }
        }
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        timer?.cancel()
    }

    func channelInactive(context: ChannelHandlerContext) {
        timer?.cancel()
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            let length = head.headerFields[.contentLength].flatMap { Int($0) } ?? 0
            isLarge = length > BodyLimit.upload && length <= BodyLimit.stored
            deadline = .now() + (length > BodyLimit.form ? Self.upload : Self.form)
        case .body(let bytes):
            guard isLarge else { break }
            deadline = deadline + .microseconds(Int64(bytes.readableBytes) * 1_000_000 / Self.pace)
        case .end:
            deadline = .now() + Self.head
        }
        context.fireChannelRead(data)
    }
}
