import Foundation
import GRDB

/// Score sheets with what is filled in on them; whose business they are is for the callers to decide.
enum ScoreSheetStore {
    // MARK: Reading

    /// Read by place: a sheet is read with each save.
    private static let selection = """
        SELECT id, versionID, subjectKind, subjectID, scorerID, state, sequence, toAuthors, toPanel, savedAt, handedInAt
        FROM scoreSheet
        """
    private static let byNumber = selection + " WHERE id = ?"
    private static let byScorer = selection + " WHERE subjectKind = ? AND subjectID = ? AND scorerID = ?"

    static func sheet(_ id: ID<ScoreSheet>, in db: Database) throws -> ScoreSheet? {
        try Row.fetchOne(db, sql: byNumber, arguments: [id])
            .map { try sheet($0, in: db) }
    }

    /// The sheet of this person on this subject; nil when they have begun none.
    static func sheet(
        on subject: ScoredSubject, by scorer: ID<Employee>, in db: Database
    ) throws -> ScoreSheet? {
        try Row.fetchOne(
            db, sql: byScorer,
            arguments: [subject.kind, subject.id, scorer]
        ).map { try sheet($0, in: db) }
    }

    /// How often the sheet of this person on this subject was changed; nil when they have begun none.
    static func sequence(
        on subject: ScoredSubject, by scorer: ID<Employee>, in db: Database
    ) throws -> Int? {
        try Int.fetchOne(
            db, sql: "SELECT sequence FROM scoreSheet WHERE subjectKind = ? AND subjectID = ? AND scorerID = ?",
            arguments: [subject.kind, subject.id, scorer])
    }

    /// SQL that selects the audit log's references to the sheets on those subjects of one kind.
    ///
    /// `subjects`: SQL that selects their numbers.
    static func references(of kind: String, on subjects: SQL) -> SQL {
        "SELECT 'scoreSheet/' || id FROM scoreSheet WHERE subjectKind = \(kind) AND subjectID IN (\(subjects))"
    }

    /// All sheets on these subjects of one kind, drafts too, by subject and scorer.
    static func sheets(
        of kind: String, on subjects: Set<Int64>, in db: Database
    ) throws -> [ScoreSheet] {
        guard !subjects.isEmpty else { return [] }
        let ids = "[" + subjects.sorted().map(String.init).joined(separator: ",") + "]"
        let rows = try Row.fetchAll(
            db,
            sql: """
                \(selection) WHERE subjectKind = ? AND subjectID IN (SELECT value FROM json_each(?))
                ORDER BY subjectID, scorerID
                """, arguments: [kind, ids])
        let marks = Dictionary(
            grouping: try Row.fetchAll(
                db,
                sql: """
                    SELECT sheetID, points, comment FROM scoreSheet
                    JOIN criterionScore ON criterionScore.sheetID = scoreSheet.id
                    WHERE subjectKind = ? AND subjectID IN (SELECT value FROM json_each(?))
                    ORDER BY sheetID, criterion
                    """, arguments: [kind, ids])
        ) { $0[0] as Int64 }
        return try rows.map { try sheet($0, marks: marks[$0[0]] ?? []) }
    }

