/// Words of proposals.
enum ProposalTerms {
    static let noun = "創意提案"
    static let place = Crumb("創意提案", ProposalListViews.section)
    static let managed = Crumb("創意提案徵件", ProposalCallViews.section)

    static let navigation = [
        NavigationGroup(
            name: NavigationGroup.own,
            entries: [
                NavigationEntry(
                    icon: Icon.idea, title: "創意提案", address: ProposalListViews.section, action: .proposeIdeas, place: 5)
            ]),
        NavigationGroup(
            name: "proposals", place: 4,
            headings: [
                NavigationHeading(action: .manageProposals, title: "創意提案承辦", place: 1),
                NavigationHeading(action: .reviewProposals, title: "評審", place: 2),
                NavigationHeading(action: .grantAwards, title: "創意提案", place: 3),
            ],
            entries: [
                NavigationEntry(
                    icon: Icon.results, title: "待評提案", address: ReviewListViews.section, action: .reviewProposals,
                    place: 2),
                NavigationEntry(
                    icon: Icon.idea, title: "徵件", address: ProposalCallViews.section, action: .manageProposals, place: 1
                ),
                NavigationEntry(
                    icon: Icon.results, title: ProposalMeritTerms.title, address: ProposalMeritViews.section,
                    action: .grantAwards, place: 3),
            ]),
    ]

    static let searched = SearchKind(code: "proposals", name: noun, counter: "件", outOfForce: "已撤回", place: 6)

    static func name(of state: ProposalState) -> String {
        switch state {
        case .draft: "撰寫中"
        case .submitted: "已送出，待形式審查"
        case .returned: "退回補正"
        case .accepted: "已受理"
        case .withdrawn: "已撤回"
        }
    }

    static func badge(_ state: ProposalState) -> HTML {
        let name = name(of: state)
        return switch state {
        case .draft: Component.badge(icon: Icon.draft, name)
        case .submitted: Component.badge(.info, name)
        case .returned: Component.badge(.warn, name)
        case .accepted: Component.badge(.pass, name)
        case .withdrawn: Component.badge(icon: Icon.cross, name)
        }
    }

    static func name(of consent: ProposalAuthor.Consent) -> String {
        switch consent {
        case .given: "已同意"
        case .asked: "還沒有回覆"
        case .declined: "不同意列名"
        }
    }

    // MARK: The home page

    static func asked(_ line: ProposalLine, due: Moment) -> DueItem {
        item(line.title, due, "請確認您是不是提案人，以及貢獻比例", ProposalViews.address(of: line.id), "去確認")
    }

    static func returned(_ line: ProposalLine, due: Moment) -> DueItem {
        item(line.title, due, "形式審查退回，請補正後再送出", ProposalViews.address(of: line.id), "去補正")
    }

    static func unsubmitted(_ line: ProposalLine) -> DueItem {
        item(line.title, line.closes, "\(line.callTitle)快截止了，這件還沒有送出", ProposalViews.address(of: line.id), "繼續寫")
    }

    static func unsubmitted(_ draft: Draft<ProposalField>, for call: ProposalCall) -> DueItem {
        item(
            ProposalDraftViews.title(of: draft), call.plan.closes, "\(call.plan.title)快截止了，這份草稿還沒有送出",
            ProposalFormViews.address(new: call.id, draft: draft.subject), "繼續寫")
    }

    private static func item(
        _ title: String, _ due: Moment, _ facts: String, _ address: Address, _ verb: String
    ) -> DueItem {
        DueItem(
            due: due, title: title, icon: Icon.idea, kind: noun, facts: facts, address: address, verb: verb,
            isUrgent: false)
    }

    static func notes(
        _ waiting: [(call: ID<ProposalCall>, title: String, count: Int)], and reviews: [ManagerNote], isManager: Bool
    ) -> ManagerNotes {
        ManagerNotes(
            title: noun, link: isManager ? (ProposalCallViews.section, "徵件") : (ProposalListViews.section, "我的提案"),
            notes: waiting.map { one in
                ManagerNote(
                    title: "\(one.title)有 \(one.count) 件等您做形式審查。", sentence: "受理，或寫明理由退回補正。",
                    links: [(ProposalCallViews.address(of: one.call), "去審查")], tone: .info)
            } + reviews, place: 5)
    }
}

extension CitedSubject {
    static let proposal = CitedSubject(
        code: "proposal", name: "創意提案", counter: "件", consequence: "複核以前，提案上會有提醒。", place: 4)
}

extension AuditAction {
    static let proposalCallCreation = AuditAction("proposal.call.creation", "辦理徵件")
    static let proposalCallChange = AuditAction("proposal.call.change", "修改徵件")
    static let proposalRevision = AuditAction("proposal.revision", "儲存提案")
    static let proposalSubmission = AuditAction("proposal.submission", "送出提案")
    static let proposalWithdrawal = AuditAction("proposal.withdrawal", "撤回提案")
    static let proposalConsent = AuditAction("proposal.consent", "同意列為提案人")
    static let proposalDecline = AuditAction("proposal.decline", "不同意列為提案人")
    static let proposalAcceptance = AuditAction("proposal.acceptance", "受理提案")
    static let proposalReturn = AuditAction("proposal.return", "退回提案")
    static let proposalListing = AuditAction("proposal.listing", "以指令列出提案")
    static let proposalReading = AuditAction("proposal.reading", "以指令查閱提案")
}
