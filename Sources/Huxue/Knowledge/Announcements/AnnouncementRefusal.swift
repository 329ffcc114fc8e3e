/// Why something was not done with an announcement.
enum AnnouncementRefusal: Refusal, Equatable {
    case missing
    case withdrawn
    /// A later revision asks again; its number.
    case newerRevision(Int)
    case notAnAnnouncement
    case notCurrent
    case openAlready
    case pageChanged
    case askedAlready
    case deadlineOver(Day)
    case remindedToday
    case everybodyHasRead

    var kind: RefusalKind {
        switch self {
        case .missing: .missing
        case .deadlineOver: .invalid
        default: .conflict
        }
    }

    var sentence: String {
        switch self {
        case .missing: "找不到這則必讀公告，或它沒有請您確認。請由首頁重新進入。"
        case .withdrawn: "這則公告已經由承辦人收回，不必再確認。"
        case .newerRevision(let number): "公告在您閱讀的時候更新為第 \(number) 版，剛才的確認沒有記下。請閱讀新版後再確認一次。"
        case .notAnAnnouncement: "只有「公告」可以請同仁確認已讀。請先把條目的種類改為公告。"
        case .notCurrent: "這則公告不是現行的，沒有發出。請先恢復為現行再發。"
        case .openAlready: "這則公告已經發出，沒有重發。要改對象或期限，請先收回。"
        case .pageChanged: "條目剛才存了新的版本，這次沒有處理。請看過新版後再做一次。"
        case .askedAlready: "這一版已經請同仁確認過了，沒有變動。"
        case .deadlineOver(let today): "確認期限不能早於今天（\(ROCDate.plain(today))），請改填之後的日期。"
        case .remindedToday: "今天已經提醒過了，沒有再提醒。明天可以再提醒一次。"
        case .everybodyHasRead: "所有人都讀過了，不必提醒。"
        }
    }
}
