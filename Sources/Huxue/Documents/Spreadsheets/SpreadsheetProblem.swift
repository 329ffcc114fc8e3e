/// Why an XLSX file cannot be read.
enum SpreadsheetProblem: Error, Hashable, Sendable {
    case tooLarge
    case damaged
    case tooManyRows
    /// A row whose number no sheet has, as far as it is shown.
    case wrongRow(part: String, line: Int, String)
    /// A cell whose name no sheet has, as far as it is shown.
    case wrongCell(part: String, line: Int, String)
    /// A cell with more text than spreadsheets take: `D12`.
    case longCell(part: String, name: String)
    /// XLS, or XLSX with a password.
    case oldOrEncrypted
    /// A file within the archive is no XML that we read.
    case xml(part: String, XMLProblem)

    var sentence: String {
        switch self {
        case .tooLarge: "試算表太大（或解開後太大），沒有讀取。請分成幾個檔案。"
        case .damaged: "這個檔案不是完整的 XLSX，可能損壞了或沒有下載完。請用試算表軟體開啟後另存新檔。"
        case .tooManyRows: "試算表超過 50,000 列，沒有讀取。請分成幾個檔案。"
        case .wrongRow(let part, let line, let text):
            "試算表裡的 \(part) 第 \(line) 行：列號「\(text)」不是 1 到 1,048,576 的數字。請用試算表軟體開啟後另存新檔。"
        case .wrongCell(let part, let line, let text):
            "試算表裡的 \(part) 第 \(line) 行：儲存格「\(text)」不在 A 到 XFD 欄裡。請用試算表軟體開啟後另存新檔。"
        case .longCell(let part, let name): "試算表裡的 \(part)：儲存格 \(name) 超過 32,767 字，沒有讀取。"
        case .oldOrEncrypted: "這是舊版的 XLS，或設了密碼的檔案，沒有讀取。請在試算表軟體取消密碼，另存成 XLSX。"
        case .xml(let part, let problem): "試算表裡的 \(part) 第 \(problem.line) 行：\(problem.sentence)"
        }
    }
}
