/// Reads the rows of a book's sheets, one sheet after another.
struct SpreadsheetSheetReader {
    private let texts: [String]
    private let styles: SpreadsheetStyles
    private let is1904: Bool
    private var rowsLeft = Spreadsheet.rowLimit
    private var textLeft: Int

    /// `texts`: those that cells share; `is1904`: whether days are counted from 1904; `room`: bytes of text that all cells
    /// together may hold, a shared one counted for each.
    init(texts: [String], styles: SpreadsheetStyles, is1904: Bool, room: Int) {
        self.texts = texts
        self.styles = styles
        self.is1904 = is1904
        textLeft = room
    }

    /// - Throws: what is wrong with the XML, a row or a cell, or that there are too many.
    mutating func rows(_ bytes: [UInt8], path: String) throws(SpreadsheetProblem) -> [Spreadsheet.Row] {
        var rows: [Spreadsheet.Row] = []
        var number = 0
        let reader = XMLReader(bytes, depth: 3)
        while let element = try Self.next(of: reader, path: path) {
            guard element.name == "row" else { continue }
            number = try Self.number(of: element, after: number, path: path)
            let row = try row(element, number: number, path: path)
            guard !row.cells.isEmpty || !row.errors.isEmpty else { continue }
            guard rowsLeft > 0 else { throw .tooManyRows }
            rowsLeft -= 1
            rows.append(row)
        }
        return rows
    }

    private static func next(of reader: XMLReader, path: String) throws(SpreadsheetProblem) -> XMLElement? {
        do throws(XMLProblem) {
            return try reader.next()
        } catch {
            throw .xml(part: path, error)
        }
    }

    private mutating func row(
        _ element: XMLElement, number: Int, path: String
    ) throws(SpreadsheetProblem) -> Spreadsheet.Row {
        var (cells, errors): ([Int: String], [Int: String]) = ([:], [:])
        var column = -1
        for cell in element.all("c") {
            column = try Self.column(of: cell, after: column, path: path)
            guard column < Spreadsheet.columnLimit else { break }
            if cell.attributes["t"] == "e" {
                errors[column] = String((cell.first("v")?.text ?? "").prefix(60))
                continue
            }
            let text = text(cell)
            guard text.utf8.count <= Spreadsheet.cellLimit else {
                throw .longCell(part: path, name: Spreadsheet.letters(of: column) + String(number))
            }
            guard text.utf8.count <= textLeft else { throw .tooLarge }
            textLeft -= text.utf8.count
            if !text.isEmpty { cells[column] = text }
        }
        return Spreadsheet.Row(number: number, cells: cells, errors: errors)
    }

    private func text(_ cell: XMLElement) -> String {
        let value = cell.first("v")?.text ?? ""
        switch cell.attributes["t"] {
        case "s": return Int(value).flatMap { texts.indices.contains($0) ? texts[$0] : nil } ?? ""
        case "inlineStr": return cell.first("is").map(SpreadsheetArchive.words) ?? ""
        case "str": return SpreadsheetArchive.unescaped(value)
        case "b": return value == "1" ? "TRUE" : "FALSE"
        case "d": return String(value.prefix(10))
        default: return number(value, styles[cell.attributes["s"]])
        }
    }

    /// The number as its cell shows it.
    private func number(_ value: String, _ kind: SpreadsheetStyles.Kind) -> String {
        guard let number = Double(value), number.isFinite, number.magnitude < 1e15 else { return value }
        let whole = Int(number)
        switch kind {
        case .day where number >= 1:
            // Serial numbers of days; in the calendar from 1900 those before March are one off, as it has a 29 February.
            let epoch = is1904 ? -24_107 : whole < 60 ? -25_568 : -25_569
            return Day(daysSinceEpoch: whole + epoch).description
        case .digits(let count) where number == number.rounded() && whole >= 0:
            return padded(whole, to: count)
        default:
            return number == number.rounded() ? String(whole) : "\(number)"
        }
    }

    /// The number of a row: what it says, or the one after the row before.
    private static func number(
        of row: XMLElement, after former: Int, path: String
    ) throws(SpreadsheetProblem) -> Int {
        let written = row.attributes["r"] ?? String(former + 1)
        guard let number = Int(written), (1...Spreadsheet.lastRow).contains(number) else {
            throw .wrongRow(part: path, line: row.line, String(written.prefix(40)))
        }
        return number
    }

    /// The column of a cell, from 0: what its name says, or the one after the cell before.
    private static func column(
        of cell: XMLElement, after former: Int, path: String
    ) throws(SpreadsheetProblem) -> Int {
        guard let name = cell.attributes["r"] else { return former + 1 }
        let letters = name.utf8.prefix { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
        guard (1...3).contains(letters.count),
            case let column = letters.reduce(0, { $0 * 26 + Int($1) - 64 }), column <= Spreadsheet.lastColumn
        else { throw .wrongCell(part: path, line: cell.line, String(name.prefix(40))) }
        return column - 1
    }
}
