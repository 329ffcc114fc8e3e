/// Why a call was not saved or shown.
enum ProposalCallRefusal: Refusal, Equatable {
    case missing
    case invalid([ProposalCallProblem])
    case unreadableAward(String)
    /// Its review has begun.
    case fixed
    /// Somebody else has saved it since.
    case changedMeanwhile

    var kind: RefusalKind {
        switch self {
        case .missing: .missing
        case .invalid, .unreadableAward: .invalid
        case .fixed, .changedMeanwhile: .conflict
        }
    }

    var sentence: String {
        switch self {
        case .missing: "找不到這次徵件。可能是網址不完整，或您沒有查閱的權限。請由「創意提案」重新進入。"
        case .invalid(let problems):
            "徵件沒有儲存，有 \(problems.count) 處需要修正：\n" + problems.map(\.sentence).joined(separator: "\n")
        case .unreadableAward(let line): ProposalCallProblem(.awards, .unreadableAward(line)).sentence + "。徵件沒有儲存。"
        case .fixed: "這次徵件已經開始評審，評審方式與獎項不能再改，資料沒有變動。"
        case .changedMeanwhile: "您修改的時候，別人也存了這次徵件；您寫的還沒有存入，都留在下面。看過別人的內容後再儲存一次，就以您寫的為準。"
        }
    }
}
