/// What is refused about case studies.
enum CaseRefusal: Refusal, Equatable {
    case missing
    case noSuchRevision
    case invalid([CaseFormProblem])
    /// Somebody else saved in between.
    case changedMeanwhile
    /// It was submitted, or is open or retired.
    case notEditable
    /// Somebody did something else with it in between.
    case otherState
    case notAnAuthor
    /// Nobody checks or publishes what they wrote.
    case ownCase
    /// It was returned, and the writer does not say what was mended.
    case noReason
    case noDecisionReason
    case noConclusion
    /// Nothing was written.
    case noWords
    case tooLong(limit: Int)
    case tooManyComments
    case notYourComment
    /// The day by which it must be read, as it was typed.
    case badDeadline(String)
    /// There is something that may point to a person; nobody has decided about it.
    case undecidedFinds
    /// A number that names one person, as it would be redacted.
    case notWaivable(String)
    /// Such numbers in what was written, as they would be redacted.
    case namesPerson([String])
    /// A command without a person: access to the disk opens no draft.
    case needsPerson

    var kind: RefusalKind {
        switch self {
        case .missing, .noSuchRevision: .missing
        case .notAnAuthor, .ownCase, .notYourComment: .forbidden
        case .invalid, .noReason, .noDecisionReason, .noConclusion, .needsPerson, .noWords, .tooLong, .badDeadline,
            .undecidedFinds, .notWaivable, .namesPerson:
            .invalid
        case .changedMeanwhile, .notEditable, .otherState, .tooManyComments: .conflict
        }
    }

    /// What is wrong at which field; nil when it is about no field.
    var problems: [CaseFormProblem]? {
        switch self {
        case .invalid(let problems): problems
        case .noReason: [CaseFormProblem(.reason, .missing)]
        default: nil
        }
    }

    var sentence: String {
        switch self {
        case .missing: "找不到這個案例。可能是網址不完整，或您沒有查閱的權限。請由「案例」重新進入。"
        case .noSuchRevision: "這個案例沒有這一版。請由案例的「版本」重新進入。"
        case .invalid(let problems): problems.map(\.sentence).joined() + "案例沒有變動，請修正後再儲存。"
        case .changedMeanwhile: "這個案例剛才有人儲存了新的版本，您的內容沒有存入，也沒有遺失。請看過新的版本再做一次。"
        case .notEditable: "這個案例已經送出、公開或停用，現在不能修改，資料沒有變動。發布後要改，請停用後另寫一個。"
        case .otherState: "這個案例剛才有人處理過，現在不能這樣做，資料沒有變動。請重新整理這一頁。"
        case .notAnAuthor: "只有這個案例的作者可以這樣做，資料沒有變動。"
        case .ownCase: "自己寫的案例要由另一個人檢查、作結論與發布，資料沒有變動。"
        case .noReason: "這個案例被退回，請寫明這次改了什麼；案例沒有變動。"
        case .noDecisionReason: "請寫明理由，作者才知道怎麼改；案例沒有變動。"
        case .noConclusion: "請寫結論；案例沒有變動。"
        case .noWords: "請寫明內容或理由；沒有存入。"
        case .tooLong(let limit): "最多 \(limit) 個字，請縮短；沒有存入。"
        case .tooManyComments: "討論已經有 \(CaseDiscussionRules.mostComments) 則意見，請作成結論。"
        case .notYourComment: "只有寫的人與檢查案例的人能刪除這則意見，資料沒有變動。"
        case .badDeadline(let typed): "閱讀期限「\(typed)」看不懂，或已經過了；請填今天以後的日期，例如 115/12/31。案例沒有發布。"
        case .undecidedFinds: "還有可能看得出是誰的地方沒有處理：請逐一選擇遮蔽，或選擇保留並寫明理由。案例沒有送出。"
        case .notWaivable(let text): "「\(text)」是證號，一定要遮蔽，不能保留。案例沒有送出。"
        case .namesPerson(let texts): "內容有證號（\(texts.joined(separator: "、"))），請先刪去或遮蔽；沒有存入。"
        case .needsPerson: "請以 --as 指定帳號：案例只讓有權查閱的人看，資料夾的管理者也不例外。沒有執行。"
        }
    }
}
