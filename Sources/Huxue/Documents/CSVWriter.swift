/// A value in an exported table.
enum CSVCell: Hashable, Sendable, ExpressibleByStringLiteral {
    case text(String)
    case number(Int)
    /// A decimal in hundredths: 8525 is written as `85.25`, 8500 as `85`.
    case hundredths(Int)
    case empty

    init(stringLiteral text: String) {
        self = .text(text)
    }

    /// `empty` for nil.
    init(_ text: String?) {
        self = text.map(CSVCell.text) ?? .empty
    }
}

/// Writes CSV that Excel opens correctly: UTF-8 with BOM, rows ended by CRLF, and no text that runs as a formula.
struct CSVWriter {
    private(set) var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]

    static func file(header: [String], rows: some Sequence<[CSVCell]>) -> [UInt8] {
        var writer = CSVWriter()
        writer.add(header.map(CSVCell.text))
        for row in rows { writer.add(row) }
        return writer.bytes
    }

    mutating func add(_ cells: [CSVCell]) {
        for (place, cell) in cells.enumerated() {
            if place > 0 { bytes.append(UInt8(ascii: ",")) }
            switch cell {
            case .text(let text): add(text: text, alone: cells.count == 1)
            case .number(let number): bytes.append(contentsOf: String(number).utf8)
            case .hundredths(let number): bytes.append(contentsOf: Self.decimal(number).utf8)
            case .empty: if cells.count == 1 { add(text: "", alone: true) }
            }
        }
        bytes.append(contentsOf: "\r\n".utf8)
    }

    /// `alone`: whether it is the row's only field; then an empty one is quoted, because readers skip empty lines.
    private mutating func add(text: String, alone: Bool) {
        let isGuarded = FormulaGuard.concerns(text)
        let needsQuotes = isGuarded || (alone && text.isEmpty) || text.utf8.contains(where: Self.isSpecial)
        guard needsQuotes else { return bytes.append(contentsOf: text.utf8) }
        bytes.append(UInt8(ascii: "\""))
        if isGuarded { bytes.append(FormulaGuard.mark) }
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func isSpecial(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: ","), UInt8(ascii: "\r"), UInt8(ascii: "\n"), UInt8(ascii: " "): true
        // Readers that look for the separator would take these for it.
        case UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|"): true
        default: false
        }
    }

    private static func decimal(_ hundredths: Int) -> String {
        let whole = hundredths.magnitude / 100
        let part = hundredths.magnitude % 100
        let sign = hundredths < 0 ? "-" : ""
        guard part > 0 else { return sign + String(whole) }
        let digits = part % 10 == 0 ? String(part / 10) : (part < 10 ? "0" : "") + String(part)
        return sign + String(whole) + "." + digits
    }
}
