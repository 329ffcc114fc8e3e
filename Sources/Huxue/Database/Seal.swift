import CSQLite
import Crypto
import Foundation
import GRDB
import Synchronization

/// The installation's secret for what must not be rewritten, such as the audit log: a file beside the database.
///
/// Who can write the database alone cannot make a code; who can also read this file can. Connections know it as the SQL
/// function `seal(bytes)`, the HMAC-SHA256 of the bytes.
final class Seal: Sendable {
    private let key: SymmetricKey

    enum Failure: Error {
        /// The database was sealed, and the file is not there.
        case missing(path: String)
        case unreadable(path: String)
        /// There is a key, and the database, which is not empty, bears no seal: somebody has taken it away.
        case unsealed(path: String)
    }

    private init(_ key: SymmetricKey) {
        self.key = key
    }

    /// Reads the folder's key, or makes one for a database that was never sealed; see `keep`.
    ///
    /// - Throws: `Failure`, or what the system says.
    init(folder: DataFolder, isSealed: Bool) throws {
        let (path, new) = (folder.sealPath, folder.sealPath + ".first")
        let files = FileManager.default
        if files.fileExists(atPath: path), !isSealed, folder.holdsDatabase { throw Failure.unsealed(path: path) }
        let present = [path, new].first { files.fileExists(atPath: $0) }
        guard let present else {
            guard !isSealed else { throw Failure.missing(path: path) }
            key = SymmetricKey(size: .bits256)
            try key.withUnsafeBytes { Data($0) }.writeDurably(to: new)
            return
        }
        guard let bytes = files.contents(atPath: present), bytes.count == 32 else {
            throw Failure.unreadable(path: present)
        }
        key = SymmetricKey(data: bytes)
    }

    /// Gives a new key its name, once the database is sealed: from then on one without a seal is not taken for new.
    static func keep(in folder: DataFolder) throws {
        guard rename(folder.sealPath + ".first", folder.sealPath) == 0 else { return }
        try folder.synchronise()
    }

    /// For databases that are thrown away.
    static func random() -> Seal { Seal(SymmetricKey(size: .bits256)) }

    func code(of bytes: Data) -> Data { Data(HMAC<SHA256>.authenticationCode(for: bytes, using: key)) }

    /// Makes the SQL function known to a connection, for statements of this program alone: nothing that stands in the file,
    /// such as a trigger that somebody slipped in, may call it.
    func add(to db: Database) throws {
        let code = sqlite3_create_function_v2(
            db.sqliteConnection, "seal", 1, SQLITE_UTF8 | SQLITE_DIRECTONLY, Unmanaged.passRetained(self).toOpaque(),
            { context, _, values in
                guard let value = values?[0], let seal = sqlite3_user_data(context) else { return }
                let bytes = sqlite3_value_blob(value).map { Data(bytes: $0, count: Int(sqlite3_value_bytes(value))) }
                let code = Unmanaged<Seal>.fromOpaque(seal).takeUnretainedValue().code(of: bytes ?? Data())
                // SQLITE_TRANSIENT, which the importer leaves out: SQLite copies the bytes.
                code.withUnsafeBytes { code in
                    sqlite3_result_blob(
                        context, code.baseAddress, Int32(code.count),
                        unsafeBitCast(-1, to: sqlite3_destructor_type.self))
                }
            }, nil, nil, { seal in seal.map { Unmanaged<Seal>.fromOpaque($0).release() } })
        guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
    }
}

extension Data {
    /// Writes a file that only its owner may read, and waits until it and its name are on the disk.
    func writeDurably(to path: String) throws {
        let temporary = path + ".new"
        unlink(temporary)
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        try handle.write(contentsOf: self)
        try handle.synchronize()
        guard rename(temporary, path) == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        try DataFolder(path: (path as NSString).deletingLastPathComponent).synchronise()
    }
}
