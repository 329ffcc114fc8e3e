/// Reads the rows of one sheet.
struct SpreadsheetSheetReader {
    let texts: [String]
    let styles: SpreadsheetStyles
    /// Whether days are counted from 1904.
    let is1904: Bool

    /// - Throws: `.tooManyRows` for more than `room`, or what is wrong with the XML.
    mutating func rows(
        _ bytes: [UInt8], path: String, room: Int
    ) throws(SpreadsheetProblem) -> [Spreadsheet.Row] {
        var rows: [Spreadsheet.Row] = []
        var number = 0
        let reader = XMLReader(bytes, depth: 3)
        do {
            while let element = try reader.next() {
                guard element.name == "row" else { continue }
                number = element.attributes["r"].flatMap { Int($0) } ?? number + 1
                let row = row(element, number: number)
                guard !row.cells.isEmpty || !row.errors.isEmpty else { continue }
                guard rows.count < room else { throw SpreadsheetProblem.tooManyRows }
                rows.append(row)
            }
        } catch let problem as XMLProblem {
            throw .xml(part: path, problem)
        } catch {
            throw .tooManyRows
        }
        return rows
    }

    private func row(_ element: XMLElement, number: Int) -> Spreadsheet.Row {
        var (cells, errors): ([Int: String], [Int: String]) = ([:], [:])
        var column = -1
        for cell in element.all("c") {
            column = cell.attributes["r"].flatMap(Self.column) ?? column + 1
            guard column < Spreadsheet.columnLimit else { break }
            if cell.attributes["t"] == "e" {
                errors[column] = cell.first("v")?.text ?? ""
            } else {
                let text = text(cell)
                if !text.isEmpty { cells[column] = text }
            }
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
            let digits = String(whole)
            return String(repeating: "0", count: max(0, count - digits.utf8.count)) + digits
        default:
            return number == number.rounded() ? String(whole) : "\(number)"
        }
    }

    /// The column, from 0, of a cell's name such as `AB12`.
    private static func column(_ name: String) -> Int? {
        let letters = name.utf8.prefix { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
        guard (1...3).contains(letters.count) else { return nil }
        return letters.reduce(0) { $0 * 26 + Int($1) - 64 } - 1
    }
}
