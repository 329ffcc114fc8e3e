import Crypto
import Foundation

/// The chain of codes that makes a removed or altered row of the audit log visible.
///
/// Each row's code is made over the code before it and the row's own fields, each preceded by its length in bytes (eight
/// bytes, big-endian), so that no two different rows give the same input. The number of rows, the last code and a seal
/// over both are also stored in separate tables, so that rows missing at the end are noticed too.
///
/// The codes are HMAC-SHA256 under the installation's key (`Seal`); those of rows that were written before there was a
/// key are SHA-256. The first row under the key covers them, and after it none is accepted without the key.
enum AuditChain {
    /// The previous code used for the first row.
    static let beginning = Data(repeating: 0, count: 32)

    enum Break: Hashable, Sendable {
        /// This row, or the stored code of this row or the one before, was changed after it was written.
        case altered(id: Int64)
        /// The row with this number is missing.
        case missing(id: Int64)
        /// The log has another number of rows, `kept`, than were written, `count`.
        case shortened(count: Int64, kept: Int64)
        /// The number of rows is right, but the last code or the seal differs from the stored one.
        case headAltered
    }

    /// What a row's code is made over.
    static func content(of entry: AuditEntry, after previous: Data) -> Data {
        var content = previous
        for field in [
            entry.id.description, entry.at.description, entry.actor, entry.action, entry.subject, entry.detail,
            entry.origin,
        ] {
            let bytes = Array(field.utf8)
            withUnsafeBytes(of: UInt64(bytes.count).bigEndian) { content.append(contentsOf: $0) }
            content.append(contentsOf: bytes)
        }
        return content
    }

    /// What the seal over the end of the log is made over.
    static func end(count: Int64, hash: Data) -> Data {
        Data("\(count) \(hash.map { hexadecimal($0) }.joined())".utf8)
    }

    private static func hexadecimal(_ byte: UInt8) -> String {
        String(byte >> 4, radix: 16, uppercase: true) + String(byte & 15, radix: 16, uppercase: true)
    }

    /// Checks the chain row by row: call `step` for each row in order, then `finish`.
    struct Walk {
        private let seal: (Data) throws -> Data
        private var previous = AuditChain.beginning
        private var count: Int64 = 0
        private var isSealed = false

        /// `seal`: makes a code under the installation's key.
        init(seal: @escaping (Data) throws -> Data) {
            self.seal = seal
        }

        /// What is wrong with the next row; nil when it continues the chain.
        mutating func step(_ entry: AuditEntry, hash: Data) throws -> Break? {
            let expected = count + 1
            guard entry.id.rawValue == expected else { return .missing(id: expected) }
            let content = AuditChain.content(of: entry, after: previous)
            if try hash == seal(content) {
                isSealed = true
            } else if isSealed || hash != Data(SHA256.hash(data: content)) {
                return .altered(id: expected)
            }
            previous = hash
            count = expected
            return nil
        }

        /// What is wrong with the end of the log; nil when it ends where it should.
        func finish(headCount: Int64, headHash: Data, code: Data?) throws -> Break? {
            guard count == headCount else { return .shortened(count: headCount, kept: count) }
            return try previous == headHash && code == seal(AuditChain.end(count: count, hash: headHash))
                ? nil : .headAltered
        }
    }
}
