import Foundation

/// The files of a knowledge base: a folder for each kind, and `attachments`; or one page's file.
enum PageFolder {
    static let fileLimit = 5000
    static let attachments = "attachments"

    struct Contents {
        /// With their paths as problems name them, in the order of the paths.
        var files: [(path: String, bytes: [UInt8])] = []
        /// Paths of attachments, by name.
        var attachments: [String: String] = [:]
        /// Whether all pages are there: then a link to a page that is not among them is dead.
        var isWhole = false
    }

    /// - Throws: `PageRefusal`, or what the system says.
    static func read(_ path: String) throws -> Contents {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw PageRefusal.missingPath(path)
        }
        guard isFolder.boolValue else { return Contents(files: [(path, try bytes(of: path))]) }
        let folder = path.hasSuffix("/") ? String(path.dropLast()) : path
        var contents = Contents(isWhole: true)
        for kind in PageKind.allCases {
            for name in try names(in: "\(folder)/\(kind.rawValue)") where name.hasSuffix(".md") {
                guard contents.files.count < fileLimit else { throw PageRefusal.tooManyFiles(limit: fileLimit) }
                let file = "\(folder)/\(kind.rawValue)/\(name)"
                contents.files.append((file, try bytes(of: file)))
            }
        }
        guard !contents.files.isEmpty else { throw PageRefusal.noFiles(path) }
        for name in try names(in: "\(folder)/\(attachments)") {
            contents.attachments[name] = "\(folder)/\(attachments)/\(name)"
        }
        return contents
    }

    private static func names(in folder: String) throws -> [String] {
        guard FileManager.default.fileExists(atPath: folder) else { return [] }
        return try FileManager.default.contentsOfDirectory(atPath: folder).filter { !$0.hasPrefix(".") }.sorted()
    }

    /// Of a file that is too large only so much that it is still recognised as too large.
    static func bytes(of path: String, limit: Int = PageFile.sizeLimit) throws -> [UInt8] {
        let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
        defer { try? handle.close() }
        return Array(try handle.read(upToCount: limit + 1) ?? Data())
    }

    /// What is wrong with the attachments of a folder, by their paths.
    static func attachmentProblems(_ contents: Contents) throws -> [PageProblem] {
        try contents.attachments.sorted { $0.key < $1.key }.compactMap { name, path in
            guard AttachmentName.isClean(name) else {
                return PageProblem(file: path, line: 1, kind: .attachment(AttachmentRefusal.badName(name).sentence))
            }
            do throws(AttachmentProblem) {
                _ = try AttachmentFile(
                    reading: (try? bytes(of: path, limit: AttachmentFile.sizeLimit)) ?? [], name: name)
                return nil
            } catch {
                return PageProblem(file: path, line: 1, kind: .attachment(error.sentence))
            }
        }
    }

    /// Writes each file that is not already so, whole or not at all; returns how many were written.
    ///
    /// `sources`: the text of each page's file, by its path in the folder.
    static func write(_ sources: [String: String], to folder: String) throws -> Int {
        try sources.sorted { $0.key < $1.key }.count { path, source in
            try write(Data(source.utf8), to: path, in: folder)
        }
    }

    /// False when the file is already so.
    static func write(_ data: Data, to path: String, in folder: String) throws -> Bool {
        let address = URL(fileURLWithPath: folder).appendingPathComponent(path)
        if let present = try? Data(contentsOf: address), present == data { return false }
        try FileManager.default.createDirectory(
            at: address.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: address, options: .atomic)
        return true
    }
}
