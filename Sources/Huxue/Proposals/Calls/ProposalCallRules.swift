import Foundation

/// What a call may say, and when it may be changed.
enum ProposalCallRules {
    static let titleLimit = 60
    static let reviewerRange = 1...20
    static let shareRange = 1...100
    static let yearRange = 1912...9999
    /// In per cent; for two reviewers each and no other number.
    ///
    /// Source: 閱卷規則 (R0020018) §7.
    static let usualThirdShare = 20

    static func usualThirdShare(reviewersEach: Int) -> Int? { reviewersEach == 2 ? usualThirdShare : nil }

    /// Everything that is wrong with a plan, in the order of the form.
    static func problems(in plan: ProposalCallPlan) -> [ProposalCallProblem] {
        var problems: [ProposalCallProblem] = []
        func check(_ isRight: Bool, _ field: ProposalCallField, _ kind: ProposalCallProblem.Kind) {
            if !isRight { problems.append(ProposalCallProblem(field, kind)) }
        }
        check(!plan.title.isEmpty, .title, .missing)
        check(plan.title.count <= titleLimit, .title, .tooLong(limit: titleLimit))
        check(!plan.title.unicodeScalars.contains { $0.properties.generalCategory == .control }, .title, .hasControls)
        check(InvisibleText.sentence(onTurnsIn: plan.title, in: "") == nil, .title, .turns(plan.title))
        check(yearRange.contains(plan.year), .year, .notAYear)
        check(plan.closes > plan.opens, .closes, .closesTooEarly(opens: plan.opens))
        check(!plan.kinds.isEmpty, .kinds, .missing)
        check(reviewerRange.contains(plan.reviewersEach), .reviewers, .notInRange(reviewerRange))
        check(plan.thirdShare.map(shareRange.contains) ?? true, .third, .notInRange(0...100))
        check(
            plan.reviewsClose.map { $0 > plan.closes } ?? true, .reviewsClose,
            .reviewsCloseTooEarly(closes: plan.closes))
        check(plan.awards.count <= ProposalAwardFile.limit, .awards, .tooMany(limit: ProposalAwardFile.limit))
        return problems
    }

    /// What is wrong with the criterion for ties, given those of the chosen rubric; nil when nothing is.
    static func problem(ofTies plan: ProposalCallPlan, criteria: [String]) -> ProposalCallProblem? {
        if plan.tieCriterion.isEmpty {
            return plan.ties.contains(.criterion) ? ProposalCallProblem(.tieCriterion, .missing) : nil
        }
        return criteria.contains(plan.tieCriterion)
            ? nil : ProposalCallProblem(.tieCriterion, .notInRubric(plan.tieCriterion))
    }

    /// - Throws: `ProposalCallRefusal.fixed` once the review has begun.
    static func requireChangeable(_ call: ProposalCall) throws(ProposalCallRefusal) {
        guard call.reviewAt == nil else { throw .fixed }
    }
}
