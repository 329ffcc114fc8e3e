/// The sheets of an XLSX file as texts, each cell as it was typed.
struct Spreadsheet: Sendable {
    struct Sheet: Sendable {
        let name: String
        /// Those that hold something, from the top.
        let rows: [Row]
    }

    struct Row: Sendable {
        /// Counted from 1.
        let number: Int
        /// By column, counted from 0; empty ones are left out.
        let cells: [Int: String]
        /// Columns whose formula ended in an error such as `#REF!`.
        let errors: [Int: String]
    }

    let sheets: [Sheet]

    static let fileLimit = 20 << 20
    static let sheetLimit = 50
    static let rowLimit = 50_000
    static let columnLimit = 200
    /// Bytes of one file in the archive.
    static let partLimit = 64 << 20
    /// Where the format ends, counted from 1.
    static let lastRow = 1_048_576
    static let lastColumn = 16_384
    /// Bytes of one cell: the 32,767 characters of the format.
    static let cellLimit = 3 * 32_767

    /// Bytes of text that all cells of a file of so many bytes may hold.
    ///
    /// Cells share texts by number, so that a small file could say the same long text without end.
    static func textLimit(ofFile size: Int) -> Int { min((4 << 20) + 40 * size, partLimit) }

    /// - Throws: `SpreadsheetProblem`.
    init(reading bytes: [UInt8]) throws(SpreadsheetProblem) {
        guard bytes.count <= Self.fileLimit else { throw .tooLarge }
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { throw .oldOrEncrypted }
        let archive = try SpreadsheetArchive(bytes)
        let book = try archive.root(of: archive.bookPath)
        let is1904 = ["1", "true"].contains(book.first("workbookPr")?.attributes["date1904"] ?? "")
        let targets = try archive.targets(of: archive.bookPath)
        let listed = book.first("sheets")?.all("sheet") ?? []
        guard !listed.isEmpty else { throw .damaged }
        guard listed.count <= Self.sheetLimit else { throw .tooLarge }
        let texts = try archive.sharedTexts(targets.path(ofType: "sharedStrings"))
        var styles = SpreadsheetStyles(nil)
        if let path = targets.path(ofType: "styles") { styles = SpreadsheetStyles(try archive.root(of: path)) }
        var reader = SpreadsheetSheetReader(
            texts: texts, styles: styles, is1904: is1904, room: Self.textLimit(ofFile: bytes.count))
        var sheets: [Sheet] = []
        var read: Set<String> = []
        for entry in listed {
            guard let path = targets.paths[entry.attributes["id"] ?? ""] else { continue }
            guard read.insert(path).inserted else { throw .damaged }
            let rows = try reader.rows(archive.contents(of: path), path: path)
            // Every problem of the sheet says its name.
            sheets.append(Sheet(name: String((entry.attributes["name"] ?? "").prefix(60)), rows: rows))
        }
        self.sheets = sheets
    }

    /// `A` for 0, `Z` for 25, `AA` for 26.
    static func letters(of column: Int) -> String {
        var (letters, rest) = ("", column + 1)
        while rest > 0 {
            letters = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + letters
            rest = (rest - 1) / 26
        }
        return letters
    }
}
