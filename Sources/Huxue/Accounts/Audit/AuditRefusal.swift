/// Why nothing is recorded, and therefore nothing changed.
enum AuditRefusal: Refusal {
    /// The end of the log is not the one that was sealed: somebody has changed it by other means.
    case altered
    /// A day of the filter that cannot be read.
    case badDay(String)

    var kind: RefusalKind {
        switch self {
        case .altered: .unavailable
        case .badDay: .invalid
        }
    }

    var sentence: String {
        switch self {
        case .badDay(let typed): "看不懂日期「\(typed)」，或沒有這一天，沒有匯出。請寫成 115/11/21 的樣子。"
        case .altered: "稽核紀錄被人從系統外更動過，這次沒有存入，也沒有任何變動。請立即通知系統管理者，保留資料夾原樣，並以 huxue doctor 檢查。"
        }
    }
}
