/// Why a file that was sent by page is not brought in.
enum StatuteImportRefusal: Refusal, Hashable {
    case nothingSent
    /// Imported, replaced by another file, or lost when the server began anew.
    case gone
    case alreadyDecided
    /// The preview that somebody said yes to is not the latest one.
    case previewOutdated

    var kind: RefusalKind {
        switch self {
        case .nothingSent: .invalid
        case .gone, .alreadyDecided, .previewOutdated: .conflict
        }
    }

    var sentence: String {
        switch self {
        case .nothingSent: "沒有選擇檔案，沒有匯入。請先選擇由全國法規資料庫下載的檔案。"
        case .gone: "找不到剛才送出的檔案，可能伺服器重新啟動過，或後來又送了另一個檔案。法規沒有變動，請重新選擇檔案。"
        case .alreadyDecided: "這個檔案已經開始匯入或匯入完成，沒有再做一次。請重新整理這一頁看進度。"
        case .previewOutdated:
            "預覽之後法規、題庫或知識庫有變動，會做的事和剛才看到的不同，因此沒有匯入。以下是新的預覽，請再看一次後匯入。"
        }
    }

    /// What became of an upload when the machine failed.
    static let machineFailed = "處理這個檔案時系統發生問題。已經寫入的法規都還在；請再匯入同一個檔案一次，會接著做完。"
}
