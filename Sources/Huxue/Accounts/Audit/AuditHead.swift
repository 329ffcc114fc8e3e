import Foundation

/// Where the audit log ended at an instant: how many rows it had, and the code of the last.
///
/// Who wants to remove a row later must also change every place where a later head was written down: the database, the
/// folder's list of heads, the backups, and the sheets of paper.
struct AuditHead: Hashable, Sendable {
    let count: Int64
    let hash: Data
    let at: Moment

    /// One line of the list of heads: the instant, the number of rows and the code in hexadecimal digits.
    var line: String { "\(at) \(count) \(digits)\n" }

    /// 64 hexadecimal digits.
    var digits: String { hash.map { padded(hexadecimal: $0) }.joined() }

    /// Eight groups of eight digits, to be compared by eye.
    var groups: String {
        let digits = Array(digits)
        return stride(from: 0, to: digits.count, by: 8).map { String(digits[$0..<min($0 + 8, digits.count)]) }
            .joined(separator: " ")
    }

    init(count: Int64, hash: Data, at: Moment) {
        (self.count, self.hash, self.at) = (count, hash, at)
    }

    /// Reads a line of the list, or a number and digits as printed, in groups or not; nil for anything else.
    init?(reading text: String) {
        var words = text.split(whereSeparator: \.isWhitespace)
        at = words.first.flatMap { Moment(String($0)) } ?? Moment(milliseconds: 0)
        if let first = words.first, first.contains("T") { words.removeFirst() }
        guard let count = words.first.flatMap({ Int64($0) }), count >= 0 else { return nil }
        let digits = Array(words.dropFirst().joined().utf8)
        guard digits.count == 64 else { return nil }
        var bytes = Data()
        for place in stride(from: 0, to: 64, by: 2) {
            guard let byte = UInt8(String(decoding: digits[place..<place + 2], as: UTF8.self), radix: 16) else {
                return nil
            }
            bytes.append(byte)
        }
        self.count = count
        hash = bytes
    }

    private func padded(hexadecimal byte: UInt8) -> String {
        String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
    }
}
