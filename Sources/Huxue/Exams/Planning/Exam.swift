/// 測驗: a window in which the staff concerned take a test drawn from one blueprint.
struct Exam: Codable, Hashable, Sendable {
    let id: ID<Exam>
    /// The unit in whose name it is held; its managers are those of this unit and above.
    let unitID: ID<Unit>
    let state: ExamState
    let plan: ExamPlan
    /// 64 hexadecimal digits; with the examinee and the attempt's number it decides which questions are drawn.
    let seed: String
    let publishedAt: Moment?
    let closedAt: Moment?
    /// When the manager released the results; nil until then, and when results are released automatically.
    let releasedAt: Moment?
    /// When the exam ended, if it has been reopened since for people with a make-up window; nil otherwise.
    var reopenedAt: Moment?

    /// Whether it has been over for everybody once: from then on its roster stays as it was.
    var hasEnded: Bool { state == .closed || reopenedAt != nil }

    /// When it ended, if that was before its planned end.
    var closedEarlyAt: Moment? { (reopenedAt ?? closedAt).flatMap { hasEnded && $0 < plan.closes ? $0 : nil } }
}

enum ExamState: String, CaseIterable, Codable, Sendable {
    /// Being planned: seen by its managers only.
    case draft
    /// Known to the examinees; taken between `opens` and `closes`.
    case published
    /// Over: by its window's end or ended early; a make-up reopens it.
    case closed
}

enum ExamKind: String, CaseIterable, Codable, Sendable {
    case quarterlyQuiz, semiannualTest, counterQualification, practice
}

enum DrawKind: String, CaseIterable, Codable, Sendable {
    /// Every examinee gets a paper of their own.
    case perExaminee
    /// All get the same questions; the order may differ when it is shuffled.
    case shared
}

enum ExamLayout: String, CaseIterable, Codable, Sendable {
    case onePage, oneByOne
}

enum ResultsRelease: String, CaseIterable, Codable, Sendable {
    /// On submission.
    case atOnce
    /// When the exam is over for everybody.
    case afterClose
    /// When its manager releases them.
    case whenAnnounced
}
