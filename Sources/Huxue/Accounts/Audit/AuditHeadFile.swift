import Foundation

/// The list of heads in the data folder, one a line, oldest first; every copy of the folder is a copy of it.
enum AuditHeadFile {
    /// Adds a line and waits until it is on the disk; nothing when the last line says the same.
    static func add(_ head: AuditHead, in folder: DataFolder) throws {
        let path = folder.auditHeadsPath
        let last = heads(in: folder).last
        guard last?.count != head.count || last?.hash != head.hash else { return }
        let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        // A line that was cut short must not swallow this one.
        let isWhole = FileManager.default.contents(atPath: path)?.last.map { $0 == UInt8(ascii: "\n") } ?? true
        try handle.write(contentsOf: Data(((isWhole ? "" : "\n") + head.line).utf8))
        try handle.synchronize()
        try folder.synchronise()
    }

    /// A last line that was cut short by a full disk is left out.
    static func heads(in folder: DataFolder) -> [AuditHead] {
        let text = FileManager.default.contents(atPath: folder.auditHeadsPath).map {
            String(decoding: $0, as: UTF8.self)
        }
        return (text ?? "").split(whereSeparator: \.isNewline).compactMap { AuditHead(reading: String($0)) }
    }
}
