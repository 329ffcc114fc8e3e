/// What somebody has just done to a rubric.
enum RubricDeed: String, Deed {
    case created, changed, newVersion, unchanged

    init(_ change: RubricChange) {
        self =
            switch change {
            case .created: .created
            case .unchanged: .unchanged
            case .changed: .changed
            case .newVersion: .newVersion
            }
    }
}

extension RubricDeed {
    var sentence: String {
        switch self {
        case .created: "已建立評分表。"
        case .changed: "已儲存修改。"
        case .newVersion: "已存成新的一版；已經開始的評分仍照原來的版本。"
        case .unchanged: "內容與原來相同，沒有變動。"
        }
    }
}
