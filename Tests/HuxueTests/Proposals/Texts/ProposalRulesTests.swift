import Testing

@testable import Huxue

/// What may be done in which state, of the proposal and of its call.
@Suite struct ProposalRulesTests {
    private static let pairs = ProposalState.allCases.flatMap { state in
        ProposalCallState.allCases.map { (state, $0) }
    }

    private func call(_ state: ProposalCallState) -> (call: ProposalCall, now: Moment) {
        let plan = SampleProposals.plan
        let now: Moment =
            switch state {
            case .planned: plan.opens.adding(seconds: -1)
            case .open: plan.opens
            default: plan.closes
            }
        let call = ProposalCall(
            id: ID(rawValue: 1), unitID: ID(rawValue: 1), unit: UnitPath(rawValue: "/1/"), unitName: "", plan: plan,
            edit: 1, reviewAt: state >= .review ? now : nil, meetingAt: state >= .meeting ? now : nil,
            decidedAt: state == .decided ? now : nil)
        return (call, now)
    }

    @Test(arguments: pairs)
    func `drafts and what was returned are written until the review`(
        state: ProposalState, in callState: ProposalCallState
    ) {
        let expected = [.draft, .returned].contains(state) && [.planned, .open, .closed].contains(callState)
        #expect(ProposalRules.isEditable(state, in: callState) == expected)
    }

    @Test(arguments: pairs)
    func `drafts are submitted in time, what was returned until the review`(
        state: ProposalState, in callState: ProposalCallState
    ) {
        let (call, now) = call(callState)
        #expect(call.state(at: now) == callState)
        let expected =
            state == .draft && callState == .open
            || state == .returned && [.planned, .open, .closed].contains(callState)
        let isRight: Bool
        do throws(ProposalRefusal) {
            try ProposalRules.requireSubmittable(state, to: call, at: now)
            isRight = true
        } catch {
            isRight = false
            if state == .draft { #expect(error.isAboutTime) }
        }
        #expect(isRight == expected)
    }

    @Test(arguments: pairs)
    func `it is withdrawn until the meeting, and its form checked until the review`(
        state: ProposalState, in callState: ProposalCallState
    ) {
        #expect(
            ProposalRules.mayWithdraw(state, in: callState)
                == (state != .withdrawn && ![.meeting, .decided].contains(callState)))
        #expect(
            ProposalRules.mayCheck(state, in: callState)
                == (state == .submitted && [.planned, .open, .closed].contains(callState)))
    }

    @Test(
        arguments: [
            (ProposalField.title, "林雅筑的手機告知單", ["林雅筑"]), (.idea, "由林 雅\n筑提出", ["林雅筑"]),
            (.benefit, "詹𠮷安與林雅筑都試過", ["林雅筑", "詹𠮷安"]), (.attachments, "林雅筑簡報.pdf", ["林雅筑"]),
            (.method, "林小姐", []), (.authors, "林雅筑（A01） 100%", []), (.problem, "", []),
        ] as [(ProposalField, String, [String])])
    func `a text that names its authors is noticed`(field: ProposalField, text: String, names: [String]) {
        var form = SampleProposals.form("A01")
        form[field] = text
        #expect(ProposalRules.authorsNamed(in: form, ["林雅筑", "詹𠮷安", "林"]) == names)
    }

    @Test func `likeness is the share of what is written that stands in the earlier text`() {
        let text = "一次告知單改用手機"
        #expect(ProposalRules.likeness(of: text, to: "把一次告知單改用手機掃描，並每月更新內容與條碼") == 100)
        #expect(ProposalRules.likeness(of: text, to: "志工排班改成線上") < ProposalRules.leastLikeness)
        #expect(ProposalRules.likeness(of: "告知", to: "告知") == 0)
        #expect(ProposalRules.likeness(of: "", to: text) == 0)
    }

    @Test func `figures are multiplied, and shown only when both can be read`() {
        var form = SampleProposals.form()
        #expect(ProposalPreviewViews.savings(form) == "每件省 6 分鐘 × 每年 1200 件 ＝ 每年省 約 120 小時")
        form[.cases] = "５"
        #expect(ProposalPreviewViews.savings(form) == "每件省 6 分鐘 × 每年 5 件 ＝ 每年省 30 分鐘")
        for wrong in ["", "很多", "0", "-3", "99999999999999999999"] {
            form[.cases] = wrong
            #expect(ProposalPreviewViews.savings(form).isEmpty, "\(wrong)")
        }
        let widest = ProposalForm.minuteRange.upperBound.multipliedReportingOverflow(
            by: ProposalForm.caseRange.upperBound)
        #expect(!widest.overflow)
    }

    @Test func `every field says what is wrong with it, and a draft may be half filled`() {
        func problems(_ field: ProposalField, _ value: String) -> [ProposalFormProblem.Kind] {
            var form = SampleProposals.form()
            form[field] = value
            return form.reading(kinds: [.simplified, .other], names: .table).problems.map(\.kind)
        }
        #expect(problems(.title, "") == [.missing])
        #expect(problems(.title, String(repeating: "字", count: 61)) == [.tooLong(limit: 60)])
        #expect(problems(.kind, "feedback") == [.notWanted] && problems(.kind, "x") == [.notWanted])
        #expect(problems(.kind, "").isEmpty && problems(.novelty, "").isEmpty && problems(.idea, "").isEmpty)
        #expect(problems(.novelty, "x") == [.unreadable("x")])
        #expect(problems(.cost, String(repeating: "字", count: 3001)) == [.tooLong(limit: 3000)])
        #expect(problems(.method, "甲\n\(WritingTerms.mineMark)\n乙") == [.undecided])
        #expect(problems(.minutes, "0") == [.notInRange(1...10_000)])
        #expect(problems(.cases, "一百") == [.notInRange(1...10_000_000)])
        #expect(problems(.citations, "沒有這部法第3條").count == 1 && problems(.citations, "").isEmpty)
        #expect(problems(.lawAsOf, "去年") == [.unreadable("去年")] && problems(.lawAsOf, "") == [.missing])
        #expect(problems(.authors, "") == [.missing])
        let many = (1...11).map { "\($0) 1%" }.joined(separator: "\n")
        #expect(problems(.authors, many) == [.tooMany(limit: 10)])
        var form = SampleProposals.form()
        for field in ProposalField.required { form[field] = "" }
        #expect(form.missing.map(\.field) == ProposalField.required)
    }
}
