import GRDB

/// The names under which an office's statutes are cited.
enum StatuteDirectoryStore {
    /// As this transaction sees the office; one look at the newest version unless another one came in.
    static func names(in db: Database) throws -> StatuteNames { try directory(in: db).names }

    static func directory(in db: Database) throws -> StatuteDirectory {
        guard let last = try newest(in: db) else { return StatuteDirectory() }
        let cache = StatuteDirectoryCache.shared
        if let directory = cache.directory(upTo: last) { return directory }
        // Versions are neither changed nor deleted: whoever has one of them has learned all before it.
        var directory = try cache.directories(before: last).first { try has($0.last, in: db) } ?? StatuteDirectory()
        directory.learn(try entries(after: directory.last?.version ?? 0, in: db), upTo: last)
        cache.keep(directory)
        return directory
    }

    /// The version that came in last; nil when the office has no law.
    static func newest(in db: Database) throws -> StatuteDirectory.Place? {
        try Row.fetchOne(db, sql: "SELECT id, stamp FROM statuteVersion ORDER BY id DESC LIMIT 1").map {
            StatuteDirectory.Place(version: $0[0], stamp: $0[1])
        }
    }

    private static func has(_ place: StatuteDirectory.Place?, in db: Database) throws -> Bool {
        guard let place else { return false }
        let stamp = try Int64.fetchOne(
            db, sql: "SELECT stamp FROM statuteVersion WHERE id = ?", arguments: [place.version])
        return stamp == place.stamp
    }

    private static func entries(after version: Int64, in db: Database) throws -> [StatuteDirectory.Entry] {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT statute.pcode, version.name, version.isRepealed FROM statuteVersion AS version
                JOIN statute ON statute.id = version.statuteID WHERE version.id > ? ORDER BY version.id
                """, arguments: [version])
        var entries: [StatuteDirectory.Entry] = []
        while let row = try rows.next() {
            entries.append(StatuteDirectory.Entry(pcode: row[0], name: row[1], isRepealed: row[2]))
        }
        return entries
    }
}
