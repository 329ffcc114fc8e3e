/// Why a new password was refused; the old one stays valid.
enum PasswordRefusal: Refusal, Hashable {
    case tooShort(count: Int, minimum: Int)
    case tooLong
    case repetition
    case common
    case ownWords
    case unequal
    case unchanged
    case wrongCurrent
    case unconfirmed

    var kind: RefusalKind { .invalid }

    var sentence: String {
        switch self {
        case .tooShort(let count, let minimum):
            "新密碼只有 \(count) 個字元，至少要 \(minimum) 個。可以用一句只有自己知道的話，中文也可以。密碼沒有變更。"
        case .tooLong:
            "新密碼太長（超過 1,000 位元組），密碼沒有變更。請縮短後再試一次。"
        case .repetition:
            "新密碼只是同幾個字元一再重複，容易被猜中，密碼沒有變更。請改用別的內容。"
        case .common:
            "新密碼是很多人用過的密碼，容易被猜中，密碼沒有變更。請改用別的內容。"
        case .ownWords:
            "新密碼只由帳號、姓名或機關名稱組成，容易被猜中，密碼沒有變更。請改用別的內容。"
        case .unequal:
            "兩次輸入的新密碼不一樣，密碼沒有變更。請重新輸入。"
        case .unchanged:
            "新密碼和目前的密碼相同，密碼沒有變更。請改用別的內容。"
        case .wrongCurrent:
            "目前的密碼不正確，沒有變更任何資料。請重新輸入您自己的密碼。"
        case .unconfirmed:
            "離上次輸入密碼已超過 \(SessionRules.confirmedMinutes) 分鐘，還沒有處理。請輸入您自己的密碼後再送出，確認是您本人。"
        }
    }
}
