/// Why an attachment was not stored.
enum AttachmentRefusal: Refusal {
    case nothingChosen
    case badName(String)
    case wrong(name: String, AttachmentProblem)
    /// The name already stands for other content.
    case usedName(String)
    case full
    case missing
    /// The attachment's file is missing from the disk.
    case lost(String)

    var kind: RefusalKind {
        switch self {
        case .missing: .missing
        case .usedName: .conflict
        case .lost: .unavailable
        default: .invalid
        }
    }

    var sentence: String {
        switch self {
        case .nothingChosen: "還沒有選檔案。請先選擇要上傳的檔案。"
        case .badName(let name):
            "附件名稱「\(name)」不能用。請用文字、數字、-、_ 與一個副檔名，長度在 \(AttachmentName.limit) 位元組（約 30 個中文字）以內。"
        case .wrong(let name, let problem): "附件「\(name)」沒有存入：\(problem.sentence)"
        case .usedName(let name): "已經有另一個內容不同的附件叫「\(name)」，這個檔案沒有存入。請換一個名稱，例如加上日期，再上傳一次。"
        case .full: "附件合計已達 \(Attachment.quota >> 30) GB 的上限，這個檔案沒有存入。請洽系統管理者。"
        case .missing: "找不到這個附件。可能是名稱不對；請由附件清單查詢。"
        case .lost(let name): "附件「\(name)」的檔案不在伺服器上，或已經損壞。請通知系統管理者以 huxue doctor 檢查。"
        }
    }
}
