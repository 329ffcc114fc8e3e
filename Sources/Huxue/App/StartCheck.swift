// stat and timespec belong to whichever module the compiler meets first.
import CDispatch
import Foundation

/// Keeps a server from working on a damaged data folder.
///
/// After a server has stopped as it should, a mark in the folder says that all was well; while every file is older
/// than the mark, the next server starts at once. Otherwise everything is checked first, as `huxue doctor` does.
enum StartCheck {
    /// - Throws: `CommandRefusal` that names what is wrong.
    static func run(_ session: CommandSession, features: FeatureList) throws {
        let folder = session.database.folder
        defer { unlink(folder.markPath) }
        guard !isMarked(folder, features: features) else { return }
        let findings = try session.database.readAndWait { try Doctor.findings(of: features, in: folder, $0) }
        guard findings.isEmpty else { throw CommandRefusal.failed(CommandMessages.damaged(findings, at: folder.path)) }
    }

    /// To be called once nothing writes any more.
    static func mark(_ folder: DataFolder, features: FeatureList) throws {
        // The system counts time in ticks: what was written just now must be older than the mark.
        usleep(20_000)
        try Data(content(features).utf8).writeDurably(to: folder.markPath)
    }

    private static func isMarked(_ folder: DataFolder, features: FeatureList) -> Bool {
        guard let marked = changed(folder.markPath),
            FileManager.default.contents(atPath: folder.markPath) == Data(content(features).utf8)
        else { return false }
        let attachments = FileManager.default.enumerator(atPath: folder.attachmentsPath)?.compactMap { $0 as? String }
        let files =
            [folder.databasePath, folder.databasePath + "-wal", folder.sealPath, folder.auditHeadsPath]
            + (attachments ?? []).map { "\(folder.attachmentsPath)/\($0)" }
        return files.allSatisfy { changed($0).map { $0 < marked } ?? true }
    }

    /// When the file or its attributes changed last, in nanoseconds since 1970; nil when there is none.
    private static func changed(_ path: String) -> Int64? {
        var facts = stat()
        guard lstat(path, &facts) == 0 else { return nil }
        return Int64(facts.st_ctim.tv_sec) * 1_000_000_000 + Int64(facts.st_ctim.tv_nsec)
    }

    /// Another program than the one that made the mark may find more.
    private static func content(_ features: FeatureList) -> String {
        features.migrations.map(\.name).joined(separator: "\n") + "\n" + features.invariants.map(\.sql).joined()
    }
}
