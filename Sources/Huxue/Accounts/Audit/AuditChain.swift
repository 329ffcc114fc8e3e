import Crypto
import Foundation

/// The hash chain that makes a removed or altered row of the audit log visible.
///
/// Each row's hash is SHA-256 over the hash before it and the row's own fields, each preceded by its length in
/// bytes (eight bytes, big-endian), so that no two different rows give the same input. The number of rows and the
/// last hash are kept apart, so that rows missing at the end are noticed too.
enum AuditChain {
    /// What stands before the first row.
    static let beginning = Data(repeating: 0, count: 32)

    enum Break: Hashable, Sendable {
        /// This row, or what it rests on, is not what was written.
        case altered(id: Int64)
        /// There is no row of this number.
        case missing(id: Int64)
        /// Fewer rows than were written.
        case shortened(count: Int64, kept: Int64)
        /// As many rows as were written, but another last hash.
        case headAltered
    }

    static func hash(of entry: AuditEntry, after previous: Data) -> Data {
        var hash = SHA256()
        hash.update(data: previous)
        for field in [
            entry.id.description, entry.at.description, entry.actor, entry.action, entry.subject, entry.detail,
            entry.origin,
        ] {
            let bytes = Array(field.utf8)
            withUnsafeBytes(of: UInt64(bytes.count).bigEndian) { hash.update(bufferPointer: $0) }
            hash.update(data: bytes)
        }
        return Data(hash.finalize())
    }

    /// Follows the chain row by row; feed it the rows in order, then ask `finish`.
    struct Walk {
        private var previous = AuditChain.beginning
        private var count: Int64 = 0

        /// What is wrong with the next row; nil when it continues the chain.
        mutating func step(_ entry: AuditEntry, hash: Data) -> Break? {
            let expected = count + 1
            guard entry.id.rawValue == expected else { return .missing(id: expected) }
            guard hash == AuditChain.hash(of: entry, after: previous) else { return .altered(id: expected) }
            previous = hash
            count = expected
            return nil
        }

        /// What is wrong with the end; nil when the log ends where it should.
        func finish(headCount: Int64, headHash: Data) -> Break? {
            guard count == headCount else { return .shortened(count: headCount, kept: count) }
            return previous == headHash ? nil : .headAltered
        }
    }
}
