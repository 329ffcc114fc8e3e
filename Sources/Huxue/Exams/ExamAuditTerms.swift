/// The words behind the codes that exams leave in the audit log.
enum ExamAuditTerms {
    static func attempt(of name: String, title: String) -> String { "\(name)的應試：\(title)" }

    static func programme(of unit: String, year: Int) -> String { "\(unit)　\(ROCDate.year(year)) 年" }

    /// Nil for actions that are not about exams, and for details that are words already.
    static func words(for detail: String, of action: AuditAction) -> String? {
        switch action {
        case .attemptSubmission: SubmissionCause(rawValue: detail).map(ending)
        case .examResultsView, .examResultsExport: counted(detail) { "\($0)　\($1) 人" }
        case .examClosure: counted(detail) { "\($0)　收回作答中的 \($1) 份" }
        case .examChange: detail == "closed → published" ? "因補考重新開放" : nil
        case .examAccommodation: accommodation(detail)
        case .programmeChange: programme(detail)
        default: nil
        }
    }

    private static func ending(_ cause: SubmissionCause) -> String {
        switch cause {
        case .examinee: "本人交卷"
        case .deadline: "時間到，系統收卷"
        case .closure: "測驗提前結束，系統收卷"
        }
    }

    /// A title and a number after it.
    private static func counted(_ detail: String, _ words: (Substring, Substring) -> String) -> String? {
        guard let found = detail.wholeMatch(of: /(.*) ([0-9]+)/) else { return nil }
        return words(found.1, found.2)
    }

    /// `A01 +30 excused 2026-…Z–2026-…Z`: staff number, more minutes, leave, times of one's own.
    private static func accommodation(_ detail: String) -> String? {
        guard let found = detail.wholeMatch(of: /(.*?) \+([0-9]+)( excused)?(?: (\S+–\S+))?/) else { return nil }
        let parts = [
            found.2 == "0" ? nil : "延長 \(found.2) 分鐘", found.3.map { _ in "請假" }, found.4.map { "補考 \($0)" },
        ].compactMap { $0 }
        return "員工編號 \(found.1)：" + (parts.isEmpty ? "與其他同仁相同" : parts.joined(separator: "、"))
    }

    /// `quarterlyQuiz 1/quarter semiannualTest 1/half`.
    private static func programme(_ detail: String) -> String {
        detail.replacing(/(\w+) ([0-9]+)\/(\w+)/) { found in
            guard let kind = ExamKind(rawValue: String(found.1)),
                let period = ProgrammePeriod(rawValue: String(found.3))
            else { return String(found.0) }
            return "\(kind.name)\(period.name) \(found.2) 次"
        }
    }
}

extension AuditAction {
    static let examCreation = AuditAction("exam.creation", "建立測驗")
    static let examChange = AuditAction("exam.change", "變更測驗")
    static let examPublication = AuditAction("exam.publication", "發布測驗")
    static let examDeletion = AuditAction("exam.deletion", "刪除測驗草稿")
    static let examExtension = AuditAction("exam.extension", "延長應試期間")
    static let examClosure = AuditAction("exam.closure", "結束測驗")
    static let examAnnouncement = AuditAction("exam.announcement", "公布成績")
    static let examAccommodation = AuditAction("exam.accommodation", "調整應試條件")
    static let examResultsView = AuditAction("exam.results.view", "查閱成績")
    static let examResultsExport = AuditAction("exam.results.export", "匯出成績")
    static let attemptStart = AuditAction("attempt.start", "開始應試")
    static let attemptSubmission = AuditAction("attempt.submission", "交卷")
    static let attemptView = AuditAction("attempt.view", "查閱答案卷")
    static let programmeChange = AuditAction("programme.change", "變更年度測驗計畫")
}
