/// What is refused about mergers.
enum ProposalMergerRefusal: Refusal, Equatable {
    case missing
    case notYet
    case tooLate
    case notEarlier
    case alreadyAsked
    case hasTakenUp
    /// An author of one reviews the other, by name.
    case reviewsTheOther(String)
    case noReason
    case reasonTooLong(limit: Int)
    /// It was answered by all, withdrawn, or declined meanwhile.
    case notOpen

    var kind: RefusalKind {
        switch self {
        case .missing: .missing
        case .noReason, .reasonTooLong, .notEarlier: .invalid
        case .notYet, .tooLate, .alreadyAsked, .hasTakenUp, .reviewsTheOther, .notOpen: .conflict
        }
    }

    var sentence: String {
        switch self {
        case .missing: "找不到這件併案。請由提案重新進入。"
        case .notYet: "徵件還沒有截止，截止後才能併案，資料沒有變動。"
        case .tooLate: "這次徵件已經決議，不能再併案，資料沒有變動。"
        case .notEarlier: "請選編號較前的提案：併案時，後提出的併入先提出的，資料沒有變動。"
        case .alreadyAsked: "這件已經併案，或正在等提案人回覆，資料沒有變動。"
        case .hasTakenUp: "有別的提案併入這一件，不能再把它併出去，資料沒有變動。"
        case .reviewsTheOther(let name): "\(name)是其中一件的提案人，又評審另一件，請先替他登記迴避；資料沒有變動。"
        case .noReason: "請寫明併案的理由，兩邊的提案人會看到；資料沒有變動。"
        case .reasonTooLong(let limit): "理由最多 \(limit) 個字，請縮短，資料沒有變動。"
        case .notOpen: "這件併案已經有結果，或承辦人取消了，您的回覆沒有存入。請重新整理這一頁。"
        }
    }
}
