/// Something wrong in an accommodation.
enum AccommodationProblem: String, Sendable {
    case extraMinutesNotInRange, closesTooEarly, windowIsOver, halfAWindow, notAMoment, makeUpOnly, noAttemptsLeft,
        hasPassed

    var sentence: String {
        switch self {
        case .extraMinutesNotInRange: "延長時間請填 0 到 600 分鐘"
        case .closesTooEarly: "補考的截止時間要晚於開始時間"
        case .windowIsOver: "補考的截止時間已經過了，請改成以後的時間"
        case .halfAWindow: "補考的開始與截止時間都要填；不補考時，請不要勾選安排補考"
        case .makeUpOnly: "測驗已經結束，只能安排補考：請填補考的開始與截止時間"
        case .noAttemptsLeft: "這位同仁的應試次數已用完；測驗結束後如果不及格，可以再安排補考"
        case .hasPassed: "這位同仁已經及格，應試次數也已用完，不能補考"
        case .notAMoment: "補考時間請寫成 115/11/30 17:30 的樣子（民國年/月/日 時:分）"
        }
    }

    /// The field of the form that it concerns.
    var field: String {
        switch self {
        case .extraMinutesNotInRange: "extraMinutes"
        case .closesTooEarly, .windowIsOver: "closes"
        case .halfAWindow, .notAMoment, .makeUpOnly, .noAttemptsLeft, .hasPassed: "opens"
        }
    }
}

enum ExamRefusal: Refusal, Equatable {
    case unknownExam
    case planInvalid([ExamProblem])
    case fileInvalid([ExamFileProblem])
    case blueprintShort([BlueprintShortage])
    case windowIsOver
    case nobodyConcerned
    case notDraft
    case notPublished
    case alreadyPublished
    case alreadyClosed
    case notOverYet
    case releasedAlready
    case releasesByItself
    case attemptsStillOpen(Int)
    case extensionNotLater(closes: Moment)
    case unknownUnit(String)
    case unreadableFile(String)
    case accommodationInvalid(AccommodationProblem)
    case notConcerned
    case openAttemptOfViewer
    /// The viewer may be the one to review a question, and has not answered it.
    case keyInReview
    case answersNotOpen
    case notOpenForReminder
    case nobodyToRemind
    case remindedToday

    var kind: RefusalKind {
        switch self {
        case .unknownExam, .notConcerned: .missing
        case .planInvalid, .fileInvalid, .extensionNotLater, .unknownUnit, .unreadableFile, .accommodationInvalid:
            .invalid
        default: .conflict
        }
    }

    var commandSentence: String {
        self == .unknownExam ? "找不到這次測驗，沒有執行。請以 huxue exam list 查明編號。" : sentence
    }

    var sentence: String {
        switch self {
        case .unknownExam: "找不到這次測驗。可能是網址不完整、草稿已經刪除，或您沒有查閱的權限。請由首頁或年度測驗重新進入。"
        case .planInvalid(let problems):
            "測驗沒有儲存，有 \(problems.count) 處需要修正：\n" + problems.map(\.sentence).joined(separator: "\n")
        case .fileInvalid(let problems):
            "測驗檔有 \(problems.count) 處需要修正，沒有建立測驗：\n"
                + problems.map(\.description).joined(separator: "\n")
        case .blueprintShort(let shortages):
            "題庫不夠出題，測驗沒有發布，仍是草稿：\n" + shortages.map(\.sentence).joined(separator: "\n")
                + "\n請補充題庫，或修改細目表。"
        case .windowIsOver: "截止時間已過，測驗沒有發布，仍是草稿。請先修改應試期間。"
        case .nobodyConcerned: "沒有任何在職同仁符合應試對象，測驗沒有發布，仍是草稿。請修改應試對象。"
        case .notDraft: "測驗發布後不能再修改，內容沒有變動。要改題目或對象，請另建一次測驗；要延長期間，請用「延長應試期間」。"
        case .notPublished: "這次測驗不是進行中的測驗，沒有處理。"
        case .alreadyPublished: "這次測驗已經發布，沒有再發布一次。"
        case .alreadyClosed: "這次測驗已經結束，沒有變動。"
        case .notOverYet: "測驗還沒有結束，成績沒有公布。請等應試期間結束，或先提前結束測驗。"
        case .releasedAlready: "成績已經公布，沒有再公布一次。"
        case .releasesByItself: "這次測驗的成績依設定自動公布，不需要另外公布。"
        case .attemptsStillOpen(let count): "還有 \(count) 份試卷正在作答，測驗沒有結束。請再試一次。"
        case .extensionNotLater(let closes):
            "新的截止時間要晚於現在，也要晚於原來的 \(ROCDate.withTime(closes))，應試期間沒有變動。"
        case .unreadableFile(let path): "讀不到檔案「\(path)」，沒有建立測驗。請確認路徑與權限。"
        case .unknownUnit(let name): "找不到單位「\(name)」，沒有建立測驗。單位要寫全名，例如：臺南市東區戶政事務所/戶籍登記課。"
        case .accommodationInvalid(let problem): problem.sentence + "，沒有變動。"
        case .notConcerned: "這位同仁不是這次測驗的應試人員，沒有變動。"
        case .answersNotOpen: "測驗還沒有結束，答卷與答案要等測驗結束後才能看。"
        case .notOpenForReminder: "這次測驗現在沒有開放應試，沒有提醒任何人。"
        case .nobodyToRemind: "沒有還沒交卷的同仁，沒有提醒任何人。"
        case .remindedToday: "今天已經提醒過了，沒有再提醒。明天可以再提醒一次。"
        case .openAttemptOfViewer: "您自己有一份試卷正在作答，交卷以前不能看試題的答案。請交卷後再來。"
        case .keyInReview: "這裡有正在等人審題的試題，審題以前不能看它的答案。請審完再來。"
        }
    }
}
