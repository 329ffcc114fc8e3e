import Foundation

/// The staff list as a CSV file with eight columns in any order; further columns are ignored.
struct StaffFile: Sendable {
    enum Column: String, CaseIterable, Sendable {
        case staffNumber = "員工編號"
        case name = "姓名"
        case unit = "單位"
        case position = "職稱"
        case login = "帳號"
        case servesCounter = "臨櫃"
        case startsOn = "到職日"
        case endsOn = "離職日"

        /// The column's name in the audit log; it is stored there, so never change one.
        var code: String { "\(self)" }
    }

    private(set) var rows: [StaffRow] = []
    /// What is wrong with the rows, ordered by line; a row may have several problems.
    private(set) var problems: [StaffRowProblem] = []
    /// What a person should look at, though the rows are good, ordered by line.
    private(set) var warnings: [StaffRowProblem] = []
    /// Titles of columns in the file that are not read.
    let ignoredColumns: [String]
    let separator: CSVSeparator

    private static let textLimit = 64
    /// The value used for a field that has already been refused.
    private static let unread = "-"
    private static let unitDepthLimit = 8
    /// In bytes; more than any valid field needs, including a path of units.
    private static let byteLimit = 4 * (textLimit + 1) * unitDepthLimit

    /// - Throws: `CSVRefusal` when the bytes are no CSV file, `StaffRefusal` when one of the eight columns is missing.
    init(bytes: [UInt8]) throws {
        let table = try CSVReader.table(of: bytes)
        separator = table.separator
        guard let head = table.rows.first else { throw StaffRefusal.emptyFile }
        let titles = head.fields.map(Self.cleaned)
        var places: [Column: Int] = [:]
        for (place, title) in titles.enumerated() {
            guard let column = Column(rawValue: title) else { continue }
            guard places.updateValue(place, forKey: column) == nil else { throw StaffRefusal.doubledColumn(title) }
        }
        let missing = Column.allCases.filter { places[$0] == nil }
        guard missing.isEmpty else { throw StaffRefusal.missingColumns(missing.map(\.rawValue), separator: separator) }
        ignoredColumns = titles.filter { Column(rawValue: $0) == nil && !$0.isEmpty }
        for row in table.rows.dropFirst() where row.fields.contains(where: { !Self.cleaned($0).isEmpty }) {
            read(row, places: places, width: titles.count)
        }
    }

    private mutating func read(_ row: CSVRow, places: [Column: Int], width: Int) {
        var reader = RowReader(fields: row.fields, places: places)
        // Excel leaves out empty cells at the end of some rows; too many cells mean a comma or quote gone astray.
        if row.fields.dropFirst(width).contains(where: { !Self.cleaned($0).isEmpty }) {
            reader.problems.append("有 \(row.fields.count) 格，標題列只有 \(width) 格；請檢查逗號與雙引號")
        }
        let good = StaffRow(
            line: row.line, staffNumber: reader.word(.staffNumber), name: reader.required(.name),
            unit: reader.path(), position: reader.text(.position), login: reader.login(),
            servesCounter: reader.yesOrNo(.servesCounter), startsOn: reader.day(.startsOn),
            endsOn: reader.day(.endsOn))
        if let start = good.startsOn, let end = good.endsOn, end < start {
            reader.problems.append("離職日（\(ROCDate.plain(end))）早於到職日（\(ROCDate.plain(start))）")
        }
        if reader.problems.isEmpty {
            rows.append(good)
            warnings += StaffDoubt.onCharacters(of: good).map { StaffRowProblem(line: row.line, sentence: $0.sentence) }
        } else {
            problems += reader.problems.map { StaffRowProblem(line: row.line, sentence: $0) }
        }
    }

    /// The text trimmed and composed, without what nobody sees; signs of direction are left, and refused.
    ///
    /// Text that could take too long to compose is returned unchanged, and later refused as too long.
    private static func cleaned(_ text: String) -> String {
        guard !text.isEmpty, text.utf8.count <= byteLimit, StreamSafeText.holds(text) else { return text }
        return StreamSafeText.composed(
            InvisibleText.removed(from: text, keepingTurns: true).trimmingCharacters(in: .whitespacesAndNewlines))
    }

    /// Reads the fields of one row and collects what is wrong with them.
    private struct RowReader {
        let fields: [String]
        let places: [Column: Int]
        var problems: [String] = []

        init(fields: [String], places: [Column: Int]) {
            self.fields = fields
            self.places = places
        }

        mutating func text(_ column: Column) -> String {
            guard let place = places[column], fields.indices.contains(place) else { return "" }
            let text = StaffFile.cleaned(fields[place])
            guard text.utf8.count <= StaffFile.byteLimit, StreamSafeText.holds(text) else {
                problems.append("「\(column.rawValue)」太長，或疊了太多附加符號")
                return StaffFile.unread
            }
            if text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
                problems.append("「\(column.rawValue)」含有換行或控制字元")
            }
            if let turning = InvisibleText.sentence(onTurnsIn: text, in: column.rawValue) { problems.append(turning) }
            if column != .unit, text.unicodeScalars.count > StaffFile.textLimit {
                problems.append("「\(column.rawValue)」超過 \(StaffFile.textLimit) 字")
            }
            return text
        }

        mutating func required(_ column: Column) -> String {
            let text = text(column)
            if text.isEmpty { problems.append("「\(column.rawValue)」空白") }
            return text
        }

        /// Text that must not contain white space.
        mutating func word(_ column: Column) -> String {
            let text = StreamSafeText.compatible(required(column))
            if text.unicodeScalars.contains(where: \.properties.isWhitespace) {
                problems.append("「\(column.rawValue)」中間有空白：\(text)")
            }
            return text
        }

        mutating func path() -> [String] {
            let known = problems.count
            let text = required(.unit)
            guard !text.isEmpty else { return [] }
            let names = text.replacingOccurrences(of: "／", with: "/")
                .split(separator: "/", omittingEmptySubsequences: false).map {
                    StreamSafeText.key(StaffFile.cleaned(String($0)))
                }
            if names.contains("") { problems.append("「單位」有一層沒有名稱：\(text)") }
            if names.count > StaffFile.unitDepthLimit {
                problems.append("「單位」超過 \(StaffFile.unitDepthLimit) 層：\(text)")
            }
            if names.contains(where: { $0.unicodeScalars.count > StaffFile.textLimit }) {
                problems.append("「單位」的名稱超過 \(StaffFile.textLimit) 字")
            }
            if problems.count == known, !names.allSatisfy(UnitRules.isReadable) {
                problems.append("「單位」的名稱只有符號，或含有看不見、不能用的字元")
            }
            return names
        }

        mutating func login() -> String {
            let typed = required(.login)
            let folded = Login.folded(typed)
            if !typed.isEmpty, !Login.isAllowed(folded) {
                problems.append("「帳號」只能用英文字母、數字與 . _ - @，開頭須為字母或數字，至多 64 字：\(typed)")
            }
            return folded
        }

        mutating func yesOrNo(_ column: Column) -> Bool {
            let text = text(column)
            if text != "是", text != "否" {
                problems.append("「\(column.rawValue)」要填「是」或「否」" + (text.isEmpty ? "，現在空白" : "：\(text)"))
            }
            return text == "是"
        }

        mutating func day(_ column: Column) -> Day? {
            let text = text(column)
            guard !text.isEmpty else { return nil }
            let day = ROCDate.parseDay(text)
            if day == nil { problems.append("「\(column.rawValue)」看不懂或沒有這一天：\(text)（例：115/11/21）") }
            return day
        }
    }
}
