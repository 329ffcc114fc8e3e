import Crypto
import Foundation

/// The hash chain that makes a removed or altered row of the audit log visible.
///
/// Each row's hash is SHA-256 over the hash before it and the row's own fields, each preceded by its length in
/// bytes (eight bytes, big-endian), so that no two different rows give the same input. The number of rows and the
/// last hash are also stored in a separate table, so that rows missing at the end are noticed too.
enum AuditChain {
    /// The previous hash used for the first row.
    static let beginning = Data(repeating: 0, count: 32)

    enum Break: Hashable, Sendable {
        /// This row, or the stored hash of this row or the one before, was changed after it was written.
        case altered(id: Int64)
        /// The row with this number is missing.
        case missing(id: Int64)
        /// The log has another number of rows, `kept`, than were written, `count`.
        case shortened(count: Int64, kept: Int64)
        /// The number of rows is right, but the last hash differs from the stored one.
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

    /// Checks the chain row by row: call `step` for each row in order, then `finish`.
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

        /// What is wrong with the end of the log; nil when it ends where it should.
        func finish(headCount: Int64, headHash: Data) -> Break? {
            guard count == headCount else { return .shortened(count: headCount, kept: count) }
            return previous == headHash ? nil : .headAltered
        }
    }
}
