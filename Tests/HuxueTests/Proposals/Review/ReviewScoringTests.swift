import GRDB
import Testing

@testable import Huxue

/// What a reviewer does with a proposal, and what they see of others.
@Suite struct ReviewScoringTests {
    private func sample(_ change: (inout ProposalCallPlan) -> Void = { _ in }) throws -> SampleReviews {
        let sample = try SampleReviews(change)
        try sample.begin()
        for number in 1...3 { try sample.add(number, "shufen", "guanting") }
        return sample
    }

    private func numbers(_ sample: SampleReviews, _ id: ID<Proposal>?) -> Int? {
        id.flatMap { sample.ids.firstIndex(of: $0) }.map { $0 + 1 }
    }

    @Test func `the next is the first not handed in after this one, what was put aside comes last`() throws {
        let sample = try sample()
        func next(after number: Int?) throws -> Int? {
            let queue = try #require(try sample.queue("shufen"))
            return numbers(sample, queue.next(after: number.map { sample.ids[$0 - 1] }))
        }
        #expect(try [nil, 1, 2, 3].map { try next(after: $0) } == [1, 2, 3, 1])
        try sample.save(2, by: "shufen", SampleReviews.form(3, 3, "5"), isAside: true)
        #expect(try [nil, 1, 2, 3].map { try next(after: $0) } == [1, 3, 3, 1])
        try sample.handIn(1, by: "shufen", 4, 4, "5")
        #expect(try [nil, 1, 2, 3].map { try next(after: $0) } == [3, 3, 3, 2])
        try sample.handIn(3, by: "shufen", 4, 4, "5")
        #expect(try [nil, 1, 2].map { try next(after: $0) } == [2, 2, nil])
        try sample.handIn(2, by: "shufen", 4, 4, "5")
        let queue = try #require(try sample.queue("shufen"))
        #expect(queue.done == 3 && queue.next(after: nil) == nil && queue.items.allSatisfy { !$0.isAside })
    }

    @Test func `others' scores are seen only after handing in, and not while the own is open again`() throws {
        let sample = try sample()
        try sample.handIn(1, by: "guanting", 5, 5, "10")
        #expect(try sample.contents(1, "shufen").others.isEmpty)
        try sample.save(1, by: "shufen", SampleReviews.form(3, 3, "5"))
        #expect(try sample.contents(1, "shufen").others.isEmpty)
        #expect(try sample.contents(1, "guanting").others.isEmpty)
        try sample.handIn(1, by: "shufen", 3, 3, "5")
        #expect(try sample.contents(1, "shufen").others.map(\.name) == ["陳冠廷"])
        #expect(try sample.contents(1, "guanting").others.map(\.name) == ["王淑芬"])
        try sample.reopen(1, "shufen")
        #expect(try sample.contents(1, "shufen").others.isEmpty)
        // A sheet that is open again does not count, nor is it shown.
        #expect(try sample.contents(1, "guanting").others.isEmpty)
        #expect(try sample.ranking().standings.map(\.value) == [Fraction(100, 1)])
    }

    @Test func `reopening wants a reason, the secretary, and a sheet that was handed in`() throws {
        let sample = try sample()
        #expect(throws: ReviewRefusal.missing) { try sample.reopen(1, "shufen") }
        try sample.save(1, by: "shufen", SampleReviews.form(3, 3, "5"))
        #expect(throws: ScoreRefusal.notHandedIn) { try sample.reopen(1, "shufen") }
        try sample.handIn(1, by: "shufen", 3, 3, "5")
        #expect(throws: ScoreRefusal.noReason) { try sample.reopen(1, "shufen", reason: "　") }
        #expect(throws: ProposalCallRefusal.missing) { try sample.reopen(1, "shufen", by: "shuhui") }
        #expect(throws: CommonRefusal.self) { try sample.reopen(1, "shufen", by: "guanting") }
        try sample.reopen(1, "shufen", reason: "漏看附件")
        let acting = try sample.acting("meiling")
        let shown = try sample.office.database.writeAndWait {
            try ReviewSheetsActions.contents(of: sample.ids[0], in: sample.call, by: acting, $0)
        }
        #expect(shown.reopenings.values.flatMap { $0 }.map(\.reason) == ["漏看附件"])
        #expect(shown.board.sheets.isEmpty)
        try sample.proposals.declareConflict("meiling", with: sample.ids[0])
        #expect(throws: ReviewRefusal.missing) { try sample.reopen(1, "shufen") }
    }

