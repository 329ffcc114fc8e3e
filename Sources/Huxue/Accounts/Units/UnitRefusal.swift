/// Why a unit was left as it is.
enum UnitRefusal: Refusal, Hashable {
    case root
    case badName
    case nameTaken(String)
    case belowItself
    case tooDeep(limit: Int)
    /// It is the uppermost unit of those that the actor manages.
    case ownBound
    /// The exams, in words, that call its people and would not reach them at the new place.
    case leavesExams([String])
    /// What stands in the way of removing it, in words.
    case inUse([String])

    var kind: RefusalKind {
        switch self {
        case .badName, .belowItself, .tooDeep: .invalid
        case .root, .nameTaken, .inUse, .leavesExams: .conflict
        case .ownBound: .forbidden
        }
    }

    var sentence: String {
        switch self {
        case .root:
            "這是機關本身，名稱在建立機關時定下，不能改名、移動或刪除；資料沒有變動。"
        case .badName:
            "單位名稱要有 1 到 \(UnitRules.nameLimit) 個字，不能只有符號，也不能有「/」、換行或改變文字方向的字元；單位沒有變動。請修改名稱後再送出。"
        case .nameTaken(let name):
            "已經有「\(name)」這個單位（台與臺、全形與半形視為相同），單位沒有變動。請改用別的名稱，或選另一個上級單位。"
        case .belowItself:
            "不能移到自己或自己的下級單位之下，單位沒有變動。請選另一個上級單位。"
        case .tooDeep(let limit):
            "這樣會超過 \(limit) 層，單位沒有變動。請選另一個上級單位。"
        case .ownBound:
            "這個單位是您管理範圍的最上層，不能由您改名或移動；單位沒有變動。請洽上級單位的系統管理者。"
        case .leavesExams(let exams):
            "這個單位或其下級單位的同仁要應試：\(exams.joined(separator: "；"))。移動後測驗就找不到他們，因此單位沒有變動。"
                + "請等測驗結束再移動，或選測驗所屬單位之下的上級單位。"
        case .inUse(let reasons):
            "這個單位還有：\(reasons.joined(separator: "；"))。單位沒有刪除；請先處理這些，或改為改名、移動。"
        }
    }
}
