/// Words about the tasks of adopted proposals.
enum ProposalTaskTerms {
    static let title = "執行情形"

    static func name(of field: ProposalTaskProblem.Field) -> String {
        switch field {
        case .title: "工作"
        case .unit: "主責單位"
        case .person: "負責人"
        case .dueOn: "期限"
        case .month: "月份"
        case .percent: "完成比例"
        case .words: "進度說明"
        case .page: "程序的代號"
        case .minutes: "每件實際省下的時間"
        case .cases: "每年實際件數"
        case .effect: "實際效益"
        }
    }

    static func month(_ month: Day) -> String { "\(ROCDate.year(month.year))年\(month.month)月" }
    static func field(_ month: Day) -> String { "\(ROCDate.year(month.year))/\(month.month)" }

    static func badge(_ task: ProposalTask, on today: Day) -> HTML {
        if task.isDone { return Component.badge(.pass, "完成") }
        if task.isLate(on: today) { return Component.badge(.warn, "逾期") }
        return Component.badge(icon: Icon.clock, "\(task.percent) %")
    }

    /// So many minutes a year, in words.
    static func saved(_ minutes: Int) -> String {
        minutes < 60 ? "每年省 \(minutes) 分鐘" : "每年約省 \((minutes + 30) / 60) 小時"
    }

    static func obstacle(_ count: Int) -> String { "這個單位主責 \(count) 項創意提案的執行工作" }

    /// A task whose report for the month is due.
    static func owed(_ task: ProposalTask, proposal: String, month: Day) -> DueItem {
        DueItem(
            due: ROCDate.start(of: ProposalTaskRules.end(of: month).adding(days: 1)), title: task.title,
            icon: Icon.idea, kind: "提案執行", facts: "\(proposal)，\(Self.month(month))的進度還沒有填",
            address: ProposalTaskViews.address(of: task.proposal), verb: "填進度", isUrgent: false)
    }

    static func late(_ count: Int, call: ProposalCall) -> ManagerNote {
        ManagerNote(
            title: "\(call.plan.title)有 \(count) 項執行工作逾期。", sentence: "請主責單位說明，或改期限。",
            links: [(ProposalTaskViews.overview(of: call.id), "看執行情形")], tone: .warn)
    }

    /// The text with which the procedure of an adopted proposal begins.
    static func body(from form: ProposalForm, _ id: ID<Proposal>) -> String {
        let parts: [(heading: String, text: String)] = [
            ("適用情形", form[.problem]), ("作業步驟", form[.method].isEmpty ? form[.idea] : form[.method]),
            ("法令依據", form[.citations]),
            ("出處", "[\(form[.title].filter { !"[]\\".contains($0) })](/proposals/\(id))"),
        ]
        return parts.filter { !$0.text.isEmpty }.map { "## \($0.heading)\n\n\($0.text)" }.joined(separator: "\n\n")
    }
}

extension AuditAction {
    static let proposalTask = AuditAction("proposal.task", "安排提案執行工作")
    static let proposalTaskRemoval = AuditAction("proposal.task.removal", "刪除提案執行工作")
    static let proposalProgress = AuditAction("proposal.progress", "填寫提案執行進度")
    static let proposalPage = AuditAction("proposal.page", "連結提案的程序")
    static let proposalEffect = AuditAction("proposal.effect", "確認提案效益")
}
