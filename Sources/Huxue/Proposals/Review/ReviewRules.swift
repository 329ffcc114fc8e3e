/// When a review may begin, and when scores are taken.
enum ReviewRules {
    /// What keeps a review from beginning, all of it; empty when nothing does.
    ///
    /// `accepted`, `unchecked`: how many proposals there are to review, and whose form nobody has checked yet.
    /// `criteria`: of the rubric as it is now.
    static func obstacles(
        to call: ProposalCall, panel: Int, accepted: Int, unchecked: Int, criteria: [String], at now: Moment
    ) -> [ReviewObstacle] {
        var obstacles: [ReviewObstacle] = []
        if now < call.plan.closes { obstacles.append(.notClosed(call.plan.closes)) }
        if unchecked > 0 { obstacles.append(.unchecked) }
        if accepted == 0 { obstacles.append(.nothingAccepted) }
        if panel == 0 { obstacles.append(.noPanel) }
        if call.plan.rubric == nil { obstacles.append(.noRubric) }
        let tie = call.plan.tieCriterion
        if call.plan.rubric != nil, !tie.isEmpty, !criteria.contains(tie) { obstacles.append(.tieCriterionGone(tie)) }
        if call.plan.reviewsClose.map({ $0 <= now }) ?? true { obstacles.append(.noDeadline) }
        return obstacles
    }

    /// - Throws: `ReviewRefusal.notInReview`.
    static func requireReview(_ call: ProposalCall) throws(ReviewRefusal) {
        _ = try rubric(in: call.reviewWindow)
    }

    /// Whether scores may be saved and handed in.
    static func isOpen(_ call: ProposalCall, at now: Moment) -> Bool { isOpen(call.reviewWindow, at: now) }

    private static func isOpen(_ window: ReviewWindow, at now: Moment) -> Bool {
        window.begins != nil && window.meeting == nil && window.closes.map { now < $0 } ?? true
    }

    private static func rubric(in window: ReviewWindow) throws(ReviewRefusal) -> ID<RubricVersion> {
        guard window.begins != nil, window.meeting == nil, let rubric = window.rubric else { throw .notInReview }
        return rubric
    }

    /// The rubric by which scores are taken now.
    /// - Throws: `ReviewRefusal.notInReview`, `.closed`.
    static func requireOpen(_ window: ReviewWindow, at now: Moment) throws(ReviewRefusal) -> ID<RubricVersion> {
        let rubric = try rubric(in: window)
        guard isOpen(window, at: now) else { throw .closed(window.closes ?? now) }
        return rubric
    }

    /// A seed as an address or a form gives it; 1 for none or an odd one.
    static func seed(_ number: Int?) -> Int { number.flatMap { (1...999_999).contains($0) ? $0 : nil } ?? 1 }

    /// Attachments of a proposal as reviewers see them, whose own names may tell who wrote it: `附件2.pdf`.
    static func blindName(_ name: String, number: Int) -> String {
        let ending = name.split(separator: ".").last.map(String.init) ?? ""
        return ReviewTerms.attachment(number) + (ending.isEmpty || ending == name ? "" : ".\(ending.lowercased())")
    }

    /// The same proposal without what tells whose it is.
    static func blind(_ form: ProposalForm) -> ProposalForm {
        var blind = form
        blind[.authors] = ""
        blind[.attachments] = form.attachmentNames.enumerated()
            .map { blindName($0.element, number: $0.offset + 1) }.joined(separator: "\n")
        return blind
    }
}

/// Why the review of a call cannot begin yet.
enum ReviewObstacle: Hashable, Sendable {
    case notClosed(Moment)
    /// Somebody has still to check the form of proposals that came in.
    case unchecked
    case nothingAccepted
    case noPanel
    case noRubric
    /// The rubric was changed, and the criterion for ties is not in it any more.
    case tieCriterionGone(String)
    /// None, or one that has passed.
    case noDeadline
}
