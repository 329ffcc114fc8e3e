/// What an editor has just done to a page or a draft.
enum PageDeed: String, Deed {
    case reviewed, added, saved, unchanged, restored
    /// Saved, while a statute that it cites is not loaded.
    case savedUnchecked, addedUnchecked
    case stateChanged
    case draftKept, draftDiscarded
    case factsSaved
}

extension PageDeed {
    var sentence: String {
        switch self {
        case .reviewed: "已記下今天複核過，內容沒有變動。"
        case .added: "已新增條目。"
        case .saved: "已儲存為新的版本。"
        case .savedUnchecked: "已儲存為新的版本。引用的法規有的還沒有匯入，條號沒有核對。"
        case .addedUnchecked: "已新增條目。引用的法規有的還沒有匯入，條號沒有核對。"
        case .unchanged: "內容與現在的版本相同，沒有存成新的版本。"
        case .restored: "已存成新的版本，內容是所選的舊版。"
        case .stateChanged: "狀態已變更，並存成新的版本。"
        case .draftKept: "草稿已存，只有您看得到。"
        case .draftDiscarded: "草稿已捨棄。"
        case .factsSaved: LocalFactTerms.saved
        }
    }
}
