import Foundation
import Hummingbird
import NIOCore

/// An open file that is sent to a browser, read from disk piece by piece.
///
/// Its functions block: never on the event loop.
final class FileBody: Sendable {
    private let descriptor: Int32
    /// In bytes.
    let size: Int

    static let piece = 64 << 10

    struct CutShort: Error {}

    private init(descriptor: Int32, size: Int) {
        (self.descriptor, self.size) = (descriptor, size)
    }

    /// Nil when the file is missing or has another size.
    static func at(_ path: String, size: Int) -> FileBody? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard descriptor >= 0 else { return nil }
        let file = FileBody(descriptor: descriptor, size: size)
        return Int(lseek(descriptor, 0, SEEK_END)) == size ? file : nil
    }

    deinit {
        close(descriptor)
    }

    /// The bytes from `place` on, at least one.
    func bytes(at place: Int) throws -> [UInt8] {
        let wanted = min(Self.piece, size - place)
        let bytes = [UInt8](unsafeUninitializedCapacity: max(0, wanted)) { buffer, count in
            repeat {
                count = pread(descriptor, buffer.baseAddress, wanted, off_t(place))
            } while count < 0 && errno == EINTR
            count = max(0, count)
        }
        guard !bytes.isEmpty else { throw CutShort() }
        return bytes
    }
}

extension WebResponse {
    /// A download under `name`; one piece at a time is in memory, and the next is read once the reader has taken it.
    static func download(
        _ file: FileBody, name: String, type: String, through files: WorkPool, on channel: any Channel
    ) -> WebResponse {
        var response = download([], name: name, type: type)
        response.body = ResponseBody(contentLength: file.size) { writer in
            var place = 0
            while place < file.size {
                let start = place
                await channel.turnToWrite()
                let bytes = try await files.runInTurn { try file.bytes(at: start) }
                try await writer.write(ByteBuffer(bytes: bytes))
                place += bytes.count
            }
            try await writer.finish(nil)
        }
        return response
    }
}

extension WorkPool {
    private static let pause = Duration.milliseconds(20)

    /// Runs `body` as soon as the pool has room: a file that is already on its way cannot be refused.
    func runInTurn<Result: Sendable>(_ body: @escaping @Sendable () throws -> Result) async throws -> Result {
        while true {
            do {
                return try await run(body)
            } catch is Full {
                try await Task.sleep(for: Self.pause)
            }
        }
    }
}
