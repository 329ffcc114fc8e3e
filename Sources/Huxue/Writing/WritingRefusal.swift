/// Why a draft of any kind was not stored.
enum WritingRefusal: Refusal, Equatable {
    case tooManyDrafts(limit: Int)
    /// A form does not say over which revision it was written.
    case noBase
    /// The writer stored another draft of the same record in another window, at this time, after this window's state.
    case draftElsewhere(Moment)

    var kind: RefusalKind {
        switch self {
        case .tooManyDrafts, .noBase: .invalid
        case .draftElsewhere: .conflict
        }
    }

    var sentence: String {
        switch self {
        case .tooManyDrafts(let limit): "草稿已經有 \(limit) 份，沒有再存新的。請先到「我的草稿」捨棄用不到的。"
        case .noBase: "表單沒有寫明改的是哪一版，內容沒有存入。請先把內文複製下來，重新整理頁面後再送一次。"
        case .draftElsewhere(let time):
            "您在另一個視窗存了同一份草稿（\(ROCDate.seconds(time))），這個視窗的內容還沒有存入，也沒有遺失。"
        }
    }
}
