/// What somebody has just done to a case study.
enum CaseDeed: String, Deed {
    case saved, submitted, unchanged
    case draftKept, draftDiscarded
    case passed, returned, concluded, published, retired
    case commented, commentRemoved, proposed, voted, read
    case uploaded, present
}

extension CaseDeed {
    var sentence: String {
        switch self {
        case .saved: "已儲存。還沒有送出，只有作者看得到。"
        case .submitted: "已送出，等另一個人檢查個人資料。"
        case .unchanged: "內容與現在的版本相同，沒有存成新的版本。"
        case .draftKept: "草稿已存，只有您看得到。"
        case .draftDiscarded: "草稿已捨棄。"
        case .passed: "已開放討論。"
        case .returned: "已退回，作者會看到您寫的理由。"
        case .concluded: "結論已寫入案例。"
        case .published: "案例已發布。"
        case .retired: "案例已停用，只有作者與檢查的人看得到。"
        case .commented: "意見已送出。"
        case .commentRemoved: "意見已刪除。"
        case .proposed: "結論草案已提出，請大家表示意見。"
        case .voted: "已記下您的意見。"
        case .read: "已確認閱讀。"
        case .uploaded: "附件已上傳，儲存後就在案例裡。"
        case .present: "這個附件已經在系統裡，儲存後就在案例裡。"
        }
    }
}
