import Foundation

/// The question files of a folder, or one file.
enum QuestionFolder {
    static let fileLimit = 1000

    /// - Returns: paths as problems name them, with what the files hold, in the order of their names. Of a file that is
    ///   too large only so much that it is still recognised as too large.
    /// - Throws: `QuestionRefusal`, or what the system says.
    static func read(_ path: String) throws -> [(path: String, bytes: [UInt8])] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw QuestionRefusal.missingPath(path)
        }
        guard isFolder.boolValue else { return [(path, try bytes(of: path))] }
        let folder = path.hasSuffix("/") ? String(path.dropLast()) : path
        let names = try FileManager.default.contentsOfDirectory(atPath: path)
            .filter { ($0.hasSuffix(".yaml") || $0.hasSuffix(".yml")) && !$0.hasPrefix(".") }.sorted()
        guard !names.isEmpty else { throw QuestionRefusal.noFiles(path) }
        guard names.count <= fileLimit else { throw QuestionRefusal.tooManyFiles(path, limit: fileLimit) }
        return try names.map { ("\(folder)/\($0)", try bytes(of: "\(folder)/\($0)")) }
    }

    /// One file, whatever it is called.
    /// - Throws: `QuestionRefusal.missingPath`, or what the system says.
    static func file(_ path: String) throws -> [UInt8] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue else {
            throw QuestionRefusal.missingPath(path)
        }
        return try bytes(of: path)
    }

    private static func bytes(of path: String) throws -> [UInt8] {
        let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
        defer { try? handle.close() }
        return Array(try handle.read(upToCount: QuestionFile.sizeLimit + 1) ?? Data())
    }

    /// Writes each topic's file that is not already so, whole or not at all.
    /// - Returns: the names of the files written.
    static func write(_ topics: [QuestionTopic], to folder: String) throws -> [String] {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        var written: [String] = []
        for topic in topics {
            let address = URL(fileURLWithPath: folder).appendingPathComponent(topic.fileName)
            let data = Data(QuestionPrinter.print(topic).utf8)
            if let present = try? Data(contentsOf: address), present == data { continue }
            try data.write(to: address, options: .atomic)
            written.append(topic.fileName)
        }
        return written
    }
}
