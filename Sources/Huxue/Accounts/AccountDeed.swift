/// What was just done to an account, a role or a unit.
enum AccountDeed: String, Deed {
    case passwordChanged, extensionSaved, granted, revoked, unitChanged, unitRemoved
    case staffAdded, staffChanged, staffKept, staffImported
}

extension AccountDeed {
    var sentence: String {
        switch self {
        case .passwordChanged: "密碼已變更，其他裝置上的登入都已結束。"
        case .extensionSaved: "分機已儲存，會印在您交給民眾的一次告知單上。"
        case .granted: "已授予角色，立即生效。"
        case .revoked: "已收回角色，立即生效。"
        case .unitChanged: "單位已變更，人員、角色與測驗都跟著走。"
        case .unitRemoved: "單位已刪除。"
        case .staffAdded: "已新增這位同仁；請接著核發密碼，需要時授予角色。"
        case .staffChanged: "資料已變更，立即生效。"
        case .staffImported: "匯入完成。"
        case .staffKept: "內容與原來相同，資料沒有變動。"
        }
    }
}
