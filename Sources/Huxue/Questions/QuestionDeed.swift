/// What somebody has just done to a question.
enum QuestionDeed: String, Deed {
    case added, saved, submitted, unchanged, withdrawn
    case draftKept, draftDiscarded
    case approved, sentBack, differed
    case confirmed, retired, restored, restoredForReview
    case imported
}

extension QuestionDeed {
    /// As the page that follows says it.
    var banner: HTML {
        self == .differed
            ? "<div role=\"status\">\(Component.banner(.warn, "", sentence))</div>" : Component.done(sentence)
    }

    var sentence: String {
        switch self {
        case .added: "已存進題庫，還是草稿。寫好後請送審，由別人審題通過才會抽進測驗。"
        case .saved: "已儲存。"
        case .submitted: "已送審，由別人審題通過後才會抽進測驗。"
        case .unchanged: "內容與現在的版本相同，沒有存成新的版本。"
        case .withdrawn: "已撤回送審，回到草稿。"
        case .confirmed: "已確認這一題仍然正確。"
        case .retired: "已停用，不會再抽進新的測驗；可以在這一頁恢復使用。"
        case .restored: "已恢復使用；依據的法規修正過的，要先複核才會抽進測驗。"
        case .restoredForReview: "這個版本還沒有人審過，不能直接恢復使用，已經送審；由別人審題通過後才會抽進測驗。"
        case .imported: "匯入完成。新的試題先是草稿，送審通過後才會抽進測驗。"
        case .draftKept: "草稿已存，只有您看得到；題庫裡的不變。"
        case .draftDiscarded: "草稿已捨棄。"
        case .approved: "審題通過，這一題可以抽進測驗了。"
        case .sentBack: "已退回出題人，並附上您的意見。"
        case .differed: "您的答案和出題人的不同，已退回出題人，兩邊的答案都有紀錄。"
        }
    }
}
