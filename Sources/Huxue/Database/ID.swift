import GRDB

/// The primary key of a row of `Entity`; keys of different entities do not mix.
struct ID<Entity>: RawRepresentable, Hashable, Comparable, Sendable, LosslessStringConvertible {
    let rawValue: Int64

    init(rawValue: Int64) {
        self.rawValue = rawValue
    }

    /// Reads a route parameter; nil unless it is a positive decimal number without sign or leading zero.
    init?(_ text: String) {
        guard let value = Int64(text), value > 0, String(value) == text else { return nil }
        rawValue = value
    }

    var description: String { String(rawValue) }

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

extension ID: Codable {
    init(from decoder: any Decoder) throws {
        rawValue = try decoder.singleValueContainer().decode(Int64.self)
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
}

extension ID: DatabaseValueConvertible {
    var databaseValue: DatabaseValue { rawValue.databaseValue }

    static func fromDatabaseValue(_ value: DatabaseValue) -> Self? {
        Int64.fromDatabaseValue(value).map(Self.init(rawValue:))
    }
}
