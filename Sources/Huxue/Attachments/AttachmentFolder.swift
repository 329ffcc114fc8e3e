import Foundation

/// The files of the attachments in the data folder, each under the hash of its content: `attachments/ab/abcdef…`.
///
/// Its functions block, so never call them on the event loop.
struct AttachmentFolder: Sendable {
    let path: String

    init(_ folder: DataFolder) {
        path = folder.attachmentsPath
    }

    /// Why the last call of the system failed.
    private static var failure: any Error { POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }

    func path(of hash: String) -> String { "\(path)/\(hash.prefix(2))/\(hash)" }

    /// Stores the file durably before it returns: writes a temporary file, syncs it, renames it and syncs the folder.
    func store(_ bytes: [UInt8], hash: String) throws {
        let target = path(of: hash)
        if let present = try? Data(contentsOf: URL(fileURLWithPath: target)), present.elementsEqual(bytes) { return }
        let folder = "\(path)/\(hash.prefix(2))"
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let temporary = "\(folder)/.\(UUID().uuidString)"
        do {
            try Self.write(bytes, to: temporary)
            guard rename(temporary, target) == 0 else { throw Self.failure }
        } catch {
            unlink(temporary)
            throw error
        }
        for place in [folder, path, (path as NSString).deletingLastPathComponent] { try Self.synchronise(place) }
    }

    func holds(_ hash: String) -> Bool { FileManager.default.fileExists(atPath: path(of: hash)) }

    /// The content; nil when the file is missing or altered.
    func bytes(of attachment: Attachment) -> [UInt8]? {
        guard let data = try? Data(contentsOf: URL(fileURLWithPath: path(of: attachment.hash))) else { return nil }
        let bytes = Array(data)
        return AttachmentDigest.hash(bytes) == attachment.hash ? bytes : nil
    }

    /// The content as a response body; nil when the file is missing or of another length.
    ///
    /// Altered content of the same length is only found by `Doctor`.
    func body(of attachment: Attachment) -> FileBody? {
        FileBody.at(path(of: attachment.hash), size: attachment.size)
    }

    /// All files by name, which is a hash, or a temporary one of a file that was never finished.
    private func files() -> [(name: String, path: String)] {
        func names(_ folder: String) -> [String] {
            (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        }
        return names(path).filter { $0.utf8.count == 2 }.flatMap { part in
            names("\(path)/\(part)").map { ($0, "\(path)/\(part)/\($0)") }
        }
    }

    /// Deletes files that were never finished, and moves those aside whose name is not `known`.
    ///
    /// They are not deleted: beside a database from an older backup they may be all that is left of a page's files.
    func sweep(keeping known: (String) throws -> Bool) throws {
        let aside = path + "/lost"
        for file in files() where try !known(file.name) {
            guard !file.name.hasPrefix(".") else {
                unlink(file.path)
                continue
            }
            try FileManager.default.createDirectory(
                atPath: aside, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            guard rename(file.path, "\(aside)/\(file.name)") == 0 else { throw Self.failure }
        }
    }

    func remove(_ hash: String) { unlink(path(of: hash)) }

    private static func write(_ bytes: [UInt8], to path: String) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Self.failure }
        defer { close(descriptor) }
        var place = 0
        while place < bytes.count {
            let count = bytes[place...].withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            guard count >= 0 || errno == EINTR else { throw Self.failure }
            place += max(0, count)
        }
        guard fsync(descriptor) == 0 else { throw Self.failure }
    }

    private static func synchronise(_ folder: String) throws {
        let descriptor = open(folder.isEmpty ? "." : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Self.failure }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw Self.failure }
    }
}