    @Test func `of two windows the later learns of the other, and a form sent twice is handed in once`() throws {
        let sample = try sample()
        let first = try sample.save(1, by: "shufen", SampleReviews.form(3, 3, "5"), seen: 0)
        #expect(throws: ScoreRefusal.elsewhere(first.sheet.savedAt)) {
            try sample.handIn(1, by: "shufen", 4, 4, "5", seen: 0)
        }
        let handed = try sample.handIn(1, by: "shufen", 4, 4, "5", seen: first.sheet.sequence)
        #expect(handed.problems.isEmpty && handed.sheet.state == .handedIn)
        let again = try sample.handIn(1, by: "shufen", 4, 4, "5", seen: first.sheet.sequence)
        #expect(again.sheet == handed.sheet)
        #expect(throws: ScoreRefusal.handedIn(sample.office.clock.now())) {
            try sample.save(1, by: "shufen", SampleReviews.form(1, 1, "0"))
        }
        // Another reviewer's sheet is another.
        try sample.handIn(1, by: "guanting", 1, 1, "0", seen: 0)
        #expect(try sample.board().handedIn == 2)
    }

    @Test func `a half-filled sheet is not handed in, and is kept`() throws {
        let sample = try sample()
        let acting = try sample.acting("shufen")
        var form = SampleReviews.form(3, 3, "5")
        form.rows[1].comment = ""
        form.rows[2].points = ""
        let half = form
        let saved = try sample.office.database.writeAndWait {
            try ReviewActions.handIn({ _ in half }, on: sample.ids[0], seen: 0, by: acting, in: $0)
        }
        #expect(saved.problems.map(\.kind) == [.noComment, .noPoints] && saved.sheet.state == .draft)
        #expect(try sample.queue("shufen")?.items.first?.state == .draft)
    }

    @Test func `after the panel's deadline nothing is taken, until the secretary extends it`() throws {
        let sample = try sample()
        sample.office.advance(minutes: 7 * 24 * 60 - 2)
        try sample.save(1, by: "shufen", SampleReviews.form(3, 3, "5"))
        sample.office.advance(minutes: 1)
        #expect(sample.office.clock.now() == SampleReviews.reviewsClose)
        #expect(throws: ReviewRefusal.closed(SampleReviews.reviewsClose)) {
            try sample.handIn(1, by: "shufen", 3, 3, "5")
        }
        #expect(try sample.contents(1, "shufen").isOpen == false)
        let acting = try sample.acting("meiling")
        func extend(_ typed: String) throws {
            try sample.office.database.writeAndWait {
                try ReviewPersonActions.extend(sample.call, to: typed, by: acting, in: $0)
            }
        }
        for typed in ["", "明天", "115/11/1 08:00"] { #expect(throws: ReviewRefusal.badDeadline) { try extend(typed) } }
        try extend("115/12/31 17:30")
        #expect(try sample.handIn(1, by: "shufen", 3, 3, "5").sheet.state == .handedIn)
        try sample.proposals.advance(sample.call, to: .meeting)
        #expect(throws: ReviewRefusal.notInReview) { try sample.handIn(2, by: "shufen", 3, 3, "5") }
    }

    @Test func `whoever abstains says why, and has nothing more to do with it`() throws {
        let sample = try sample()
        #expect(throws: ReviewRefusal.noReason) { try sample.abstain(1, by: "shufen", reason: " ") }
        try sample.abstain(1, by: "shufen")
        #expect(throws: ReviewRefusal.missing) { try sample.contents(1, "shufen") }
        #expect(throws: ReviewRefusal.missing) { try sample.handIn(1, by: "shufen", 3, 3, "5") }
        let board = try sample.board()
        #expect(board.reviews(of: sample.ids[0]).first { !$0.isLive }?.reason == "不熟悉這個主題")
        try sample.handIn(2, by: "shufen", 3, 3, "5")
        #expect(throws: ReviewRefusal.handedIn("王淑芬")) { try sample.abstain(2, by: "shufen") }
        #expect(throws: ReviewRefusal.missing) { try sample.abstain(3, by: "jian") }
    }

    @Test func `a blind call hides authors and the names of attachments, another does not`() throws {
        #expect(ReviewRules.blindName("林雅筑的構想.PDF", number: 2) == "附件2.pdf")
        #expect(ReviewRules.blindName("構想", number: 1) == "附件1")
        let form = ProposalForm([.authors: "林雅筑（A01） 100%", .attachments: "雅筑.odt\n統計.ods", .idea: "條碼"])
        let blind = ReviewRules.blind(form)
        #expect(blind[.authors].isEmpty && blind[.idea] == "條碼")
        #expect(blind.attachmentNames == ["附件1.odt", "附件2.ods"])
        let hidden = try sample().contents(1, "shufen")
        #expect(hidden.authors.isEmpty && hidden.form[.authors].isEmpty && hidden.line.authors.isEmpty)
        #expect(try sample { $0.isBlind = false }.contents(1, "shufen").authors == ["林雅筑"])
    }

    @Test func `a proposal that its authors take back is no longer reviewed`() throws {
        let sample = try sample()
        try sample.handIn(1, by: "shufen", 3, 3, "5")
        try sample.proposals.withdraw(sample.ids[0])
        #expect(try sample.queue("shufen")?.items.count == 2)
        #expect(throws: ReviewRefusal.missing) { try sample.contents(1, "shufen") }
        #expect(try sample.ranking().standings.isEmpty && sample.board().lines.count == 2)
    }
}
