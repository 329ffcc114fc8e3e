// stat and timespec belong to whichever module the compiler meets first.
import CDispatch
import Foundation

/// Keeps a server from working on a damaged data folder.
///
/// After a server has stopped as it should, a mark in the folder says which files there were and when each changed last.
/// While that is still so, the next server starts at once; otherwise everything is checked first, as `huxue doctor` does.
struct StartCheck {
    private let features: FeatureList

    /// Checks the folder unless it `isMarked`, and takes the mark away.
    ///
    /// `isMarked`: looked at before the database was opened, because opening it may already write.
    /// - Throws: `CommandRefusal` that names what is wrong.
    init(_ session: CommandSession, features: FeatureList, isMarked: Bool) throws {
        self.features = features
        let folder = session.database.folder
        guard !isMarked else {
            try Self.unmark(folder)
            return
        }
        try Self.unmark(folder)
        let findings = try session.database.readAndWait { try Doctor.findings(of: features, in: folder, $0) }
        guard findings.isEmpty else {
            throw CommandRefusal.failed(CommandMessages.damaged(findings, at: folder.path))
        }
    }

    static func isMarked(_ folder: DataFolder, features: FeatureList) -> Bool {
        FileManager.default.contents(atPath: folder.markPath) == Data(content(folder, features).utf8)
    }

    static func unmark(_ folder: DataFolder) throws {
        guard unlink(folder.markPath) == 0 else { return }
        try folder.synchronise()
    }

    /// Says that all was well, unless the disk has failed; to be called once nothing writes any more.
    func mark(_ database: OfficeDatabase) throws {
        guard !database.isBroken else { return }
        try Data(Self.content(database.folder, features).utf8).writeDurably(to: database.folder.markPath)
        // The system counts time in ticks: what is written later must be younger than what the mark says.
        usleep(20_000)
    }

    /// Another program than the one that made the mark may find more, so its rules stand in it too.
    private static func content(_ folder: DataFolder, _ features: FeatureList) -> String {
        let attachments = FileManager.default.enumerator(atPath: folder.attachmentsPath)?.compactMap { $0 as? String }
        let files =
            [folder.databasePath, folder.databasePath + "-wal", folder.sealPath, folder.auditHeadsPath]
            + (attachments ?? []).sorted().map { "\(folder.attachmentsPath)/\($0)" }
        let rules = features.migrations.map(\.name) + features.invariants.map(\.sql)
        return (files.map(facts) + rules).joined(separator: "\n")
    }

    /// Which file it is, how large, and when it or its attributes changed last.
    private static func facts(_ path: String) -> String {
        var facts = stat()
        guard lstat(path, &facts) == 0 else { return "\(path) -" }
        let changed = facts.st_ctim
        return "\(path) \(facts.st_dev) \(facts.st_ino) \(facts.st_size) \(changed.tv_sec).\(changed.tv_nsec)"
    }
}
