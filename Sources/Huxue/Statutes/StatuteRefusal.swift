/// Why a statute cannot be shown.
enum StatuteRefusal: Refusal {
    case missing
    case missingFile(String)
    case nothingToDecide

    var kind: RefusalKind {
        switch self {
        case .missing: .missing
        case .missingFile: .invalid
        case .nothingToDecide: .conflict
        }
    }

    var sentence: String {
        switch self {
        case .missing: "本系統沒有收錄這部法規、這一條或這個版本。請從「法規」清單找，或到全國法規資料庫查詢。"
        case .nothingToDecide: "這一題沒有待複核的修法，可能剛才已經有人複核過了。請重新整理這一頁。"
        case .missingFile(let path): "找不到檔案「\(path)」，或沒有讀取的權限。什麼都沒有匯入。"
        }
    }
}
