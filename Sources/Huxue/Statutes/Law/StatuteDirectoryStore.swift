import GRDB

/// The names of the statutes that an office has loaded, as they come in.
enum StatuteDirectoryStore {
    /// How far somebody has read.
    struct Progress: Equatable, Sendable {
        fileprivate var dataVersion: Int64 = -1
        fileprivate var version: Int64 = 0
    }

    /// The names that came in since, in the order of the versions; reads nothing unless somebody has written.
    static func news(
        since progress: Progress, of database: OfficeDatabase
    ) throws -> (entries: [StatuteDirectory.Entry], progress: Progress) {
        try database.readAside { db in
            var progress = progress
            let dataVersion = try Int64.fetchOne(db, sql: "PRAGMA data_version") ?? 0
            guard dataVersion != progress.dataVersion else { return ([], progress) }
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT version.id, version.name, version.isRepealed, statute.pcode FROM statuteVersion AS version
                    JOIN statute ON statute.id = version.statuteID WHERE version.id > ? ORDER BY version.id
                    """, arguments: [progress.version])
            var entries: [StatuteDirectory.Entry] = []
            while let row = try rows.next() {
                progress.version = row[0]
                entries.append(StatuteDirectory.Entry(pcode: row[3], name: row[1], isRepealed: row[2]))
            }
            progress.dataVersion = dataVersion
            return (entries, progress)
        }
    }
}
