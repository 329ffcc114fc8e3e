/// When a meeting may begin and end, and what may be decided.
enum ProposalMeetingRules {
    static let lineLimit = 60
    static let textLimit = 5000

    /// Whether somebody who begins the meeting now has to say why: scores may still come in.
    ///
    /// Whoever must not know of some proposals cannot tell whether those are scored, so their answer rests on the
    /// panel's deadline: it is the same whatever is hidden.
    static func needsReason(_ board: ReviewBoard, at now: Moment) -> Bool {
        !board.isDone || board.isPartial && ReviewRules.isOpen(board.call, at: now)
    }

    /// - Throws: `ProposalMeetingRefusal.notReady`.
    static func requireReady(_ call: ProposalCall) throws(ProposalMeetingRefusal) {
        guard call.reviewAt != nil, call.meetingAt == nil else { throw .notReady }
    }

    /// - Throws: `ProposalMeetingRefusal.notInMeeting`.
    static func requireMeeting(_ call: ProposalCall) throws(ProposalMeetingRefusal) {
        guard call.meetingAt != nil, call.decidedAt == nil else { throw .notInMeeting }
    }

    /// What is too long in the list of those present.
    static func problems(in form: ProposalMeetingForm) -> [ProposalMeetingProblem] {
        var problems: [ProposalMeetingProblem] = []
        for (field, text, limit) in [
            (ProposalMeetingProblem.Field.place, form.place, lineLimit), (.guests, form.guests, textLimit),
            (.remarks, form.remarks, textLimit),
        ] where text.count > limit { problems.append(ProposalMeetingProblem(field, .tooLong(limit: limit))) }
        return problems
    }

    /// What keeps a text from being kept at all.
    static func problems(inDraft discussion: ProposalDiscussion) -> [ProposalMeetingProblem] {
        [(ProposalMeetingProblem.Field.notes, discussion.notes), (.reasons, discussion.reasons)]
            .filter { $0.1.count > textLimit }.map { ProposalMeetingProblem($0.0, .tooLong(limit: textLimit)) }
    }

    /// What keeps it from being a decision, in the order of the form; `awards`: how many the call has.
    static func problems(in discussion: ProposalDiscussion, awards: Int) -> [ProposalMeetingProblem] {
        var problems: [ProposalMeetingProblem] = []
        if discussion.outcome == nil { problems.append(ProposalMeetingProblem(.outcome, .missing)) }
        if discussion.reasons.allSatisfy(\.isWhitespace) {
            problems.append(ProposalMeetingProblem(.reasons, .missing))
        }
        if let award = discussion.award {
            if !(1...max(1, awards)).contains(award) || awards == 0 {
                problems.append(ProposalMeetingProblem(.award, .noSuchAward))
            } else if discussion.outcome == .notAdopted {
                problems.append(ProposalMeetingProblem(.award, .awardForNothing))
            }
        }
        return problems + Self.problems(inDraft: discussion)
    }
}
