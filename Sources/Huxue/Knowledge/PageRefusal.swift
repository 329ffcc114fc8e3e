/// Why the knowledge base did not do something.
enum PageRefusal: Refusal {
    case missing
    case missingPath(String)
    case noFiles(String)
    case tooManyFiles(limit: Int)
    /// Somebody else saved in between.
    case changedMeanwhile
    case wrongState(PageState)
    case invalid([PageProblem.Kind])
    case usedCode(String)
    case noReason
    case noState
    case noSuchRevision
    /// Whoever only answers for a page does not move it to another unit or make it public.
    case editorsOnly(PageField)
    /// It is already so.
    case nothingToDo

    var kind: RefusalKind {
        switch self {
        case .missing, .noSuchRevision: .missing
        case .changedMeanwhile, .wrongState, .nothingToDo: .conflict
        case .editorsOnly: .forbidden
        default: .invalid
        }
    }

    var sentence: String {
        switch self {
        case .missing: "找不到這個條目。可能已經停用，或您沒有查閱的權限。請由知識庫重新查詢。"
        case .missingPath(let path): "找不到「\(path)」。請確認路徑。"
        case .noFiles(let path): "資料夾「\(path)」裡沒有條目檔案（procedure、faq 等資料夾裡的 .md）。"
        case .tooManyFiles(let limit): "超過 \(limit) 個檔案，沒有讀取。"
        case .changedMeanwhile: "這個條目剛才有別人儲存了新的版本，您的內容沒有存入，也沒有遺失。請重新整理，合併後再儲存。"
        case .wrongState(let state): "條目現在的狀態是「\(PageTerms.name(of: state))」，沒有變動。請重新整理頁面。"
        case .invalid(let problems): problems.map(\.sentence).joined(separator: " ") + "條目沒有變動，請修正後再儲存。"
        case .noReason: "請寫明理由；資料沒有變動。"
        case .noState: "請選擇要改成哪一種狀態；資料沒有變動。"
        case .noSuchRevision: "這個條目沒有這一版。請由版本清單選擇。"
        case .editorsOnly(let field):
            "更改「\(PageTerms.name(of: field))」需要替這個單位管理知識庫的權限，條目沒有變動。請改回原來的設定，或請知識庫管理人員更改。"
        case .nothingToDo: "條目現在就是這樣，沒有變動。請重新整理頁面。"
        case .usedCode(let code): "代號「\(code)」已經有條目使用，請換一個。"
        }
    }
}
