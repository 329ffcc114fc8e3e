/// Why a question was not saved.
enum QuestionEditRefusal: Refusal, Equatable {
    /// Somebody else saved in between.
    case changedMeanwhile
    case noReason
    case invalid([QuestionFormProblem])
    /// The writer is taking a test in which it stands.
    case sealed

    var kind: RefusalKind {
        switch self {
        case .changedMeanwhile, .sealed: .conflict
        case .noReason, .invalid: .invalid
        }
    }

    var sentence: String {
        switch self {
        case .changedMeanwhile: "這道試題剛才有別人儲存了新的版本，您的內容沒有存入，也沒有遺失。請合併後再儲存。"
        case .noReason: "請寫明為什麼修改；試題沒有變動。"
        case .invalid(let problems): problems.map(\.sentence).joined() + "試題沒有變動，請修正後再儲存。"
        case .sealed: "您正在作答的試卷裡有這道試題，交卷以前不能修改，試題沒有變動。"
        }
    }
}
