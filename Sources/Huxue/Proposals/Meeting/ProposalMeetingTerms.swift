/// Words of meetings and decisions.
enum ProposalMeetingTerms {
    static func name(of field: ProposalMeetingProblem.Field) -> String {
        switch field {
        case .reason: "現在就開會的理由"
        case .place: "地點"
        case .chair: "主席"
        case .attendees: "出席"
        case .guests: "列席"
        case .remarks: "其他紀錄"
        case .notes: "討論紀錄"
        case .outcome: "決議"
        case .reasons: "決議理由"
        case .award: "獎項"
        }
    }

    static func name(of outcome: ProposalOutcome) -> String {
        switch outcome {
        case .adopted: "採行"
        case .partlyAdopted: "部分採行"
        case .keptForReference: "留供參考"
        case .furtherStudy: "深入研究"
        case .notAdopted: "不採行"
        }
    }

    static func badge(_ outcome: ProposalOutcome) -> HTML {
        switch outcome {
        case .adopted, .partlyAdopted: Component.badge(.pass, name(of: outcome))
        case .keptForReference, .furtherStudy: Component.badge(.info, name(of: outcome))
        case .notAdopted: Component.badge(icon: Icon.cross, name(of: outcome))
        }
    }

    static func rank(_ standing: ProposalStanding) -> String {
        "第 \(standing.rank) 名\(standing.isShared ? "（並列）" : "")"
    }

    // MARK: The home page

    /// For the authors, some time after the decision.
    static func announced(_ line: ProposalLine, _ outcome: ProposalOutcome) -> ManagerNote {
        ManagerNote(
            title: "\(Terms.quoted(line.title))的決議：\(name(of: outcome))。",
            sentence: "\(line.callTitle)已經決議，理由與委員的話在提案裡。",
            links: [(ProposalViews.address(of: line.id), "看決議")], tone: outcome.isAdopted ? .pass : .info, waits: false)
    }

    static func asked(_ merger: ProposalMerger, name: String) -> ManagerNote {
        ManagerNote(
            title: "承辦人建議把\(name)與另一件提案併案。", sentence: "兩邊的提案人都同意了才併案，請看過後回覆。",
            links: [(ProposalViews.address(of: merger.later), "去回覆")], tone: .info)
    }

    /// For the secretary, while a meeting goes on.
    static func running(_ call: ProposalCall, decided: Int, of total: Int) -> ManagerNote {
        ManagerNote(
            title: "\(call.plan.title)的評審會議還沒有結束。", sentence: "已決議 \(decided)／\(total) 件。",
            links: [(ProposalMeetingViews.address(of: call.id), "回到會議")], tone: .info)
    }
}

extension AuditAction {
    static let proposalMeetingStart = AuditAction("proposal.meeting.start", "開始評審會議")
    static let proposalAttendance = AuditAction("proposal.attendance", "儲存出席紀錄")
    static let proposalDecision = AuditAction("proposal.decision", "決議提案")
    static let proposalMeetingEnd = AuditAction("proposal.meeting.end", "結束評審會議")
    static let proposalMinutes = AuditAction("proposal.minutes", "查閱會議紀錄")
}
