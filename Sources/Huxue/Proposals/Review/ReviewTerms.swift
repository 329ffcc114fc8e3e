/// Words of the review of proposals.
enum ReviewTerms {
    static let place = Crumb("待評提案", ReviewListViews.section)

    static func seed(_ seed: Int) -> String { "種子 \(seed)" }

    static func attachment(_ number: Int) -> String { "附件\(number)" }

    static func words(of obstacle: ReviewObstacle) -> String {
        switch obstacle {
        case .notClosed(let time): "徵件到 \(ROCDate.withTime(time)) 才截止"
        case .unchecked: "還有提案沒有完成形式審查（您應迴避的，請另一位承辦人處理）"
        case .nothingAccepted: "沒有受理的提案"
        case .noPanel: "還沒有評審委員"
        case .noRubric: "還沒有選評分表"
        case .tieCriterionGone(let name): "評分表已經沒有「\(name)」這個項目，請在「修改徵件」重選同分時比的項目"
        case .noDeadline: "評審截止還沒有訂，或已經過了"
        }
    }

    static func name(of source: ReviewConflict.Source) -> String {
        switch source {
        case .declared: "本人申請迴避"
        case .secretary: "承辦人登記"
        case .supervision: "主管與所屬"
        }
    }

    static func name(of ending: ReviewEnding) -> String {
        switch ending {
        case .removed: "已移除"
        case .abstained: "放棄評審"
        case .conflict: "迴避"
        }
    }

    static func badge(_ state: ScoreState?) -> HTML {
        switch state {
        case nil: Component.badge(icon: Icon.clock, "還沒開始")
        case .draft: Component.badge(icon: Icon.draft, "評分中")
        case .handedIn: Component.badge(.pass, "已送出")
        case .reopened: Component.badge(.warn, "重新開放")
        }
    }

    /// Proposals that lack reviewers, and whom they could still have.
    ///
    /// `names`: of proposals and people by id.
    static func words(
        of shortage: ReviewerShortage, proposals: [ID<Proposal>: String], people: [ID<Employee>: String]
    ) -> String {
        let lacking = shortage.proposals.compactMap { proposals[$0] }.joined(separator: "、")
        let choices = shortage.choices.compactMap { people[$0.reviewer] }.joined(separator: "、")
        let who = choices.isEmpty ? "沒有可以評審的委員，其他人都應該迴避" : "能評審的只有\(choices)"
        return "\(lacking)還缺 \(shortage.missing) 人次：\(who)"
    }

    /// A proposal as refusals and lists name it: its number and title.
    static func name(of line: ProposalLine) -> String {
        (line.number.map { "\($0) 號" } ?? "") + Terms.quoted(line.title)
    }

    // MARK: The home page

    static func owed(_ queue: ReviewQueue, due: Moment) -> DueItem {
        DueItem(
            due: due, title: queue.call.plan.title, icon: Icon.results, kind: "提案評審",
            facts: "已送出 \(queue.done)／\(queue.items.count) 件，還有 \(queue.items.count - queue.done) 件待評",
            address: queue.next(after: nil).map(ReviewViews.address(of:)) ?? ReviewListViews.section, verb: "去評分",
            isUrgent: false)
    }

    /// What waits for the manager in a review; empty when nothing does.
    static func notes(_ board: ReviewBoard) -> [ManagerNote] {
        let (title, own) = (board.call.plan.title, ReviewBoardViews.address(of: board.call.id))
        var notes: [ManagerNote] = []
        if !board.awaitingThird.isEmpty {
            notes.append(
                ManagerNote(
                    title: "\(title)有 \(board.awaitingThird.count) 件要請第三位評審。",
                    sentence: "兩位委員的總分相差太多；可以自動選，也可以指定。", links: [(own, "去分配")], tone: .warn))
        }
        let short = board.short.count
        if short > 0 {
            notes.append(
                ManagerNote(
                    title: "\(title)有 \(short) 件委員不足。", sentence: "有人放棄或迴避，或還沒有分配。",
                    links: [(own, "去分配")], tone: .warn))
        }
        if board.isDone {
            notes.append(
                ManagerNote(
                    title: "\(title)的評分都送出了。", sentence: "可以看排名，準備評審會議。",
                    links: [
                        ("\(ProposalCallViews.address(of: board.call.id))/ranking", "看排名"),
                        (ProposalMeetingViews.address(of: board.call.id), "評審會議"),
                    ], tone: .info))
        }
        return notes
    }
}

extension AuditAction {
    static let proposalReviewStart = AuditAction("proposal.review.start", "開始評審")
    static let proposalAssignment = AuditAction("proposal.assignment", "自動分配評審")
    static let proposalReviewer = AuditAction("proposal.reviewer", "加入評審委員")
    static let proposalReviewerRemoval = AuditAction("proposal.reviewer.removal", "移除評審委員")
    static let proposalAbstention = AuditAction("proposal.abstention", "放棄評審")
    static let proposalConflict = AuditAction("proposal.conflict", "登記迴避")
    static let proposalDeadline = AuditAction("proposal.review.deadline", "更改評審截止")
    static let proposalScoreReading = AuditAction("proposal.score.reading", "查閱評分")
    static let proposalRanking = AuditAction("proposal.ranking", "查閱排名")
}
