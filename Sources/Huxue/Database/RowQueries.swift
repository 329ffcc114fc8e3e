import GRDB

// A query that is written out is prepared once for each connection. These stand before GRDB's functions of the same
// names, which prepare it at every call: for a page with a dozen small queries that was half of the work. They need no
// `adapter`; queries put together from parts (`SQLRequest`) and cursors are prepared as before.
//
// Each stands here with `arguments` and without: given a default, GRDB's function would be chosen.

extension Row {
    static func fetchOne(_ db: Database, sql: String, arguments: StatementArguments) throws -> Row? {
        try fetchOne(db.cachedStatement(sql: sql), arguments: arguments)
    }

    static func fetchOne(_ db: Database, sql: String) throws -> Row? {
        try fetchOne(db.cachedStatement(sql: sql))
    }

    static func fetchAll(_ db: Database, sql: String, arguments: StatementArguments) throws -> [Row] {
        try fetchAll(db.cachedStatement(sql: sql), arguments: arguments)
    }

    static func fetchAll(_ db: Database, sql: String) throws -> [Row] {
        try fetchAll(db.cachedStatement(sql: sql))
    }
}

extension DatabaseValueConvertible {
    static func fetchOne(_ db: Database, sql: String, arguments: StatementArguments) throws -> Self? {
        try fetchOne(db.cachedStatement(sql: sql), arguments: arguments)
    }

    static func fetchOne(_ db: Database, sql: String) throws -> Self? {
        try fetchOne(db.cachedStatement(sql: sql))
    }

    static func fetchAll(_ db: Database, sql: String, arguments: StatementArguments) throws -> [Self] {
        try fetchAll(db.cachedStatement(sql: sql), arguments: arguments)
    }

    static func fetchAll(_ db: Database, sql: String) throws -> [Self] {
        try fetchAll(db.cachedStatement(sql: sql))
    }
}

// GRDB has the same functions for values that it reads without a detour, which would otherwise be chosen.
extension DatabaseValueConvertible where Self: StatementColumnConvertible {
    static func fetchOne(_ db: Database, sql: String, arguments: StatementArguments) throws -> Self? {
        try fetchOne(db.cachedStatement(sql: sql), arguments: arguments)
    }

    static func fetchOne(_ db: Database, sql: String) throws -> Self? {
        try fetchOne(db.cachedStatement(sql: sql))
    }

    static func fetchAll(_ db: Database, sql: String, arguments: StatementArguments) throws -> [Self] {
        try fetchAll(db.cachedStatement(sql: sql), arguments: arguments)
    }

    static func fetchAll(_ db: Database, sql: String) throws -> [Self] {
        try fetchAll(db.cachedStatement(sql: sql))
    }
}
