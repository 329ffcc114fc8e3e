/// Where in a file something stands, as its reader can find it again.
enum QuestionPlace: Hashable, Sendable {
    /// The file as a whole.
    case file
    /// Counted from 1.
    case line(Int)
    /// A cell of a CSV file: the line on which its row begins, and its column's title, empty for the whole row.
    case field(line: Int, column: String)
    /// A cell or row of a spreadsheet: `C5`, or the row's number alone.
    case cell(sheet: String, row: Int, name: String)
    /// A question of an XML file: which one, counted from 1, what it is called, and its line.
    case item(number: Int, name: String, line: Int)

    /// The line, row or item by which places of one file are sorted.
    var order: Int {
        switch self {
        case .file: 0
        case .line(let line), .field(let line, _): line
        case .cell(_, let row, _): row
        case .item(let number, _, _): number
        }
    }

    /// Nil where no lines are counted.
    var line: Int? {
        switch self {
        case .file, .cell: nil
        case .line(let line), .field(let line, _), .item(_, _, let line): line
        }
    }
}
