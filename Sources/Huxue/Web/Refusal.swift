/// An answer that is expected, safe to show, and changes nothing: each feature has one enum of them.
///
/// A page shows `sentence` with the status of `kind`; a command prints `commandSentence` on standard error and exits
/// with 1.
protocol Refusal: Error {
    var kind: RefusalKind { get }
    /// What happened, what was kept, what to do; one or two sentences for the reader.
    var sentence: String { get }
    /// The sentence for the command line; differs where `sentence` points to a page.
    var commandSentence: String { get }
}

extension Refusal {
    var commandSentence: String { sentence }
}

enum RefusalKind: Sendable {
    /// 401: nobody is signed in; a page sends the visitor to sign in and back.
    case signedOut
    /// 403: the signed-in person may not do this here.
    case forbidden
    /// 404: there is no such thing, or none that this person may know of.
    case missing
    /// 409: it may not be done in the present state.
    case conflict
    /// 413: more than the server takes.
    case tooLarge
    /// 422: what was sent is not right.
    case invalid
    /// 429: too often.
    case tooMany
    /// 503: not now.
    case unavailable
}

/// Refusals that any feature may meet.
enum CommonRefusal: Refusal {
    case signedOut
    case missing
    case forbidden(String)
    case invalid(String)
    case tooLarge(String)
    case forgedForm
    case busy
    case tookTooLong
    case diskFull
    /// The disk reported an error; nothing is written until a restart.
    case diskBroken

    var kind: RefusalKind {
        switch self {
        case .signedOut: .signedOut
        case .missing: .missing
        case .forbidden, .forgedForm: .forbidden
        case .invalid: .invalid
        case .tooLarge: .tooLarge
        case .busy, .tookTooLong, .diskFull, .diskBroken: .unavailable
        }
    }

    var sentence: String {
        switch self {
        case .signedOut: "請先登入。"
        case .missing: "找不到這個頁面。可能是網址不完整，或您沒有查閱的權限。請由首頁重新進入。"
        case .forbidden(let duty): "這項工作需要「\(duty)」的權限，資料沒有任何變動。如果是您的職務，請洽系統管理者授權。"
        case .invalid(let sentence): sentence
        case .tooLarge(let limit): "送出的內容超過 \(limit)，系統沒有收下。請縮小後再送一次。"
        case .forgedForm: "這份表單已經過期，或不是由本系統的頁面送出，因此沒有處理。請回到原頁面重新整理後再送一次。"
        case .diskBroken: "伺服器的磁碟發生錯誤，這次沒有存入；重新啟動以前都不能存入，仍可查閱。請立即通知系統管理者。"
        case .diskFull: "伺服器的磁碟已滿，這次沒有存入，原有資料不變。請通知系統管理者清出空間後再試一次。"
        case .tookTooLong: "這次查閱花了太久，系統已經停止，資料沒有變動。請縮小範圍再試一次；如果還是這樣，請通知系統管理者。"
        case .busy: "系統現在很忙，這次沒有處理，資料沒有變動。請稍候幾秒再試一次。"
        }
    }
}
