import GRDB
import Testing

@testable import Huxue

/// From handed-in sheets to ranks: third reviewers, ties, what is left out, commands.
@Suite struct ReviewRankingTests {
    private func sample(_ change: (inout ProposalCallPlan) -> Void = { _ in }) throws -> SampleReviews {
        let sample = try SampleReviews(change)
        try sample.begin()
        for number in 1...3 { try sample.add(number, "shufen", "guanting") }
        return sample
    }

    @Test func `two totals a fifth apart want a third, chosen automatically, and the two nearest count`() throws {
        let sample = try sample()
        // 100 and 80: exactly a fifth.
        try sample.handIn(1, by: "shufen", 5, 5, "10")
        try sample.handIn(1, by: "guanting", 4, 4, "8")
        // 74 and 56, a little less.
        try sample.handIn(2, by: "shufen", 3, 4, "8")
        try sample.handIn(2, by: "guanting", 3, 4, "3.5")
        var board = try sample.board()
        #expect(board.awaitingThird.map(\.number) == [1])
        #expect(ReviewTerms.notes(board).map(\.title) == ["評審中的徵件有 1 件要請第三位評審。"])
        #expect(try sample.ranking().value(sample.ids[0].rawValue) == Fraction(90, 1))
        let made = try sample.assign()
        #expect(try made.assignment.added == [sample.pair(1, "jian")])
        board = try sample.board()
        #expect(board.awaitingThird.isEmpty && board.short.isEmpty && !board.isDone)
        // Until the third is in, the mean of the two.
        #expect(try sample.ranking().value(sample.ids[0].rawValue) == Fraction(90, 1))
        try sample.handIn(1, by: "jian", 4, 4, "10")
        // 100, 88, 80: 88 and 80 are nearer.
        let standing = try #require(try sample.ranking().standings.first { $0.proposal == sample.ids[0] })
        #expect(standing.value == Fraction(84, 1))
        #expect(standing.marks.count { $0.counts } == 2)
        #expect(throws: ReviewRefusal.nothingToAssign) { try sample.assign(seed: 2) }
    }

    @Test func `a third may be chosen by hand, and where the call wants none nobody is asked`() throws {
        let sample = try sample()
        try sample.handIn(1, by: "shufen", 5, 5, "10")
        try sample.handIn(1, by: "guanting", 1, 1, "0")
        try sample.add(1, "jian")
        #expect(try sample.board().awaitingThird.isEmpty)
        let free = try self.sample { $0.thirdShare = nil }
        try free.handIn(1, by: "shufen", 5, 5, "10")
        try free.handIn(1, by: "guanting", 1, 1, "0")
        #expect(try free.board().awaitingThird.isEmpty)
    }

    @Test func `a panel of three that wants the rule gets no fourth`() throws {
        let sample = try SampleReviews { ($0.reviewersEach, $0.thirdShare) = (3, 20) }
        try sample.begin()
        try sample.add(1, "shufen", "guanting")
        try sample.handIn(1, by: "shufen", 5, 5, "10")
        try sample.handIn(1, by: "guanting", 1, 1, "0")
        #expect(try sample.board().needs.values.sorted() == [3, 3, 3])
        #expect(try sample.assign().loads.map(\.count) == [3, 3, 3])
    }

