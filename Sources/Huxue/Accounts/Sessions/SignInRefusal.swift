/// Why a sign-in was refused.
enum SignInRefusal: Refusal, Hashable {
    /// No such account, no password yet, or a wrong one; the sentence must not reveal which.
    case wrong
    /// The same, and the next attempt will wait so long before it is judged.
    case slowed(seconds: Int64)
    /// Said only to somebody who knew the password.
    case issuedPasswordExpired
    /// Said only to somebody who knew the password.
    case notInService
    case tooMany(seconds: Int64)

    var kind: RefusalKind {
        switch self {
        case .wrong, .slowed, .issuedPasswordExpired, .notInService: .invalid
        case .tooMany: .tooMany
        }
    }

    var sentence: String {
        switch self {
        case .wrong:
            "帳號或密碼不正確，沒有登入。請檢查大寫鎖定（Caps Lock）與輸入法後再試一次；忘記密碼請洽系統管理者。"
                + "連續錯 \(SignInThrottle.freeFailures) 次以後，每次登入都要多等一會兒。"
        case .slowed(let seconds):
            "帳號或密碼不正確，沒有登入。因為連續錯了好幾次，為了防止別人猜密碼，下一次按「登入」後要等 \(seconds) 秒才有結果；"
                + "請耐心等候，不要重複按。忘記密碼請洽系統管理者；\(SignInThrottle.memorySeconds / 60) 分鐘內不再輸入錯誤，就會恢復正常。"
        case .issuedPasswordExpired:
            "這組一次性密碼已經過期，沒有登入。請洽系統管理者重新核發。"
        case .notInService:
            "這個帳號目前不在職，沒有登入。如有疑問，請洽系統管理者。"
        case .tooMany(let seconds):
            "這個帳號在短時間內試了太多次，這次沒有處理。請等 \(seconds) 秒後再試一次。"
        }
    }
}
