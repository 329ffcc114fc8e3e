/// What is refused in the review of proposals.
enum ReviewRefusal: Refusal, Equatable {
    case missing
    case notReady([ReviewObstacle])
    case notInReview
    /// The panel's time is over.
    case closed(Moment)
    case noReason
    case reasonTooLong(limit: Int)
    case nothingChosen
    case notInPanel
    /// An author, or somebody in conflict.
    case inConflict(String)
    case alreadyAssigned(String)
    case handedIn(String)
    /// Assigned reviews although one is the other's supervisor, as proposals and names.
    case chained([String])
    case shortages([String])
    case nothingToAssign
    case badDeadline
    case unknownPerson(String)
    case unknownMethod(String)
    /// What would be assigned is not what the page has shown.
    case changedMeanwhile

    var kind: RefusalKind {
        switch self {
        case .missing: .missing
        case .noReason, .reasonTooLong, .nothingChosen, .notInPanel, .badDeadline, .unknownPerson, .unknownMethod:
            .invalid
        case .notReady, .notInReview, .closed, .inConflict, .alreadyAssigned, .handedIn, .chained, .shortages,
            .nothingToAssign, .changedMeanwhile:
            .conflict
        }
    }

    var sentence: String {
        switch self {
        case .missing: "找不到這件評審。可能是網址不完整，或您沒有查閱的權限。請由「待評提案」重新進入。"
        case .notReady(let obstacles): "還不能開始評審，資料沒有變動：" + obstacles.map(ReviewTerms.words).joined(separator: "；") + "。"
        case .notInReview: "這次徵件現在不在評審中，資料沒有變動。"
        case .closed(let time): "評審已經在 \(ROCDate.withTime(time)) 截止，這次沒有存入，內容留在這一頁；請洽提案承辦人延長期限。"
        case .noReason: "請寫明理由，資料沒有變動。"
        case .reasonTooLong(let limit): "理由最多 \(limit) 個字，請縮短，資料沒有變動。"
        case .nothingChosen: "請先選提案，資料沒有變動。"
        case .notInPanel: "請選這次徵件的評審委員，資料沒有變動。"
        case .inConflict(let name): "\(name)是提案人或應該迴避，不能評審這件提案，資料沒有變動。"
        case .alreadyAssigned(let name): "\(name)已經在評審這件提案，資料沒有變動。"
        case .handedIn(let name): "\(name)已經送出這件提案的評分，不能再取消；需要更正，請重新開放。資料沒有變動。"
        case .chained(let lines): "這些評審現在應該迴避，請先移除，再分配一次；資料沒有變動：" + lines.joined(separator: "；") + "。"
        case .shortages(let lines): "委員不夠，沒有分配：" + lines.joined(separator: "；") + "。請增加委員，或減少每件評審人數。"
        case .nothingToAssign: "每一件都已經有足夠的委員，沒有變動。"
        case .badDeadline: "評審截止請寫成 115/12/18 17:30 的樣子，而且要晚於現在；資料沒有變動。"
        case .unknownPerson(let text): "您可以選的人員中沒有「\(text)」，或有同名的人。請寫員工編號，資料沒有變動。"
        case .unknownMethod(let text):
            "沒有「\(text)」這個排名方法。可用：\(RankMethod.allCases.map(\.rawValue).joined(separator: "、"))。"
        case .changedMeanwhile: "提案、委員或迴避剛才有變動，分配的結果已經不同，沒有存入。請看過新的結果再確認。"
        }
    }
}
