import Foundation

/// The ministry's file on disk as it is downloaded: JSON, or a ZIP archive with it.
enum StatuteSource {
    /// Unpacked.
    private static let limit = 200 << 20

    /// The file from its beginning.
    /// - Throws: `StatuteRefusal.missingFile`, `StatuteFileRefusal`.
    static func open(_ path: String) throws -> StatuteFile {
        guard let handle = FileHandle(forReadingAtPath: path) else { throw StatuteRefusal.missingFile(path) }
        guard let lead = try? handle.read(upToCount: 4) ?? Data() else { throw StatuteFileRefusal.unreadable }
        guard lead.elementsEqual([0x50, 0x4B, 0x03, 0x04]) else {
            try handle.seek(toOffset: 0)
            return StatuteFile(handle)
        }
        do {
            let archive = try ZipArchive(handle)
            // The ministry puts a list of the fields beside it.
            let files = archive.entries.filter { $0.name.lowercased().hasSuffix(".json") }
            guard let file = files.first, files.count == 1 else { throw StatuteFileRefusal.strangeArchive }
            return StatuteFile(try archive.reader(of: file, limit: limit))
        } catch let fault as ZipArchive.Fault {
            switch fault {
            case .damaged: throw StatuteFileRefusal.brokenArchive
            case .unsupported: throw StatuteFileRefusal.strangeArchive
            case .oversized: throw StatuteFileRefusal.oversized
            }
        }
    }
}
