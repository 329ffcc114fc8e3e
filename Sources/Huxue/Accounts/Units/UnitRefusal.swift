/// Why a unit was left as it is.
enum UnitRefusal: Refusal, Hashable {
    case root
    case badName
    /// The name has a character that turns the direction of text.
    case turningName(String)
    case nameTaken(String)
    case belowItself
    case tooDeep(limit: Int)
    /// No unit that the actor may use has this name.
    case noSuchName(String)
    /// Several units have this name; some or all of them are listed.
    case severalOfName(String, [String])
    /// The unit is the uppermost that the actor manages, which they may not change.
    case ownBound
    /// Exams and announcements, in words, that would no longer reach the unit's people at the new place.
    case losesPeople([String])
    /// The reasons why the unit cannot be removed, in words.
    case inUse([String])

    /// How many names a sentence lists at most.
    static let listed = 8

    var kind: RefusalKind {
        switch self {
        case .badName, .turningName, .belowItself, .tooDeep, .noSuchName, .severalOfName: .invalid
        case .root, .nameTaken, .inUse, .losesPeople: .conflict
        case .ownBound: .forbidden
        }
    }

    var sentence: String {
        switch self {
        case .root:
            "這是機關本身，名稱在建立機關時定下，不能改名、移動或刪除；資料沒有變動。"
        case .badName:
            "單位名稱要有 1 到 \(UnitRules.nameLimit) 個字，不能只有符號，也不能有「/」、換行或改變文字方向的字元；單位沒有變動。請修改名稱後再送出。"
        case .turningName(let name):
            (InvisibleText.sentence(onTurnsIn: name, in: "單位名稱") ?? "") + "；單位沒有變動。"
        case .nameTaken(let name):
            "已經有「\(name)」這個單位（台與臺、全形與半形視為相同），單位沒有變動。請改用別的名稱，或選另一個上級單位。"
        case .belowItself:
            "不能移到自己或自己的下級單位之下，單位沒有變動。請選另一個上級單位。"
        case .tooDeep(let limit):
            "這樣會超過 \(limit) 層，單位沒有變動。請選另一個上級單位。"
        case .noSuchName(let name):
            name.isEmpty ? "還沒有選單位。請輸入單位名稱或其中一部分。" : "在您的管理範圍內找不到「\(name)」這個單位。請改用別的名稱，或只輸入其中一部分。"
        case .severalOfName(let name, let units):
            "有好幾個單位符合「\(name)」：\(units.prefix(Self.listed).joined(separator: "、"))"
                + "\(units.count > Self.listed ? "等" : "")。請寫清楚是哪一個。"
        case .ownBound:
            "這個單位是您管理範圍的最上層，不能由您改名或移動；單位沒有變動。請洽上級單位的系統管理者。"
        case .losesPeople(let callers):
            "這個單位或其下級單位的同仁被列為對象：\(callers.joined(separator: "；"))。移動後就找不到他們，因此單位沒有變動。"
                + "請等這些結束或收回再移動，或選發起單位之下的上級單位。"
        case .inUse(let reasons):
            "這個單位還有：\(reasons.joined(separator: "；"))。單位沒有刪除；請先處理這些，或改為改名、移動。"
        }
    }
}
