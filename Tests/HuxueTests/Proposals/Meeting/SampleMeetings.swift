import GRDB

@testable import Huxue

/// Three proposals, each scored by shufen and guanting, the second best; then the meeting.
struct SampleMeetings {
    let reviews: SampleReviews
    var office: SampleOffice { reviews.office }
    var call: ID<ProposalCall> { reviews.call }
    var ids: [ID<Proposal>] { reviews.ids }

    init(authors: [Int: String] = [:], isScored: Bool = true) throws {
        reviews = try SampleReviews(authors: authors)
        try reviews.begin()
        for number in 1...3 { try reviews.add(number, "shufen", "guanting") }
        guard isScored else { return }
        for (number, points) in [(1, 3), (2, 5), (3, 2)] {
            for reviewer in ["shufen", "guanting"] { try reviews.handIn(number, by: reviewer, points, points, "5") }
        }
    }

    func begin(reason: String = "", by login: String = "meiling") throws {
        let acting = try reviews.acting(login)
        try office.database.writeAndWait {
            try ProposalMeetingActions.begin(call, reason: reason, by: acting, in: $0)
        }
    }

    @discardableResult
    func decide(
        _ number: Int, _ outcome: ProposalOutcome?, reasons: String = "可行", award: Int? = nil, notes: String = "",
        seen: Int? = 0, isFinal: Bool = true, by login: String = "meiling"
    ) throws -> [ProposalMeetingProblem] {
        let acting = try reviews.acting(login)
        let discussion = ProposalDiscussion(notes: notes, outcome: outcome, reasons: reasons, award: award)
        return try office.database.writeAndWait {
            try ProposalDecisionActions.keep(
                discussion, on: ids[number - 1], in: call, seen: seen, isFinal: isFinal, by: acting, $0
            ).problems
        }
    }

    func close(by login: String = "meiling") throws {
        let acting = try reviews.acting(login)
        try office.database.writeAndWait { try ProposalMeetingActions.close(call, by: acting, in: $0) }
    }

    func attend(_ form: ProposalMeetingForm, seen: Int? = 1, by login: String = "meiling") throws {
        let acting = try reviews.acting(login)
        try office.database.writeAndWait {
            try ProposalMeetingActions.attend(call, to: form, seen: seen, by: acting, in: $0)
        }
    }

    func minutes(by login: String = "meiling") throws -> ProposalMinutes {
        let acting = try reviews.acting(login)
        return try office.database.writeAndWait { try ProposalMeetingActions.minutes(of: call, by: acting, in: $0) }
    }

    /// Begun, the first adopted with the award, the second not, the third kept; and closed.
    func finish() throws {
        try begin()
        try decide(1, .adopted, award: 1, notes: "先試辦")
        try decide(2, .notAdopted, reasons: "已有同樣的做法")
        try decide(3, .keptForReference)
        try close()
    }

    func propose(_ later: Int, into earlier: Int, reason: String = "同一個構想", by login: String = "meiling") throws {
        let acting = try reviews.acting(login)
        try office.database.writeAndWait {
            try ProposalMergerActions.propose(
                ids[later - 1], into: ids[earlier - 1], in: call, reason: reason, by: acting, $0)
        }
    }

    func answer(_ later: Int, agrees: Bool = true, by login: String) throws {
        let acting = try reviews.acting(login)
        try office.database.writeAndWait {
            try ProposalMergerActions.answer(ids[later - 1], agrees: agrees, by: acting, in: $0)
        }
    }

    func outcome(_ number: Int) throws -> ProposalOutcome? {
        try office.database.readAndWait { try ProposalDecisionStore.announced(ids[number - 1], in: $0)?.outcome }
    }
}
