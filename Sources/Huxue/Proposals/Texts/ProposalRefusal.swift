/// What is refused about proposals.
enum ProposalRefusal: Refusal, Equatable {
    case missing
    case noSuchRevision
    case invalid([ProposalFormProblem])
    /// Somebody else saved in between.
    case changedMeanwhile
    case notYetOpen(String, opens: Moment)
    case closed(String, closed: Moment)
    /// It was submitted, withdrawn, or is in review.
    case notEditable
    /// These authors have not agreed.
    case unconfirmed([String])
    case notAnAuthor
    /// The share was changed since the page was shown.
    case shareChanged
    /// It was returned, and the writer does not say what was mended.
    case noReason
    case noReturnReason
    case notCheckable
    case notWithdrawable
    /// A command without a person: access to the disk must not defeat recusal.
    case needsPerson

    var kind: RefusalKind {
        switch self {
        case .missing, .noSuchRevision: .missing
        case .notAnAuthor: .forbidden
        case .invalid, .noReason, .noReturnReason, .needsPerson: .invalid
        case .changedMeanwhile, .notYetOpen, .closed, .notEditable, .unconfirmed, .shareChanged, .notCheckable,
            .notWithdrawable:
            .conflict
        }
    }

    /// What is wrong at which field; nil when it is about no field.
    var problems: [ProposalFormProblem]? {
        switch self {
        case .invalid(let problems): problems
        case .noReason: [ProposalFormProblem(.reason, .missing)]
        default: nil
        }
    }

    /// Whether the call takes nothing now.
    var isAboutTime: Bool {
        switch self {
        case .notYetOpen, .closed: true
        default: false
        }
    }

    var sentence: String {
        switch self {
        case .missing: "找不到這件提案。可能是網址不完整，或您沒有查閱的權限。請由「創意提案」重新進入。"
        case .noSuchRevision: "這件提案沒有這一版。請由提案的「版本」重新進入。"
        case .invalid(let problems): problems.map(\.sentence).joined() + "提案沒有變動，請修正後再儲存。"
        case .changedMeanwhile: "這件提案剛才有共同提案人儲存了新的版本，您的內容沒有存入，也沒有遺失。請合併後再儲存。"
        case .notYetOpen(let title, let opens):
            "「\(title)」\(ROCDate.withTime(opens)) 才開始，提案沒有送出；您寫的存成草稿，到時候可以接著送。"
        case .closed(let title, let closed):
            "「\(title)」已經在 \(ROCDate.withTime(closed)) 截止，不再收新的提案，這次沒有送出；您寫的存成草稿，下次徵件可以再用。"
        case .notEditable: "這件提案已經送出、撤回或開始評審，現在不能修改，資料沒有變動。"
        case .unconfirmed(let names): "\(names.joined(separator: "、"))還沒有同意列為提案人，提案沒有送出。請他們登入後在首頁按同意。"
        case .notAnAuthor: "只有這件提案的提案人可以這樣做，資料沒有變動。"
        case .shareChanged: "貢獻比例剛才改過了，您的回覆沒有存入。請看過新的比例再決定。"
        case .noReason: "這件提案被退回，請寫明這次補正了什麼；提案沒有變動。"
        case .noReturnReason: "退回要寫明理由，提案人才知道怎麼補正；提案沒有變動。"
        case .notCheckable: "這件提案現在不在形式審查中，可能剛才有人處理了，資料沒有變動。請重新整理這一頁。"
        case .notWithdrawable: "這件提案已經撤回或併案，或評審會議已經開始，現在不能撤回，資料沒有變動。"
        case .needsPerson: "請以 --as 指定帳號：創意提案只讓有權查閱的人看，資料夾的管理者也不例外。沒有執行。"
        }
    }
}
