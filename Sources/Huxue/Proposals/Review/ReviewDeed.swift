/// What somebody has just done in the review of proposals.
enum ReviewDeed: String, Deed {
    case saved, handedIn, aside, abstained, recused
    case begun, assigned, added, removed, reopened, registered, extended, mergerOffered, mergerWithdrawn
}

extension ReviewDeed {
    var sentence: String {
        switch self {
        case .saved: "草稿已存，還沒有送出。"
        case .handedIn: "已送出評分。"
        case .aside: "已先放一邊，排在最後面。"
        case .abstained: "已放棄評審這件提案，承辦人會看到您的理由。"
        case .recused: "已登記迴避，這件提案的評審您都不會看到。"
        case .begun: "已開始評審，請分配委員。"
        case .assigned: "已分配評審委員，他們在首頁會看到。"
        case .added: "已加入評審委員。"
        case .removed: "已移除評審委員。"
        case .reopened: "已重新開放這份評分，委員可以修改後再送出。"
        case .registered: "已登記迴避。"
        case .extended: "已更改評審截止。"
        case .mergerOffered: "已請兩邊的提案人回覆是否同意併案。"
        case .mergerWithdrawn: "已取消併案。"
        }
    }
}
