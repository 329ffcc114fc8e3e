/// Why a unit was left as it is.
enum UnitRefusal: Refusal, Hashable {
    case root
    case badName
    case nameTaken(String)
    case belowItself
    case tooDeep(limit: Int)
    /// What stands in the way of removing it, in words.
    case inUse([String])

    var kind: RefusalKind {
        switch self {
        case .badName, .belowItself, .tooDeep: .invalid
        case .root, .nameTaken, .inUse: .conflict
        }
    }

    var sentence: String {
        switch self {
        case .root:
            "這是機關本身，名稱在建立機關時定下，不能改名、移動或刪除；資料沒有變動。"
        case .badName:
            "單位名稱要有 1 到 \(UnitRules.nameLimit) 個字，不能有「/」或換行；單位沒有變動。請修改名稱後再送出。"
        case .nameTaken(let name):
            "已經有「\(name)」這個單位，單位沒有變動。請改用別的名稱，或選另一個上級單位。"
        case .belowItself:
            "不能移到自己或自己的下級單位之下，單位沒有變動。請選另一個上級單位。"
        case .tooDeep(let limit):
            "這樣會超過 \(limit) 層，單位沒有變動。請選另一個上級單位。"
        case .inUse(let reasons):
            "這個單位還有：\(reasons.joined(separator: "；"))。單位沒有刪除；請先處理這些，或改為改名、移動。"
        }
    }
}
