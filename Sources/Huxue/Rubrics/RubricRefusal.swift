/// Why a rubric was not saved or shown.
enum RubricRefusal: Refusal, Equatable {
    case missing
    case invalid([RubricProblem])
    case fileInvalid([RubricFileProblem])
    case unreadableFile(String)
    case unknownUnit(String)
    /// Somebody else has saved the rubric since, at this time.
    case changedMeanwhile(Moment)

    var kind: RefusalKind {
        switch self {
        case .missing: .missing
        case .changedMeanwhile: .conflict
        case .invalid, .fileInvalid, .unreadableFile, .unknownUnit: .invalid
        }
    }

    var commandSentence: String {
        self == .missing ? "找不到這份評分表，沒有執行。請以 huxue rubric list 查明編號。" : sentence
    }

    var sentence: String {
        switch self {
        case .missing: "找不到這份評分表。可能是網址不完整，或您沒有查閱的權限。請由「評分表」重新進入。"
        case .invalid(let problems):
            "評分表沒有儲存，有 \(problems.count) 處需要修正：\n" + problems.map(\.sentence).joined(separator: "\n")
        case .fileInvalid(let problems):
            "評分表檔有 \(problems.count) 處需要修正，沒有匯入：\n" + problems.map(\.description).joined(separator: "\n")
        case .unreadableFile(let path): "讀不到檔案「\(path)」，沒有執行。請確認路徑與權限。"
        case .unknownUnit(let name): "找不到單位「\(name)」，沒有匯入。單位要寫全名，例如：臺南市東區戶政事務所/戶籍登記課。"
        case .changedMeanwhile(let time):
            "您修改的時候，別人在 \(ROCDate.seconds(time)) 也存了這份評分表，您寫的還沒有存入，都留在下面。看過別人的內容後再儲存一次，就以您寫的為準。"
        }
    }
}
