import Foundation

/// The folder that holds everything an installation must keep: `huxue.sqlite`, and keys and lock files beside it.
struct DataFolder: Sendable {
    let path: String

    var databasePath: String { path + "/huxue.sqlite" }
    /// Held around every write transaction and every checkpoint, by server and commands alike.
    var writeLockPath: String { path + "/write.lock" }
    /// Held by a server for its whole life.
    var serverLockPath: String { path + "/server.lock" }
    /// 32 random bytes; see `DeviceKey`.
    var deviceKeyPath: String { path + "/device.key" }
    /// 32 random bytes; see `Seal`.
    var sealPath: String { path + "/seal.key" }
    /// Where the audit log ended at times; see `AuditHeads`.
    var auditHeadsPath: String { path + "/audit-heads.txt" }
    /// See `StartCheck`.
    var markPath: String { path + "/stopped.mark" }
    /// Files that people are sending or have sent and not used yet; nothing in it outlives the server.
    var uploadsPath: String { path + "/uploads" }
    /// The files of attachments, by the hash of their content.
    var attachmentsPath: String { path + "/attachments" }

    var holdsDatabase: Bool { FileManager.default.fileExists(atPath: databasePath) }

    /// Waits until the names in the folder are on the disk.
    func synchronise() throws {
        let descriptor = open(path.isEmpty ? "." : path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    }

    /// Makes the folder, readable by its owner alone, unless it is there already.
    func create() throws {
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        // Also one that was there before.
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
    }
}

/// An advisory lock on a file (`flock`), which the system drops when the process ends, however it ends.
final class FileLock: @unchecked Sendable {
    private let descriptor: Int32
    /// Between the threads of this process: `flock` keeps out other processes alone.
    private let threads = NSLock()

    struct Failure: Error {
        let path: String
        let code: Int32
    }

    /// Opens the file, making it when missing; takes no lock yet.
    init(path: String) throws {
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Failure(path: path, code: errno) }
    }

    deinit {
        close(descriptor)
    }

    /// Waits for the lock, holds it while `body` runs.
    func withLock<Result>(_ body: () throws -> Result) throws -> Result {
        threads.lock()
        defer { threads.unlock() }
        while flock(descriptor, LOCK_EX) != 0 {
            guard errno == EINTR else { throw Failure(path: "", code: errno) }
        }
        defer { flock(descriptor, LOCK_UN) }
        return try body()
    }

    /// Takes the lock until this object goes; false when another process holds it.
    func tryLock() -> Bool {
        flock(descriptor, LOCK_EX | LOCK_NB) == 0
    }
}
