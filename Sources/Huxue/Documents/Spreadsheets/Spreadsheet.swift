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
        var sheets: [Sheet] = []
        var count = 0
        for entry in listed {
            guard let path = targets.paths[entry.attributes["id"] ?? ""] else { continue }
            var reader = SpreadsheetSheetReader(texts: texts, styles: styles, is1904: is1904)
            let rows = try reader.rows(archive.contents(of: path), path: path, room: Self.rowLimit - count)
            count += rows.count
            sheets.append(Sheet(name: entry.attributes["name"] ?? "", rows: rows))
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
