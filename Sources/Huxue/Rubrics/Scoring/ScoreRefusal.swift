/// Why a score sheet was not saved, handed in or opened again.
enum ScoreRefusal: Refusal, Equatable {
    case missing
    /// Another window of the same person has saved something else, at this time.
    case elsewhere(Moment)
    case handedIn(Moment)
    case notHandedIn
    case noReason
    case reasonTooLong(limit: Int)

    var kind: RefusalKind {
        switch self {
        case .missing: .missing
        case .noReason, .reasonTooLong: .invalid
        case .elsewhere, .handedIn, .notHandedIn: .conflict
        }
    }

    var sentence: String {
        switch self {
        case .missing: "找不到這份評分。可能是網址不完整，或您沒有查閱的權限。請由首頁重新進入。"
        case .elsewhere(let time): WritingRefusal.draftElsewhere(time).sentence
        case .handedIn(let time):
            "這份評分在 \(ROCDate.withTime(time)) 已經送出，沒有變動。需要更正，請洽承辦人重新開放。"
        case .notHandedIn: "這份評分還沒有送出，不必重新開放，沒有變動。"
        case .noReason: "請填寫重新開放的理由，評分沒有變動。"
        case .reasonTooLong(let limit): "重新開放的理由最多 \(limit) 個字，評分沒有變動。請縮短。"
        }
    }
}
