/// The words behind the codes that exams leave in the audit log.
enum ExamAuditTerms {
    static func attempt(of name: String, title: String) -> String { "\(name)的應試：\(title)" }

    static func programme(of unit: String, year: Int) -> String { "\(unit)　\(ROCDate.year(year)) 年" }

    static func detail(of items: [ProgrammeItem]) -> AuditDetail {
        [
            "items": .list(
                items.map { item in
                    .detail([
                        "kind": .text(item.kind.rawValue), "count": .number(item.count),
                        "period": .text(item.period.rawValue),
                    ])
                })
        ]
    }

    /// Nil for actions that are not about exams, and for details that are words already.
    static func words(for detail: AuditDetail, of action: AuditAction) -> String? {
        switch action {
        case .attemptSubmission: detail.text("cause").flatMap(SubmissionCause.init(rawValue:)).map(ending)
        case .attemptView:
            titled(detail) { title in
                let ordinal = detail.number("attempt").map { "　第 \($0) 次" } ?? ""
                return detail.text("staffNumber").map { "\(title) \($0)\(ordinal)" }
            }
        case .examResultsView, .examResultsExport, .examReminder:
            titled(detail) { title in detail.count.map { looked(title, $0) } }
        case .examClosure: titled(detail) { title in detail.count.map { closed(title, $0) } }
        case .examChange: detail.text("old") == "closed" ? reopened : nil
        case .examAccommodation: accommodation(detail)
        case .programmeChange: programme(detail)
        case .examSetting: detail.number("passes").map { $0 == 1 ? "主管看得到及格與不及格" : "主管看不到及格與不及格" }
        default: nil
        }
    }

    private static func titled(_ detail: AuditDetail, _ words: (String) -> String?) -> String? {
        detail.text("title").flatMap(words)
    }

    static func looked(_ title: some StringProtocol, _ count: Int) -> String { "\(title)　\(count) 人" }
    static func closed(_ title: some StringProtocol, _ count: Int) -> String { "\(title)　收回作答中的 \(count) 份" }
    static let setting = "主管看得到什麼"
    static let reopened = "因補考重新開放"

    static func ending(_ cause: SubmissionCause) -> String {
        switch cause {
        case .examinee: "本人交卷"
        case .deadline: "時間到，系統收卷"
        case .closure: "測驗提前結束，系統收卷"
        }
    }

    private static func accommodation(_ detail: AuditDetail) -> String? {
        guard let number = detail.text("staffNumber"), let minutes = detail.number("extraMinutes") else { return nil }
        var window: String?
        if let opens = detail.moment("opens"), let closes = detail.moment("closes") {
            window = "\(ROCDate.withTime(opens))–\(ROCDate.withTime(closes))"
        }
        return accommodation(number, minutes: minutes, isExcused: detail["excused"] != nil, window: window)
    }

    static func accommodation(
        _ staffNumber: some StringProtocol, minutes: Int, isExcused: Bool, window: String?
    ) -> String {
        let parts = [
            minutes == 0 ? nil : "延長 \(minutes) 分鐘", isExcused ? "請假" : nil, window.map { "補考 \($0)" },
        ].compactMap { $0 }
        return "員工編號 \(staffNumber)：" + (parts.isEmpty ? "與其他同仁相同" : parts.joined(separator: "、"))
    }

    private static func programme(_ detail: AuditDetail) -> String? {
        detail.list("items").map { items in
            items.compactMap(\.detail).compactMap { item in
                guard let kind = item.text("kind").flatMap(ExamKind.init(rawValue:)),
                    let period = item.text("period").flatMap(ProgrammePeriod.init(rawValue:)), let count = item.count
                else { return nil }
                return asked(kind, period, count)
            }.joined(separator: " ")
        }
    }

    static func asked(_ kind: ExamKind, _ period: ProgrammePeriod, _ count: Int) -> String {
        "\(kind.name)\(period.name) \(count) 次"
    }
}

extension AuditAction {
    static let examCreation = AuditAction("exam.creation", "建立測驗")
    static let examChange = AuditAction("exam.change", "變更測驗")
    static let examPublication = AuditAction("exam.publication", "發布測驗")
    static let examDeletion = AuditAction("exam.deletion", "刪除測驗草稿")
    static let examExtension = AuditAction("exam.extension", "延長應試期間")
    static let examClosure = AuditAction("exam.closure", "結束測驗")
    static let examResultsRelease = AuditAction("exam.announcement", "公布成績")
    static let examAccommodation = AuditAction("exam.accommodation", "安排請假、補考、延長時間")
    static let examReminder = AuditAction("exam.reminder", "提醒應試")
    static let examSetting = AuditAction("exam.setting", "變更測驗設定")
    static let examResultsView = AuditAction("exam.results.view", "查閱成績")
    static let examResultsExport = AuditAction("exam.results.export", "匯出成績")
    static let attemptStart = AuditAction("attempt.start", "開始應試")
    static let attemptSubmission = AuditAction("attempt.submission", "交卷")
    static let attemptView = AuditAction("attempt.view", "查閱答案卷")
    static let programmeChange = AuditAction("programme.change", "變更年度測驗計畫")
}
