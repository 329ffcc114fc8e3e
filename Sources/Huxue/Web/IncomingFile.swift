import Crypto
import Foundation

/// An uploaded file in the data folder; deleted when this object is released.
///
/// One task writes it piece by piece; only then is it handed to others.
final class IncomingFile: @unchecked Sendable {
    let path: String
    private let handle: FileHandle
    private var hash = SHA256()
    private(set) var size = 0

    /// Creates an empty file in the folder for uploads.
    init(in folder: DataFolder) throws {
        try FileManager.default.createDirectory(
            atPath: folder.uploadsPath, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        path = folder.uploadsPath + "/" + UUID().uuidString
        let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw Self.failure() }
        handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }

    deinit {
        unlink(path)
    }

    /// - Throws: `CommonRefusal.diskFull`, or what the system says.
    func append(_ bytes: some ContiguousBytes) throws {
        let data = bytes.withUnsafeBytes { Data($0) }
        do {
            try handle.write(contentsOf: data)
        } catch let error as CocoaError where error.code == .fileWriteOutOfSpace {
            throw CommonRefusal.diskFull
        } catch let error as POSIXError where error.code == .ENOSPC {
            throw CommonRefusal.diskFull
        }
        hash.update(data: data)
        size += data.count
    }

    /// SHA-256 of what was written.
    var digest: String { Self.text(hash.finalize()) }

    /// Whether the file on disk is still what was written.
    func isIntact() throws -> Bool {
        guard let reading = FileHandle(forReadingAtPath: path) else { return false }
        defer { try? reading.close() }
        var hash = SHA256()
        while let data = try reading.read(upToCount: 1 << 20), !data.isEmpty { hash.update(data: data) }
        return Self.text(hash.finalize()) == digest
    }

    private static func text(_ digest: SHA256.Digest) -> String {
        digest.map { padded(Int($0), to: 3) }.joined()
    }

    private static func failure() -> any Error {
        errno == ENOSPC ? CommonRefusal.diskFull : POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
    }

    /// Removes what an earlier server left behind.
    static func clear(_ folder: DataFolder) {
        try? FileManager.default.removeItem(atPath: folder.uploadsPath)
    }
}

/// A large file that came with a form.
struct StoredUpload: Sendable {
    let name: String
    let file: IncomingFile
}
