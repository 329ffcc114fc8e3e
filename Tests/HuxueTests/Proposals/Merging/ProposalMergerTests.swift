import GRDB
import Testing

@testable import Huxue

/// Two proposals become one once all their authors agree; the earlier has the credit.
@Suite struct ProposalMergerTests {
    /// The third is jian's, the others yachu's.
    private static func sample() throws -> SampleMeetings { try SampleMeetings(authors: [3: "A02 100%"]) }

    @Test func `with everybody's consent the later one is neither ranked nor decided for itself`() throws {
        let sample = try Self.sample()
        try sample.propose(3, into: 1)
        try sample.answer(3, by: "jian")
        #expect(try sample.reviews.board().lines.count == 3)
        try sample.answer(3, by: "yachu")
        #expect(try sample.reviews.board().lines.map(\.id) == Array(sample.ids.prefix(2)))
        #expect(try sample.reviews.owed("shufen").contains(3) == false)
        try sample.begin()
        #expect(throws: ReviewRefusal.missing) { try sample.decide(3, .adopted) }
        try sample.decide(1, .adopted, award: 1)
        try sample.decide(2, .notAdopted)
        try sample.close()
        #expect(try sample.outcome(3) == .adopted)
        #expect(try sample.minutes().items.first { $0.name.contains("第1件") }?.merged == ["3 號「第3件構想」"])
        #expect(try sample.reviews.proposals.findings().isEmpty)
    }

    @Test func `the later one's authors have an interest in the earlier one from then on`() throws {
        let sample = try Self.sample()
        try sample.reviews.add(1, "jian")
        // They would read whose it is while they still judge it.
        let judges = ProposalMergerRefusal.reviewsTheOther("詹𠮷安")
        #expect(throws: judges) { try sample.propose(3, into: 1) }
        try sample.reviews.register("A02", with: 1)
        try sample.propose(3, into: 1)
        for login in ["jian", "yachu"] { try sample.answer(3, by: login) }
        #expect(try sample.reviews.board().live(sample.ids[0]).count == 2)
        #expect(throws: ReviewRefusal.self) { try sample.reviews.add(1, "jian") }
    }

    @Test func `neither of the two is withdrawn afterwards`() throws {
        let sample = try Self.sample()
        try sample.propose(3, into: 1)
        for login in ["jian", "yachu"] { try sample.answer(3, by: login) }
        #expect(throws: ProposalRefusal.notWithdrawable) { try sample.reviews.proposals.withdraw(sample.ids[0]) }
        #expect(throws: ProposalRefusal.notWithdrawable) {
            try sample.reviews.proposals.withdraw(sample.ids[2], by: "jian")
        }
        try sample.reviews.proposals.withdraw(sample.ids[1])
    }

    @Test func `one who declines ends it, and another attempt may be made`() throws {
        let sample = try Self.sample()
        try sample.propose(3, into: 1)
        try sample.answer(3, agrees: false, by: "jian")
        #expect(throws: ProposalMergerRefusal.notOpen) { try sample.answer(3, by: "yachu") }
        #expect(try sample.reviews.board().lines.count == 3)
        try sample.propose(3, into: 2)
        #expect(throws: ProposalMergerRefusal.alreadyAsked) { try sample.propose(3, into: 1) }
    }

    @Test func `the later goes into the earlier, and what has taken up another stays`() throws {
        let sample = try Self.sample()
        #expect(throws: ProposalMergerRefusal.notEarlier) { try sample.propose(1, into: 2) }
        #expect(throws: ProposalMergerRefusal.notEarlier) { try sample.propose(1, into: 1) }
        #expect(throws: ProposalMergerRefusal.noReason) { try sample.propose(3, into: 2, reason: " ") }
        try sample.propose(3, into: 2)
        #expect(throws: ProposalMergerRefusal.hasTakenUp) { try sample.propose(2, into: 1) }
        #expect(throws: ProposalMergerRefusal.missing) { try sample.answer(3, by: "shufen") }
    }

    @Test func `what the meeting had decided about the later one is gone, and after the decisions nothing is merged`()
        throws
    {
        let sample = try Self.sample()
        try sample.begin()
        try sample.decide(3, .adopted)
        try sample.propose(3, into: 1)
        for login in ["jian", "yachu"] { try sample.answer(3, by: login) }
        try sample.decide(1, .notAdopted)
        try sample.decide(2, .notAdopted)
        try sample.close()
        #expect(try sample.outcome(3) == .notAdopted)
        #expect(throws: (any Error).self) { try sample.propose(2, into: 1) }
        #expect(try sample.reviews.proposals.findings().isEmpty)
    }

    @Test func `the authors are asked on their home page, and may read the other proposal`() async throws {
        let sample = try Self.sample()
        let (first, third) = (sample.ids[0], sample.ids[2])
        try await sample.office.test { browser in
            let jian = try await browser.signedIn("jian")
            #expect(try await jian.get("/proposals/\(first)").status == 404)
            let meiling = try await browser.signedIn("meiling")
            let page = "/manage/calls/\(sample.call)/reviews/\(third)"
            #expect(try await meiling.get(page).text.contains("與較早的提案併案"))
            let asked = try await meiling.post("\(page)/merger", [("earlier", "\(first)"), ("reason", "同一個構想")])
            #expect(asked.location == "\(page)?done=mergerOffered")
            #expect(try await meiling.get(page).text.contains("等提案人回覆"))

            #expect(try await jian.get("/").text.contains("併案"))
            #expect(try await jian.get("/proposals/\(first)").status == 200)
            #expect(try await jian.get("/proposals/\(third)").text.contains("同意併案"))
            let agreed = try await jian.post(
                "/proposals/\(third)/merger", [("later", "\(third)"), ("answer", "yes")])
            #expect(agreed.location == "/proposals/\(third)?done=mergerAnswered")
            let yachu = try await browser.signedIn("yachu")
            #expect(try await yachu.get("/proposals/\(first)").text.contains("同意併案"))
            _ = try await yachu.post("/proposals/\(first)/merger", [("later", "\(third)"), ("answer", "yes")])
            #expect(try await yachu.get("/proposals/\(first)").text.contains("兩件的內容都留著"))
        }
        #expect(try sample.reviews.board().lines.count == 2)
    }
}
