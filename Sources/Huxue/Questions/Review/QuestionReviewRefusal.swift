/// What a review refuses.
enum QuestionReviewRefusal: Refusal, Equatable {
    case alreadyInReview
    case notADraft
    case notInReview
    /// The reviewer wrote it.
    case ownQuestion
    /// An exam manager reviews only where there is no second editor.
    case editorsFirst
    /// Was shown the key, while somebody else was not.
    case keySeen
    /// Another reviewer answered first.
    case takenMeanwhile
    /// The reviewer has answered already, and decides next.
    case answeredAlready
    case endedMeanwhile
    /// The key is shown after the answer.
    case answerFirst
    case noAnswer
    case noRemark
    /// The page showed another revision.
    case changedMeanwhile
    /// The reviewer is taking a test in which it stands.
    case sealed
    /// Reviews are made by people with an account.
    case needsPerson

    var kind: RefusalKind {
        switch self {
        case .alreadyInReview, .notADraft, .notInReview, .takenMeanwhile, .answeredAlready, .endedMeanwhile,
            .changedMeanwhile, .sealed:
            .conflict
        case .ownQuestion, .editorsFirst, .keySeen, .needsPerson: .forbidden
        case .answerFirst, .noAnswer, .noRemark: .invalid
        }
    }

    var sentence: String {
        switch self {
        case .alreadyInReview: "這道試題已經送審。請重新整理這一頁。"
        case .notADraft: "只有草稿可以送審；這道試題不是草稿，沒有變動。"
        case .notInReview: "這道試題不在審題中，可能剛才有人審完或撤回。請回到待審清單。"
        case .ownQuestion: "這道試題是您寫或匯入的，要由別人審題。請找另一位出題人員；沒有的話，可由測驗管理人員審。"
        case .editorsFirst: "這道試題有其他出題人員可以審；沒有第二位出題人員時，才由測驗管理人員審。"
        case .keySeen: "您看過這道試題的答案，審題要由還沒看過的人做；其他出題人員可以審。"
        case .takenMeanwhile: "已經有別人在審這道試題，您的作答沒有記錄。請回到待審清單，審下一題。"
        case .answeredAlready: "您已經作答過這道試題，第一次的答案不變。請看過答案與詳解，再決定通過或退回。"
        case .endedMeanwhile: "這道試題剛才已經審完或撤回，您的內容沒有記錄。請回到待審清單。"
        case .answerFirst: "請先作答；作答以後才會顯示答案與詳解。"
        case .noAnswer: "請選答案，或選「題目不清楚」。還沒有送出。"
        case .noRemark: "請寫給出題人：哪裡不清楚、要怎麼改。還沒有送出。"
        case .changedMeanwhile: "這道試題剛才改了版本，您的作答沒有記錄。請看過新的版本再作答。"
        case .sealed: "您正在作答的試卷裡有這道試題，交卷以前不能審，沒有任何變動。"
        case .needsPerson: "審題要由有帳號的人做：請加上 --as 帳號，或在網頁上審題。"
        }
    }

    var commandSentence: String {
        switch self {
        case .alreadyInReview: "這道試題已經送審，沒有變動。請等別人審題。"
        case .notInReview: "這道試題不在審題中，可能剛才有人審完或撤回，沒有任何變動。狀態見 huxue questions list。"
        case .takenMeanwhile: "已經有別人在審這道試題，您的作答沒有記錄。請審別的試題。"
        case .answeredAlready: "您已經作答過這道試題，第一次的答案不變。請以 --verdict approve 通過，或 --verdict return --comment 退回。"
        case .endedMeanwhile: "這道試題剛才已經審完或撤回，您的內容沒有記錄。"
        case .answerFirst: "請先以 --answer 作答；作答以後才會顯示答案與詳解。沒有任何變動。"
        case .noAnswer: "請以 --answer 寫選項的字母或號碼（複選以逗號分開），或用 --unclear。還沒有送出。"
        case .noRemark: "請以 --comment 寫給出題人：哪裡不清楚、要怎麼改。還沒有送出。"
        default: sentence
        }
    }
}
