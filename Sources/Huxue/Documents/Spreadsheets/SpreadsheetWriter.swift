import CXLSXWriter
import Foundation

/// Writes XLSX files in which every cell is text or a figure: nothing in them is a day or a formula.
enum SpreadsheetWriter {
    struct Sheet: Sendable {
        let name: String
        /// Of each column, in characters.
        let widths: [Double]
        /// The first one is set in bold and stays in view.
        let rows: [[CSVCell]]

        init(name: String, widths: [Double], rows: [[CSVCell]]) {
            (self.name, self.widths, self.rows) = (name, widths, rows)
        }

        init(name: String, widths: [Double], rows: [[String]]) {
            self.init(name: name, widths: widths, rows: rows.map { $0.map(CSVCell.text) })
        }
    }

    enum Fault: Error {
        case unwritable
    }

    /// The file, which libxlsxwriter writes into a folder that only this process may read and that is gone afterwards.
    static func file(_ sheets: [Sheet]) throws -> [UInt8] {
        let folder = NSTemporaryDirectory() + "huxue-sheet-\(UUID().uuidString)"
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = folder + "/book.xlsx"
        guard let book = workbook_new(path) else { throw Fault.unwritable }
        let (head, body, figure) = (workbook_add_format(book), workbook_add_format(book), workbook_add_format(book))
        format_set_bold(head)
        for format in [head, body] {
            // Text, also for what people type into the template: 00123 keeps its zeros.
            format_set_num_format(format, "@")
            format_set_text_wrap(format)
            format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        }
        format_set_align(figure, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        for sheet in sheets { add(sheet, to: book, head, body, figure) }
        guard workbook_close(book) == LXW_NO_ERROR, let data = FileManager.default.contents(atPath: path) else {
            throw Fault.unwritable
        }
        return Array(data)
    }

    private static func add(
        _ sheet: Sheet, to book: UnsafeMutablePointer<lxw_workbook>, _ head: UnsafeMutablePointer<lxw_format>?,
        _ body: UnsafeMutablePointer<lxw_format>?, _ figure: UnsafeMutablePointer<lxw_format>?
    ) {
        let page = workbook_add_worksheet(book, sheet.name)
        for (column, width) in sheet.widths.enumerated() {
            worksheet_set_column(page, lxw_col_t(column), lxw_col_t(column), width, body)
        }
        worksheet_freeze_panes(page, 1, 0)
        for (row, cells) in sheet.rows.enumerated() {
            for (column, cell) in cells.enumerated() {
                let place = (lxw_row_t(row), lxw_col_t(column))
                switch cell {
                case .text(let text) where !text.isEmpty:
                    worksheet_write_string(page, place.0, place.1, escaped(text), row == 0 ? head : body)
                case .number(let number):
                    worksheet_write_number(page, place.0, place.1, Double(number), figure)
                case .hundredths(let number):
                    worksheet_write_number(page, place.0, place.1, Double(number) / 100, figure)
                case .text, .empty: break
                }
            }
        }
    }

    /// What a spreadsheet would take for one of its escapes, such as `_x0041_`.
    private static func escaped(_ text: String) -> String {
        guard text.contains("_x") else { return text }
        return text.replacing(/_(?=x[0-9A-Fa-f]{4}_)/, with: "_x005F_")
    }
}
