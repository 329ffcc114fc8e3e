import GRDB

// A query that is written out is prepared once for each connection. These stand before GRDB's functions of the same
// names, which prepare it at every call: for a page with a dozen small queries that was half of the work. They need no
// `adapter`; queries put together from parts (`SQLRequest`) and cursors are prepared as before. They end a read that is
// over; see `ReadDeadline`.
//
// Each stands here with `arguments` and without: given a default, GRDB's function would be chosen.

extension Row {
    static func fetchOne(_ db: Database, sql: String, arguments: StatementArguments) throws -> Row? {
        try fetchOne(prepared(sql, in: db), arguments: arguments)
    }

    static func fetchOne(_ db: Database, sql: String) throws -> Row? {
        try fetchOne(prepared(sql, in: db))
    }

    static func fetchAll(_ db: Database, sql: String, arguments: StatementArguments) throws -> [Row] {
        try fetchAll(prepared(sql, in: db), arguments: arguments)
    }

    static func fetchAll(_ db: Database, sql: String) throws -> [Row] {
        try fetchAll(prepared(sql, in: db))
    }
}

extension DatabaseValueConvertible {
    static func fetchOne(_ db: Database, sql: String, arguments: StatementArguments) throws -> Self? {
        try fetchOne(prepared(sql, in: db), arguments: arguments)
    }

    static func fetchOne(_ db: Database, sql: String) throws -> Self? {
        try fetchOne(prepared(sql, in: db))
    }

    static func fetchAll(_ db: Database, sql: String, arguments: StatementArguments) throws -> [Self] {
        try fetchAll(prepared(sql, in: db), arguments: arguments)
    }

    static func fetchAll(_ db: Database, sql: String) throws -> [Self] {
        try fetchAll(prepared(sql, in: db))
    }
}

// GRDB has the same functions for values that it reads without a detour, which would otherwise be chosen.
extension DatabaseValueConvertible where Self: StatementColumnConvertible {
    static func fetchOne(_ db: Database, sql: String, arguments: StatementArguments) throws -> Self? {
        try fetchOne(prepared(sql, in: db), arguments: arguments)
    }

    static func fetchOne(_ db: Database, sql: String) throws -> Self? {
        try fetchOne(prepared(sql, in: db))
    }

    static func fetchAll(_ db: Database, sql: String, arguments: StatementArguments) throws -> [Self] {
        try fetchAll(prepared(sql, in: db), arguments: arguments)
    }

    static func fetchAll(_ db: Database, sql: String) throws -> [Self] {
        try fetchAll(prepared(sql, in: db))
    }
}

private func prepared(_ sql: String, in db: Database) throws -> Statement {
    try ReadDeadline.check()
    return try db.cachedStatement(sql: sql)
}
