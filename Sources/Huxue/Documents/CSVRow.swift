/// One row of a CSV file.
struct CSVRow: Hashable, Sendable {
    /// The line of the file on which the row begins; the first is 1.
    let line: Int
    let fields: [String]
}

/// A CSV file as it was read.
struct CSVTable: Sendable {
    let rows: [CSVRow]
    let separator: CSVSeparator
}

/// What stands between the fields of a file.
struct CSVSeparator: Hashable, Sendable {
    let byte: UInt8

    static let comma = CSVSeparator(byte: UInt8(ascii: ","))

    /// What a first line `sep=;` says, as Excel writes it, and where the next line begins; nil when it says nothing.
    static func said(by bytes: [UInt8]) -> (separator: CSVSeparator, end: Int)? {
        let line = bytes.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
        let words = String(decoding: line.prefix(8), as: UTF8.self).lowercased()
        let place = words.hasPrefix("\"") ? 5 : 4
        guard words.hasPrefix("sep=") || words.hasPrefix("\"sep="), line.count > place else { return nil }
        let byte = line[place]
        guard byte < 0x80, byte != UInt8(ascii: "\"") else { return nil }
        let isPair = bytes[line.endIndex...].starts(with: [UInt8(ascii: "\r"), UInt8(ascii: "\n")])
        return (CSVSeparator(byte: byte), min(bytes.count, line.endIndex + (isPair ? 2 : 1)))
    }

    /// The comma, unless the first line has none and another separator instead; what stands in quotes does not count.
    static func used(in bytes: [UInt8]) -> CSVSeparator {
        var isQuoted = false
        let line = bytes.drop { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
            .prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
            .filter { byte in
                if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
                return !isQuoted
            }
        guard !line.contains(comma.byte) else { return comma }
        let others = [";", "\t", "|"].map { CSVSeparator(byte: UInt8(ascii: $0)) }
        let counts = others.map { other in line.count { $0 == other.byte } }
        guard let most = counts.max(), most > 0, let place = counts.firstIndex(of: most) else { return comma }
        return others[place]
    }
}

/// Limits for CSV files, so that no upload can exhaust the server.
enum CSVLimit {
    static let fileBytes = 20 << 20
    static let rows = 50_000
    static let fieldBytes = 64 << 10
    static let fieldsPerRow = 200
}

/// Text that a spreadsheet would run as a formula, and the apostrophe that keeps it text.
///
/// Exports put one apostrophe before such text and imports take one away, so that what was written comes back
/// as it was, even text that began with apostrophes of its own.
enum FormulaGuard {
    static let mark = UInt8(ascii: "'")

    /// The first characters of a formula: `= + - @`, tab, CR, LF, NUL and the full-width ＝＋－＠.
    private static let starts: Set<UInt32> = [
        0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D, 0x0A, 0x00, 0xFF1D, 0xFF0B, 0xFF0D, 0xFF20,
    ]

    /// Whether `text`, after any apostrophes at its beginning, starts like a formula.
    static func concerns(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first(where: { $0 != "'" }) else { return false }
        return starts.contains(first.value)
    }

    /// The text that was meant: without the apostrophe, and out of `="00123"`, with which Excel keeps zeros.
    static func removed(from text: String) -> String {
        // Hardly any field is one, and a file has a hundred thousand: so the costly match comes second.
        if text.utf8.starts(with: "=\"".utf8), let kept = text.wholeMatch(of: /="((?:[^"]|"")*)"/) {
            return String(kept.1.replacing("\"\"", with: "\""))
        }
        guard text.utf8.first == mark, concerns(text) else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.dropFirst()))
    }
}

/// Why a CSV file cannot be read; no part of such a file is used.
enum CSVRefusal: Refusal, Equatable {
    case fileTooLarge
    case tooManyRows
    case fieldTooLong(line: Int)
    case tooManyFields(line: Int)
    case undecodable(line: Int)
    case utf16
    case unclosedQuote(line: Int)
    case textAfterQuote(line: Int, end: Int)

    var kind: RefusalKind { self == .fileTooLarge ? .tooLarge : .invalid }

    /// Where it is; nil for the file as a whole.
    var line: Int? {
        switch self {
        case .fileTooLarge, .tooManyRows, .utf16: nil
        case .fieldTooLong(let line), .tooManyFields(let line), .undecodable(let line), .unclosedQuote(let line),
            .textAfterQuote(let line, _):
            line
        }
    }

    var sentence: String {
        switch self {
        case .fileTooLarge:
            "檔案超過 20 MB，沒有讀入。請分成幾個檔案再匯入。"
        case .tooManyRows:
            "檔案超過 50,000 列，沒有讀入。請分成幾個檔案再匯入。"
        case .fieldTooLong(let line):
            "第 \(line) 列有一格超過 64 KB，沒有讀入。請檢查那一列的雙引號是否成對。"
        case .tooManyFields(let line):
            "第 \(line) 列超過 \(CSVLimit.fieldsPerRow) 格，沒有讀入。請檢查那一列是不是多了逗號，或刪去用不到的欄位。"
        case .undecodable(let line):
            "第 \(line) 列有無法辨識的文字（不是 UTF-8，也不是 Big5；可能是自造字），沒有讀入。"
                + "請在 Excel 改存為「CSV UTF-8（逗號分隔）」再匯入。"
        case .utf16:
            "這個檔案是 Unicode（UTF-16）文字，沒有讀入。請在 Excel 改存為「CSV UTF-8（逗號分隔）」再匯入。"
        case .unclosedQuote(let line):
            "第 \(line) 列開始的雙引號沒有結束，沒有讀入。請補上結尾的雙引號。"
        case .textAfterQuote(let line, let end):
            "第 \(line) 列開始的雙引號，"
                + (end == line ? "結束後還有文字" : "到第 \(end) 列才結束，而且後面還有文字") + "，沒有讀入。格內的雙引號要寫成兩個（\"\"）。"
        }
    }
}
