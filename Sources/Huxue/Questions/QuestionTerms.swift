/// Words for what questions are.
enum QuestionTerms {
    /// The group of the menu for those who write questions and hold tests.
    static let navigationGroup = "tests"

    static func setupStep(isDone: Bool, mayBrowse: Bool) -> SetupStep {
        SetupStep(
            title: "匯入題庫", sentence: "在伺服器執行 huxue questions import questions，再授予出題的同仁「出題人員」。",
            link: mayBrowse ? ("/questions", "看題庫") : nil, isDone: isDone, place: 4)
    }

    static let navigation = [
        NavigationGroup(
            name: navigationGroup, place: 1,
            headings: [NavigationHeading(action: .browseQuestions, title: "題庫管理", place: 2)],
            entries: [
                NavigationEntry(
                    icon: Icon.bank, title: "題庫", address: "/questions", action: .browseQuestions, place: 2),
                NavigationEntry(
                    icon: Icon.tick, title: "審題", address: QuestionReviewListViews.address, action: .reviewQuestions,
                    place: 3),
                StatuteTerms.amendments(for: .browseQuestions, place: 4),
            ])
    ]

    static let searched = SearchKind(code: "questions", name: "試題", counter: "題", outOfForce: "已停用", place: 4)

    /// Stands in the audit log for every question there is; no code looks like it.
    static let wholeBank = "*"

    static let noun = "試題"
    static let sharedBank = "共用題庫（各單位都可以用）"

    static func obstacle(_ questions: Int) -> String { "這個單位的題庫有 \(questions) 題" }

    /// Between choices in one line.
    static let separator = "／"

    static func facts(_ question: Question, _ revision: QuestionRevision) -> String {
        [question.code, question.topic, name(of: revision.type), name(of: revision.level)].joined(separator: "　")
    }

    static func name(of type: QuestionType) -> String {
        switch type {
        case .single: "單選"
        case .multiple: "複選"
        case .trueFalse: "是非"
        }
    }

    static func name(of level: QuestionLevel) -> String {
        switch level {
        case .recall: "記憶"
        case .understand: "理解"
        case .apply: "應用"
        }
    }

    static func name(of state: QuestionState) -> String {
        switch state {
        case .draft: "草稿"
        case .inReview: "審題中"
        case .active: "使用中"
        case .retired: "已停用"
        }
    }

    /// The audit log's detail of an import.
    static func imported(_ detail: AuditDetail) -> String? {
        guard let added = detail.number("added"), let revised = detail.number("revised"),
            let updated = detail.number("updated"), let unchanged = detail.number("unchanged")
        else { return nil }
        return "新增 \(added)，改版 \(revised)，更新 \(updated)，未變 \(unchanged)"
    }
}

extension CitedSubject {
    static let question = CitedSubject(
        code: "question", name: "試題", counter: "題", consequence: "複核以前不會被抽進新的測驗。", place: 1)
}

extension AuditAction {
    static let questionSubmission = AuditAction("question.submission", "送審試題")
    static let questionWithdrawal = AuditAction("question.withdrawal", "撤回送審")
    static let questionAnswer = AuditAction("question.review.answer", "審題作答")
    static let questionApproval = AuditAction("question.approval", "審題通過")
    static let questionReturn = AuditAction("question.return", "審題退回")
    static let questionImport = AuditAction("question.import", "匯入試題")
    static let questionExport = AuditAction("question.export", "匯出試題")
    static let questionKeyView = AuditAction("question.key.view", "查閱試題答案")
    static let questionRevision = AuditAction("question.revision", "儲存試題")
    static let questionRetirement = AuditAction("question.retirement", "停用試題")
    static let questionRestoration = AuditAction("question.restoration", "恢復使用試題")
}
