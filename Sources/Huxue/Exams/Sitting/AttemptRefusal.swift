/// Why an examinee's request is refused.
enum AttemptRefusal: Refusal {
    case missing
    case notOpenYet(opens: Moment)
    case over(closed: Moment)
    case noAttemptsLeft(allowed: Int)
    case notAnExaminee
    case pastDeadline(Moment)
    case alreadySubmitted(Moment)
    case noSuchQuestion(Int)
    case noSuchChoice(Int)
    case oneChoiceOnly(Int)
    case badSequence
    case noPaper

    var kind: RefusalKind {
        switch self {
        case .missing, .notAnExaminee: .missing
        case .notOpenYet, .over, .noAttemptsLeft, .pastDeadline, .alreadySubmitted, .noPaper: .conflict
        case .noSuchQuestion, .noSuchChoice, .oneChoiceOnly, .badSequence: .invalid
        }
    }

    var sentence: String {
        switch self {
        case .missing: CommonRefusal.missing.sentence
        case .notAnExaminee: "您不在這次測驗的應試名單內。如果應該參加，請洽測驗承辦人。"
        case .notOpenYet(let opens): "測驗 \(ROCDate.withTime(opens)) 才開始，請到時再來。"
        case .over(let closed): "測驗已於 \(ROCDate.withTime(closed)) 截止，不能再開始。需要補考，請洽測驗承辦人。"
        case .noAttemptsLeft(let allowed): "這次測驗可應試 \(allowed) 次，您都已用完。"
        case .pastDeadline(let deadline):
            "作答時間已於 \(ROCDate.seconds(deadline)) 截止，這個答案沒有存入；截止前已儲存的答案都在，系統會以它們交卷。"
        case .alreadySubmitted(let moment): "這份試卷已於 \(ROCDate.shortWithTime(moment)) 交卷，不能再更改。"
        case .noSuchQuestion(let number): "這份試卷沒有第 \(number) 題，這個答案沒有存入。請重新整理頁面。"
        case .noSuchChoice(let number): "第 \(number) 題沒有這個選項，這個答案沒有存入。請重新整理頁面後再選一次。"
        case .oneChoiceOnly(let number): "第 \(number) 題只能選一個答案，這個答案沒有存入。"
        case .noPaper: "這次測驗的題目不足，無法組成試卷，沒有開始計時。請洽測驗承辦人。"
        case .badSequence: "送出的作答順序有誤，這個答案沒有存入。請重新整理頁面後再選一次。"
        }
    }
}
