/// What the bank refuses.
enum QuestionRefusal: Refusal, Equatable {
    case noFiles(String)
    case missingPath(String)
    case tooManyFiles(String, limit: Int)
    /// The name of a file to be written ends like none of the formats.
    case unknownEnding(String)
    /// Nobody says why a question goes out of use.
    case noRetirementReason
    case codeInUse(String, topic: String)
    case fileNameInUse(topic: String)
    /// A new question asked for the code of another.
    case codeTaken(String)
    case missing(String)
    case alreadyRetired(String)
    case notRetired(String)
    /// It is in review; its author takes it back first.
    case notInUse(String)
    /// It is in the bank of a unit that the actor does not keep.
    case othersBank(String)
    /// The reader is taking a test.
    case sealed

    var kind: RefusalKind {
        switch self {
        case .missing: .missing
        case .codeInUse, .codeTaken, .fileNameInUse, .sealed, .alreadyRetired, .notRetired, .notInUse: .conflict
        case .noFiles, .missingPath, .tooManyFiles, .unknownEnding, .noRetirementReason: .invalid
        case .othersBank: .forbidden
        }
    }

    var sentence: String {
        switch self {
        case .noFiles(let path): "「\(path)」裡沒有 .yaml 或 .yml 檔案，題庫沒有任何變動。請確認路徑。"
        case .missingPath(let path): "找不到「\(path)」，題庫沒有任何變動。請確認路徑。"
        case .tooManyFiles(let path, let limit): "「\(path)」的檔案超過 \(limit) 個，題庫沒有任何變動。請確認路徑。"
        case .unknownEnding(let path):
            "看不出「\(path)」要寫成哪一種檔案，沒有寫入任何檔案。檔名的結尾要是 .csv、.xlsx、.gift、.xml（Moodle）或 .zip（QTI），"
                + "或用 --format 指定；YAML 寫入資料夾，資料夾的名稱不加結尾。"
        case .noRetirementReason: "請以 --reason 寫明為什麼停用；試題沒有變動。"
        case .codeInUse(let code, let topic):
            "代號「\(code)」在題庫裡是主題「\(topic)」的另一道試題，題庫沒有任何變動。請為新題換一個代號。"
        case .fileNameInUse(let topic):
            "匯入的檔名在題庫裡是主題「\(topic)」的檔案，題庫沒有任何變動。請換一個檔名。"
        case .codeTaken(let code): "代號「\(code)」已經有試題，全題庫不得重複，也不再用於別的試題；沒有新增。請換一個代號，或刪去 id 由系統編。"
        case .notInUse(let code): "試題「\(code)」在審題中，撤回送審以後才能停用。試題沒有變動。"
        case .missing(let code): "題庫裡沒有代號「\(code)」的試題。請回到題庫搜尋。"
        case .alreadyRetired(let code): "試題「\(code)」已經停用，可能剛才有人停用了。請重新整理這一頁。"
        case .notRetired(let code): "試題「\(code)」沒有停用，可能剛才有人恢復了。請重新整理這一頁。"
        case .othersBank(let code): "試題「\(code)」在上級或別的單位的題庫裡，由那裡的出題人員修改；試題沒有變動。"
        case .sealed: "您有一份試卷還沒有交卷，交卷以前不能匯出題庫的答案，沒有寫入任何檔案。請交卷後再匯出。"
        }
    }

    var commandSentence: String {
        switch self {
        case .missing(let code): "題庫裡沒有代號「\(code)」的試題，沒有任何變動。請以 huxue questions list 查代號。"
        case .alreadyRetired(let code): "試題「\(code)」已經停用，沒有變動。"
        case .notRetired(let code): "試題「\(code)」沒有停用，沒有變動。"
        default: sentence
        }
    }
}