    /// How far one person's sheets on these subjects are; nothing for those not begun.
    static func states(
        of kind: String, by scorer: ID<Employee>, on subjects: Set<Int64>, in db: Database
    ) throws -> [Int64: ScoreState] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT subjectID, state FROM scoreSheet WHERE scorerID = ? AND subjectKind = ?
                    AND subjectID IN (SELECT value FROM json_each(?))
                """, arguments: [scorer, kind, "[" + subjects.sorted().map(String.init).joined(separator: ",") + "]"])
        var states: [Int64: ScoreState] = [:]
        for row in rows { states[row["subjectID"]] = ScoreState(rawValue: row["state"]) }
        return states
    }

    /// The times that a sheet was opened again, the earliest first.
    static func reopenings(of id: ID<ScoreSheet>, in db: Database) throws -> [ScoreReopening] {
        try Row.fetchAll(
            db, sql: "SELECT * FROM scoreReopening WHERE sheetID = ? ORDER BY number", arguments: [id]
        ).map { row in
            ScoreReopening(
                number: row["number"], at: row["reopenedAt"], by: row["reopenedBy"], reason: row["reason"],
                handedInAt: row["handedInAt"],
                entries: try JSONDecoder().decode(ScoreEntries.self, from: Data((row["entries"] as String).utf8)))
        }
    }

    // MARK: Writing

    /// Begins a sheet, as a draft.
    static func insert(
        _ entries: ScoreEntries, on subject: ScoredSubject, by scorer: ID<Employee>, version: ID<RubricVersion>,
        now: Moment, in db: Database
    ) throws -> ID<ScoreSheet> {
        try db.execute(
            sql: """
                INSERT INTO scoreSheet (versionID, subjectKind, subjectID, scorerID, state, sequence, toAuthors,
                    toPanel, savedAt) VALUES (?, ?, ?, ?, 'draft', 1, ?, ?, ?)
                """,
            arguments: [version, subject.kind, subject.id, scorer, entries.toAuthors, entries.toPanel, now])
        let id = ID<ScoreSheet>(rawValue: db.lastInsertedRowID)
        try put(entries.marks, on: id, version: version, in: db)
        return id
    }

    /// Replaces what is filled in on a sheet that is open.
    static func update(_ entries: ScoreEntries, of sheet: ScoreSheet, now: Moment, in db: Database) throws {
        try db.cachedStatement(
            sql: """
                UPDATE scoreSheet SET sequence = sequence + 1, toAuthors = ?, toPanel = ?, savedAt = ? WHERE id = ?
                """
        ).execute(arguments: [entries.toAuthors, entries.toPanel, now, sheet.id])
        let changed = entries.marks.enumerated().filter { place, mark in
            !sheet.entries.marks.indices.contains(place) || sheet.entries.marks[place] != mark
        }
        for (place, mark) in changed { try put(mark, place + 1, on: sheet.id, version: sheet.version, in: db) }
    }

    static func setHandedIn(_ id: ID<ScoreSheet>, now: Moment, in db: Database) throws {
        try db.execute(
            sql: """
                UPDATE scoreSheet SET state = 'handedIn', sequence = sequence + 1, handedInAt = ? WHERE id = ?
                """, arguments: [now, id])
    }

    /// Opens a sheet that was handed in, and keeps what had been handed in.
    ///
    /// `actor`: nil for somebody at the command line.
    static func reopen(
        _ sheet: ScoreSheet, by actor: ID<Employee>?, reason: String, now: Moment, in db: Database
    ) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let entries = String(decoding: try encoder.encode(sheet.entries), as: UTF8.self)
        try db.execute(
            sql: """
                INSERT INTO scoreReopening (sheetID, number, reopenedAt, reopenedBy, reason, handedInAt, entries)
                VALUES (?, 1 + (SELECT count(*) FROM scoreReopening WHERE sheetID = ?), ?, ?, ?, ?, ?)
                """, arguments: [sheet.id, sheet.id, now, actor, reason, sheet.handedInAt, entries])
        try db.execute(
            sql: "UPDATE scoreSheet SET state = 'reopened', sequence = sequence + 1 WHERE id = ?",
            arguments: [sheet.id])
    }

    private static func put(
        _ marks: [CriterionMark], on id: ID<ScoreSheet>, version: ID<RubricVersion>, in db: Database
    ) throws {
        for (place, mark) in marks.enumerated() { try put(mark, place + 1, on: id, version: version, in: db) }
    }

    private static func put(
        _ mark: CriterionMark, _ criterion: Int, on id: ID<ScoreSheet>, version: ID<RubricVersion>, in db: Database
    ) throws {
        try db.cachedStatement(
            sql: """
                INSERT INTO criterionScore (sheetID, versionID, criterion, points, comment) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (sheetID, criterion) DO UPDATE SET points = excluded.points, comment = excluded.comment
                """
        ).execute(arguments: [id, version, criterion, mark.points?.hundredths, mark.comment])
    }

    // MARK: Rows

    private static func sheet(_ row: Row, in db: Database) throws -> ScoreSheet {
        let id: ID<ScoreSheet> = row[0]
        return try sheet(
            row,
            marks: try Row.fetchAll(
                db, sql: "SELECT sheetID, points, comment FROM criterionScore WHERE sheetID = ? ORDER BY criterion",
                arguments: [id]))
    }

    /// A stored value that the schema allows but the program does not know.
    struct Unreadable: Error {
        let sheet: Int64
    }

    private static func sheet(_ row: Row, marks: [Row]) throws -> ScoreSheet {
        guard let state = ScoreState(rawValue: row[5]) else { throw Unreadable(sheet: row[0]) }
        return ScoreSheet(
            id: row[0], version: row[1], subject: ScoredSubject(kind: row[2], id: row[3]), scorer: row[4], state: state,
            sequence: row[6],
            entries: ScoreEntries(
                marks: marks.map { mark in
                    CriterionMark(points: (mark[1] as Int?).map(Points.init(hundredths:)), comment: mark[2])
                }, toAuthors: row[7], toPanel: row[8]),
            savedAt: row[9], handedInAt: row[10])
    }
}
