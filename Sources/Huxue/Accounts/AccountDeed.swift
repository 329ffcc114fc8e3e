/// What was just done to an account, a role or a unit.
enum AccountDeed: String, Deed {
    case passwordChanged, extensionSaved, granted, revoked, unitChanged, unitRemoved
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
        }
    }
}
