/// Why a question was not saved.
enum QuestionEditRefusal: Refusal, Equatable {
    /// Somebody else saved in between.
    case changedMeanwhile
    case noReason
    /// The bank has no such topic, perhaps no longer.
    case noTopic(String)
    /// The writer does not keep the bank of that unit.
    case othersUnit
    case invalid([QuestionFormProblem])
    /// The writer is taking a test in which it stands.
    case sealed
    /// It waits for a reviewer, who may be the one that wants to edit it.
    case inReview
    /// It was closed to the writer meanwhile, for the reason of this sentence; what they wrote is kept as a draft.
    case closed(String)

    var kind: RefusalKind {
        switch self {
        case .changedMeanwhile, .sealed, .inReview, .closed: .conflict
        case .noReason, .invalid, .noTopic: .invalid
        case .othersUnit: .forbidden
        }
    }

    /// What is wrong at which field; nil when it is about no field.
    var problems: [QuestionFormProblem]? {
        switch self {
        case .invalid(let problems): problems
        case .noReason: [QuestionFormProblem(.reason, .missing)]
        case .noTopic(let topic): [QuestionFormProblem(.topic, .unreadable(topic))]
        case .othersUnit: [QuestionFormProblem(.unit, .othersUnit)]
        case .changedMeanwhile, .sealed, .inReview, .closed: nil
        }
    }

    var sentence: String {
        switch self {
        case .changedMeanwhile: "這道試題剛才有別人儲存了新的版本，您的內容沒有存入，也沒有遺失。請合併後再儲存。"
        case .noReason: "請寫明為什麼修改；試題沒有變動。"
        case .noTopic(let topic): "題庫沒有主題「\(topic)」，可能剛才有人改了名稱。試題沒有變動，請重選主題。"
        case .othersUnit: "您不管理這個單位的題庫，試題沒有變動。請改選您管理的題庫。"
        case .invalid(let problems): problems.map(\.sentence).joined() + "試題沒有變動，請修正後再儲存。"
        case .inReview: "這道試題在審題中，由出題人撤回以後才能修改；您可以到待審清單審這一題。試題沒有變動。"
        case .closed(let sentence): "\(sentence)您寫的沒有遺失，存成草稿了；可以修改的時候，到題庫的「寫到一半的」接著寫。"
        case .sealed: "您正在作答的試卷裡有這道試題，交卷以前不能修改，試題沒有變動。"
        }
    }

    var commandSentence: String {
        switch self {
        case .changedMeanwhile: "這道試題在檔案所據的版本之後又有新的版本，試題沒有變動。請匯出現在的版本，改好後再存。"
        case .noReason: "請以 --reason 寫明為什麼修改；試題沒有變動。"
        case .noTopic(let topic): "題庫沒有主題「\(topic)」，試題沒有變動。請改成題庫有的主題（見 huxue questions list）。"
        case .othersUnit: "您不管理這個單位的題庫，試題沒有變動。請在檔案裡以 unit 寫明您管理的單位；不寫是共用題庫。"
        case .inReview: "這道試題在審題中，由出題人撤回以後才能修改；您可以用 huxue questions review 審這一題。試題沒有變動。"
        case .invalid, .sealed, .closed: sentence
        }
    }
}
