/// Reads CSV as RFC 4180 has it: fields in quotes may hold commas, doubled quotes and line breaks; rows end with CR, LF
/// or CRLF.
///
/// Empty lines are skipped. A quote inside a field that did not begin with one is an ordinary character.
struct CSVReader {
    private static let quote = UInt8(ascii: "\"")
    private static let carriageReturn = UInt8(ascii: "\r")
    private static let lineFeed = UInt8(ascii: "\n")

    private let bytes: [UInt8]
    private let separator: CSVSeparator
    private var position: Int
    private var line: Int
    private var field: [UInt8] = []

    /// The rows of a whole file, decoded by `TextDecoding`, without the apostrophes that `FormulaGuard` adds.
    static func table(of file: [UInt8]) throws(CSVRefusal) -> CSVTable {
        guard file.count <= CSVLimit.fileBytes else { throw .fileTooLarge }
        var reader = CSVReader(bytes: try TextDecoding.utf8(from: file))
        return CSVTable(rows: try reader.allRows(), separator: reader.separator)
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
        let said = CSVSeparator.said(by: bytes)
        separator = said?.separator ?? .used(in: bytes)
        position = said?.end ?? 0
        line = said == nil ? 1 : 2
    }

    private mutating func allRows() throws(CSVRefusal) -> [CSVRow] {
        var rows: [CSVRow] = []
        while position < bytes.count {
            if skipLineBreak() { continue }
            guard rows.count < CSVLimit.rows else { throw .tooManyRows }
            rows.append(try nextRow())
        }
        return rows
    }

    /// Reads up to and including the line break that ends the row.
    private mutating func nextRow() throws(CSVRefusal) -> CSVRow {
        let start = line
        var fields: [String] = []
        while true {
            guard fields.count < CSVLimit.fieldsPerRow else { throw .tooManyFields(line: start) }
            fields.append(try nextField())
            guard position < bytes.count, bytes[position] == separator.byte else { break }
            position += 1
        }
        _ = skipLineBreak()
        return CSVRow(line: start, fields: fields)
    }

    /// Reads one field; stops at the comma or line break after it, or at the end.
    private mutating func nextField() throws(CSVRefusal) -> String {
        field.removeAll(keepingCapacity: true)
        if position < bytes.count, bytes[position] == Self.quote {
            try readQuoted()
        } else {
            while position < bytes.count, !endsField(bytes[position]) { try take(since: line) }
        }
        return FormulaGuard.removed(from: String(decoding: field, as: UTF8.self))
    }

    private mutating func readQuoted() throws(CSVRefusal) {
        let start = line
        position += 1
        while true {
            guard position < bytes.count else { throw .unclosedQuote(line: start) }
            if bytes[position] == Self.quote {
                position += 1
                guard position < bytes.count, bytes[position] == Self.quote else { break }
                try take(since: start)
            } else {
                if startsNewLine(at: position) { line += 1 }
                try take(since: start)
            }
        }
        if position < bytes.count, !endsField(bytes[position]) { throw .textAfterQuote(line: start, end: line) }
    }

    /// `start`: the line on which the field began, where a quote that swallows lines has to be looked for.
    private mutating func take(since start: Int) throws(CSVRefusal) {
        guard field.count < CSVLimit.fieldBytes else { throw .fieldTooLong(line: start) }
        field.append(bytes[position])
        position += 1
    }

    private func endsField(_ byte: UInt8) -> Bool {
        byte == separator.byte || byte == Self.carriageReturn || byte == Self.lineFeed
    }

    /// Whether the byte at `index` ends a line; of a CRLF only the CR does, so that it counts once.
    private func startsNewLine(at index: Int) -> Bool {
        switch bytes[index] {
        case Self.carriageReturn: true
        case Self.lineFeed: index == 0 || bytes[index - 1] != Self.carriageReturn
        default: false
        }
    }

    /// Skips a line break at the present position; false when there is none.
    private mutating func skipLineBreak() -> Bool {
        guard position < bytes.count else { return false }
        switch bytes[position] {
        case Self.carriageReturn:
            position += 1
            if position < bytes.count, bytes[position] == Self.lineFeed { position += 1 }
        case Self.lineFeed:
            position += 1
        default:
            return false
        }
        line += 1
        return true
    }
}
