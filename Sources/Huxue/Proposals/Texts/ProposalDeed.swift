/// What somebody has just done to a proposal.
enum ProposalDeed: String, Deed {
    case saved, savedUnconfirmed, submitted, unchanged, withdrawn
    case draftKept, draftDiscarded
    case agreed, declined
    case accepted, returned
    case mergerAnswered
    case uploaded, present
}

extension ProposalDeed {
    var sentence: String {
        switch self {
        case .saved: "已儲存。還沒有送出，截止以前都可以再改。"
        case .savedUnconfirmed: "已儲存，還沒有送出：共同提案人都同意以後，就能在這一頁送出。"
        case .submitted: "已送出，等承辦人做形式審查。"
        case .unchanged: "內容與現在的版本相同，沒有存成新的版本。"
        case .withdrawn: "已撤回這件提案。"
        case .draftKept: "草稿已存，只有您看得到。"
        case .draftDiscarded: "草稿已捨棄。"
        case .agreed: "已同意列為提案人。"
        case .declined: "已回覆不列為提案人；提出的人會看到。"
        case .accepted: "已受理，這件提案會進入評審。"
        case .returned: "已退回，提案人會看到您寫的理由。"
        case .mergerAnswered: "已記下您對併案的回覆。"
        case .uploaded: "附件已上傳，儲存後就在提案裡。"
        case .present: "這個附件已經在系統裡，儲存後就在提案裡。"
        }
    }
}