    @Test func `ranks come from the totals by the call's method, ties by the named criterion`() throws {
        let sample = try sample { $0.thirdShare = nil }
        // 64 and 60, then 64 and 60 again: equal means, but 5 and 6.5 on 效益.
        try sample.handIn(1, by: "shufen", 2, 2, "10")
        try sample.handIn(1, by: "guanting", 5, 5, "0")
        try sample.handIn(2, by: "shufen", 3, 3, "7")
        try sample.handIn(2, by: "guanting", 3, 3, "6")
        try sample.handIn(3, by: "shufen", 5, 5, "10")
        #expect(try sample.order(sample.ranking()) == [[3], [2], [1]])
        let values = try sample.ranking().standings.map(\.value)
        #expect(values == [Fraction(100, 1), Fraction(62, 1), Fraction(62, 1)])
        let other = try self.sample { ($0.thirdShare, $0.ties) = (nil, []) }
        try other.handIn(1, by: "shufen", 2, 2, "10")
        try other.handIn(1, by: "guanting", 5, 5, "0")
        try other.handIn(2, by: "shufen", 3, 3, "7")
        try other.handIn(2, by: "guanting", 3, 3, "6")
        #expect(try other.order(other.ranking()) == [[1, 2]])
        for method in RankMethod.allCases { #expect(try other.ranking(method).standings.count == 2) }
    }

    @Test func `for somebody in conflict it is as if the proposal had no reviews`() throws {
        let sample = try sample { $0.thirdShare = nil }
        for (number, login, points) in [(1, "shufen", 5), (1, "guanting", 4), (2, "shufen", 4), (2, "guanting", 3)] {
            try sample.handIn(number, by: login, points, points, "5")
        }
        #expect(try sample.order(sample.ranking(.rankSum)) == [[1], [2]])
        try sample.proposals.declareConflict("meiling", with: sample.ids[0])
        let board = try sample.board()
        #expect(board.isPartial && board.lines.map(\.number) == [2, 3] && board.total == 4 && board.handedIn == 2)
        let ranking = try sample.ranking(.rankSum)
        #expect(ranking.standings.map(\.rank) == [1] && ranking.standings.map(\.proposal) == [sample.ids[1]])
    }

    @Test func `a secretary who reviews sees no scores of a proposal before handing in`() throws {
        let sample = try SampleReviews(panel: ["shufen", "guanting", "meiling"]) { $0.thirdShare = nil }
        try sample.begin()
        try sample.add(1, "shufen", "meiling")
        try sample.add(2, "shufen", "guanting")
        try sample.handIn(1, by: "shufen", 5, 5, "10")
        try sample.handIn(2, by: "shufen", 4, 4, "5")
        var board = try sample.board()
        #expect(board.withheld == [sample.ids[0]] && board.handedIn == 2 && board.sheets.count == 1)
        #expect(try sample.order(sample.ranking()) == [[2]])
        try sample.handIn(1, by: "meiling", 3, 3, "5")
        board = try sample.board()
        #expect(board.withheld.isEmpty && board.sheets.count == 3)
        #expect(try sample.order(sample.ranking()) == [[1], [2]])
    }

    @Test func `commands assign and rank for a person, and leave a trace`() async throws {
        let sample = try SampleReviews()
        let (data, call) = (sample.office.folder.path, "\(sample.call)")
        func run(_ arguments: String...) async -> Int32 {
            await Huxue.CommandLine.run(["proposals"] + arguments + ["--data", data])
        }
        // The command's clock is the machine's, so only what does not depend on it is asked here.
        #expect(await run("assign", call) == 1)
        #expect(await run("rank", call) == 1)
        for login in ["yachu", "shuhui", "zonghan"] {
            #expect(await run("assign", call, "--preview", "--as", login) == 1)
            #expect(await run("rank", call, "--as", login) == 1)
        }
        #expect(await run("rank", call, "--as", "meiling") == 1)
        try sample.begin()
        try sample.add(1, "shufen", "guanting")
        try sample.handIn(1, by: "shufen", 5, 5, "10")
        for method in RankMethod.allCases {
            #expect(await run("rank", call, "--method", method.rawValue, "--json", "--as", "meiling") == 0)
        }
        #expect(await run("rank", call, "--method", "median", "--as", "meiling") == 1)
        #expect(await run("rank", call, "--as", "meiling") == 0)
        let seen = try sample.office.database.readAndWait {
            try AuditStore.entries(AuditFilter(action: AuditAction.proposalRanking.code), limit: 10, in: $0).map(
                \.actor)
        }
        #expect(seen == Array(repeating: "meiling", count: 5))
    }
}
