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
        /// What is no file of ours and was not read.
        var problems: [PageProblem] = []
        /// Whether all pages are there: then a link to a page that is not among them is dead.
        var isWhole = false
    }

    /// - Throws: `PageRefusal`, or what the system says.
    static func read(_ path: String) throws -> Contents {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw PageRefusal.missingPath(path)
        }
        var contents = Contents(isWhole: isFolder.boolValue)
        guard contents.isWhole else {
            try contents.add(path)
            return contents
        }
        let folder = path.hasSuffix("/") ? String(path.dropLast()) : path
        for kind in PageKind.allCases {
            for name in try contents.names(in: "\(folder)/\(kind.rawValue)") where name.hasSuffix(".md") {
                guard contents.files.count < fileLimit else { throw PageRefusal.tooManyFiles(limit: fileLimit) }
                try contents.add("\(folder)/\(kind.rawValue)/\(name)")
            }
        }
        for name in try contents.names(in: "\(folder)/\(attachments)") {
            contents.attachments[name] = "\(folder)/\(attachments)/\(name)"
        }
        guard !contents.files.isEmpty || !contents.problems.isEmpty else { throw PageRefusal.noFiles(path) }
        return contents
    }

    /// Of a file that is too large only so much that it is still recognised as too large.
    ///
    /// Follows no link and waits for nobody: what is no file is a problem.
    /// - Throws: `PageProblems`, or what the system says.
    static func bytes(of path: String, limit: Int = PageFile.sizeLimit) throws -> [UInt8] {
        let kind = try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
        guard kind == nil || kind == .typeRegular else {
            throw PageProblems(problems: [PageProblem(file: path, line: 1, kind: .notAFile)])
        }
        // It may have become a link or a pipe since.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard descriptor >= 0 else {
            throw PageProblems(problems: [PageProblem(file: path, line: 1, kind: .unreadable)])
        }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        return Array(try handle.read(upToCount: limit + 1) ?? Data())
    }

    /// What is wrong with the attachments of a folder, by their paths.
    static func attachmentProblems(_ contents: Contents) throws -> [PageProblem] {
        try contents.attachments.sorted { $0.key < $1.key }.compactMap { name, path in
            guard AttachmentName.isClean(name) else {
                return PageProblem(file: path, line: 1, kind: .attachment(AttachmentRefusal.badName(name).sentence))
            }
            do {
                _ = try AttachmentFile(reading: bytes(of: path, limit: AttachmentFile.sizeLimit), name: name)
                return nil
            } catch let error as AttachmentProblem {
                return PageProblem(file: path, line: 1, kind: .attachment(error.sentence))
            } catch let found as PageProblems {
                return found.problems.first
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

extension PageFolder.Contents {
    fileprivate mutating func add(_ path: String) throws {
        do {
            files.append((path, try PageFolder.bytes(of: path)))
        } catch let found as PageProblems {
            problems += found.problems
        }
    }

    /// What is in the folder; nothing where there is none.
    fileprivate mutating func names(in folder: String) throws -> [String] {
        guard FileManager.default.fileExists(atPath: folder) else { return [] }
        // Tells of a link itself, not of what it leads to.
        let type = try FileManager.default.attributesOfItem(atPath: folder)[.type] as? FileAttributeType
        guard type != .typeSymbolicLink else {
            problems.append(PageProblem(file: folder, line: 1, kind: .linkedFolder))
            return []
        }
        return try FileManager.default.contentsOfDirectory(atPath: folder).filter { !$0.hasPrefix(".") }.sorted()
    }
}
