import GRDB

extension ID: DatabaseValueConvertible {
    var databaseValue: DatabaseValue { rawValue.databaseValue }

    static func fromDatabaseValue(_ value: DatabaseValue) -> Self? {
        Int64.fromDatabaseValue(value).map(Self.init(rawValue:))
    }
}

/// A stored text that is no instant is read as the earliest one: GRDB ends the process when a column cannot be read,
/// and a damaged file must not.
///
/// `doctor` names such columns.
extension Moment: DatabaseValueConvertible {
    var databaseValue: DatabaseValue { description.databaseValue }

    static func fromDatabaseValue(_ value: DatabaseValue) -> Self? {
        String.fromDatabaseValue(value).map { Self($0) ?? Self(milliseconds: .min) }
    }
}

/// See `Moment`.
extension Day: DatabaseValueConvertible {
    var databaseValue: DatabaseValue { description.databaseValue }

    static func fromDatabaseValue(_ value: DatabaseValue) -> Self? {
        String.fromDatabaseValue(value).map { Self($0) ?? Self(daysSinceEpoch: .min) }
    }
}
