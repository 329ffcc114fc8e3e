/// Words of case studies.
enum CaseTerms {
    static let noun = "案例"
    static let place = Crumb("案例", CaseListViews.section)

    static let navigation = [
        NavigationGroup(
            name: NavigationGroup.own,
            entries: [
                NavigationEntry(
                    icon: Icon.flag, title: "案例", address: CaseListViews.section, action: .writeCases, place: 6)
            ])
    ]

    static let searched = SearchKind(code: "cases", name: noun, counter: "個", outOfForce: "已停用", place: 7)

    static func name(of kind: CaseKind) -> String {
        switch kind {
        case .error: "錯誤案例"
        case .nearMiss: "虛驚案例"
        case .doubt: "疑義案例"
        case .goodPractice: "良好作法"
        }
    }

    static func name(of state: CaseState) -> String {
        switch state {
        case .draft: "撰寫中"
        case .submitted: "待檢查個人資料"
        case .returned: "退回修改"
        case .discussion: "討論中"
        case .concluded: "已有結論"
        case .published: "已發布"
        case .retired: "已停用"
        }
    }

    static func badge(_ state: CaseState) -> HTML {
        let name = name(of: state)
        return switch state {
        case .draft: Component.badge(icon: Icon.draft, name)
        case .submitted, .discussion, .concluded: Component.badge(.info, name)
        case .returned: Component.badge(.warn, name)
        case .published: Component.badge(.pass, name)
        case .retired: Component.badge(icon: Icon.cross, name)
        }
    }

    // MARK: The home page

    static func returned(_ line: CaseLine, due: Moment) -> DueItem {
        DueItem(
            due: due, title: line.title, icon: Icon.flag, kind: noun, facts: "退回修改，請改好再送出",
            address: CaseViews.address(of: line.id), verb: "去修改", isUrgent: false)
    }

    static func unread(_ line: CaseLine, by deadline: Day) -> DueItem {
        DueItem(
            due: ROCDate.start(of: deadline.adding(days: 1)).adding(seconds: -60), title: line.title, icon: Icon.flag,
            kind: "必讀案例", facts: "讀完後確認一次", address: CaseViews.address(of: line.id), verb: "閱讀", isUrgent: false)
    }

    static func notes(_ lines: [CaseLine]) -> ManagerNotes {
        let waiting = CaseListViews.address(CaseFilter(isWaiting: true))
        let parts: [(state: CaseState, title: String, sentence: String)] = [
            (.submitted, "等您檢查個人資料", "沒有個人資料的開放討論，看得出是誰的退回改寫。"),
            (.discussion, "討論中", "看法差不多了，就作成結論。"),
            (.concluded, "有結論，還沒有發布", "由作者以外的人看過全文再發布。"),
        ]
        return ManagerNotes(
            title: noun, link: (waiting, "等我處理的"),
            notes: parts.compactMap { part in
                let count = lines.count { $0.state == part.state }
                guard count > 0 else { return nil }
                return ManagerNote(
                    title: "\(count) 個案例\(part.title)。", sentence: part.sentence,
                    links: [
                        (CaseListViews.address(CaseFilter(state: part.state, isWaiting: true)), "去處理")
                    ], tone: .info, waits: part.state != .discussion)
            }, place: 6)
    }

    /// Why a unit is not removed.
    static func obstacle(_ count: Int) -> String { "有 \(count) 個案例屬於這個單位，或開放給這個單位" }
}

extension CitedSubject {
    static let caseStudy = CitedSubject(
        code: "case", name: "案例", counter: " 個案例", consequence: "複核以前，案例上會有提醒。", place: 5)
}

extension AuditAction {
    static let caseRevision = AuditAction("case.revision", "儲存案例")
    static let caseSubmission = AuditAction("case.submission", "送出案例")
    static let casePrivacy = AuditAction("case.privacy", "處理案例中的個人資料")
    static let casePassing = AuditAction("case.passing", "開放討論案例")
    static let caseReturn = AuditAction("case.return", "退回案例")
    static let caseConclusion = AuditAction("case.conclusion", "作成案例結論")
    static let casePublication = AuditAction("case.publication", "發布案例")
    static let caseRetirement = AuditAction("case.retirement", "停用案例")
    static let caseComment = AuditAction("case.comment", "發表案例意見")
    static let caseCommentRemoval = AuditAction("case.comment.removal", "刪除案例意見")
    static let caseProposal = AuditAction("case.proposal", "提出案例結論草案")
    static let caseVote = AuditAction("case.vote", "對案例結論表示意見")
    static let caseFollowUp = AuditAction("case.follow-up", "由案例寫成條目或試題")
    static let caseConfirmation = AuditAction("case.confirmation", "確認閱讀案例")
    static let caseListing = AuditAction("case.listing", "以指令列出案例")
    static let caseReading = AuditAction("case.reading", "查閱未公開的案例")
}
