/// Why an XLSX file cannot be read.
enum SpreadsheetProblem: Error, Hashable, Sendable {
    case tooLarge
    case damaged
    case tooManyRows
    /// XLS, or XLSX with a password.
    case oldOrEncrypted
    /// A file within the archive is no XML that we read.
    case xml(part: String, XMLProblem)

    var sentence: String {
        switch self {
        case .tooLarge: "試算表太大（或解開後太大），沒有讀取。請分成幾個檔案。"
        case .damaged: "這個檔案不是完整的 XLSX，可能損壞了或沒有下載完。請用試算表軟體開啟後另存新檔。"
        case .tooManyRows: "試算表超過 50,000 列，沒有讀取。請分成幾個檔案。"
        case .oldOrEncrypted: "這是舊版的 XLS，或設了密碼的檔案，沒有讀取。請在試算表軟體取消密碼，另存成 XLSX。"
        case .xml(let part, let problem): "試算表裡的 \(part) 第 \(problem.line) 行：\(problem.sentence)"
        }
    }
}
