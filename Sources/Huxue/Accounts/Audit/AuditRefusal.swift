/// Why nothing is recorded, and therefore nothing changed.
enum AuditRefusal: Refusal {
    /// The end of the log is not the one that was sealed: somebody has changed it by other means.
    case altered

    var kind: RefusalKind { .unavailable }

    var sentence: String {
        switch self {
        case .altered: "稽核紀錄被人從系統外更動過，這次沒有存入，也沒有任何變動。請立即通知系統管理者，保留資料夾原樣，並以 huxue doctor 檢查。"
        }
    }
}
