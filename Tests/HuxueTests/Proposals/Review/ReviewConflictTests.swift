import GRDB
import Testing

@testable import Huxue

/// Conflicts of interest: who says so, what follows from the units, and what it closes.
@Suite struct ReviewConflictTests {
    private static func post(_ person: Int64, _ unit: String) -> ReviewConflictRules.Post {
        ReviewConflictRules.Post(employee: ID(rawValue: person), unit: UnitPath(rawValue: unit))
    }

    /// An author (1) at `author`, a supervisor (2) of `led`, a panelist (3) at `panelist`: who must not review.
    @Test(
        arguments: [
            ("/1/2/", "/1/2/", "/1/2/", [2]), ("/1/2/", "/1/", "/1/3/", [2]), ("/1/2/", "/1/3/", "/1/2/", []),
            ("/1/2/", "/1/2/5/", "/1/2/", []), ("/1/", "/1/2/", "/1/2/", []), ("/1/2/", "/1/20/", "/1/20/", []),
        ] as [(String, String, String, [Int64])])
    func `whoever supervises an author does not review`(
        author: String, led: String, panelist: String, expected: [Int64]
    ) {
        let pairs = ReviewConflictRules.chain(
            authors: [(proposal: ID(rawValue: 9), author: Self.post(1, author))], supervisors: [Self.post(2, led)],
            panel: [Self.post(3, panelist)])
        #expect(pairs.map(\.reviewer.rawValue).sorted() == expected)
    }

    @Test func `whoever an author supervises does not review, and nobody is in conflict with themself here`() {
        let pairs = ReviewConflictRules.chain(
            authors: [(proposal: ID(rawValue: 9), author: Self.post(1, "/1/2/"))],
            supervisors: [Self.post(1, "/1/2/"), Self.post(1, "/1/4/")],
            panel: [Self.post(1, "/1/2/"), Self.post(3, "/1/2/5/"), Self.post(4, "/1/3/"), Self.post(5, "/1/4/")])
        #expect(pairs.map(\.reviewer.rawValue).sorted() == [3, 5])
    }

    @Test func `a supervisor on the panel reviews nothing of their section where the call says so`() throws {
        let panel = ["shufen", "guanting", "shuhui"]
        let strict = try SampleReviews(panel: panel) { $0.excludesChain = true }
        let made = try strict.assign()
        #expect(made.loads.first { $0.name == "鄭淑惠" }?.count == 0)
        #expect(throws: ReviewRefusal.inConflict("鄭淑惠")) { try strict.add(1, "shuhui") }
        let kept = try strict.office.database.readAndWait { try ReviewConflictStore.conflicts(in: strict.call, $0) }
        #expect(kept.map(\.source) == [.supervision, .supervision, .supervision])
        #expect(Set(kept.map(\.name)) == ["鄭淑惠"])
        #expect(try strict.proposals.findings() == [])
        let free = try SampleReviews(panel: panel) { $0.excludesChain = false }
        #expect(try free.assign().loads.map(\.count) == [2, 2, 2])
    }

    @Test func `declared before the assignment, it is kept from the reviewer`() throws {
        let sample = try SampleReviews()
        let (acting, id) = (try sample.acting("shufen"), sample.ids[1])
        try sample.office.database.writeAndWait {
            try ReviewConflictActions.declare([id], in: sample.call, reason: "親屬", by: acting, $0)
        }
        try sample.assign()
        #expect(try sample.queue("shufen")?.items.map(\.id).contains(id) == false)
        // Not once more, and not about what one may not see.
        #expect(throws: ReviewRefusal.missing) {
            try sample.office.database.writeAndWait {
                try ReviewConflictActions.declare([id], in: sample.call, reason: "親屬", by: acting, $0)
            }
        }
        for (ids, reason, refusal) in [
            ([], "親屬", .nothingChosen), ([sample.ids[0]], "　", .noReason),
            ([sample.ids[0]], String(repeating: "字", count: 501), .reasonTooLong(limit: 500)),
        ] as [([ID<Proposal>], String, ReviewRefusal)] {
            #expect(throws: refusal) {
                try sample.office.database.writeAndWait {
                    try ReviewConflictActions.declare(ids, in: sample.call, reason: reason, by: acting, $0)
                }
            }
        }
        let other = try sample.acting("zonghan")
        #expect(throws: ReviewRefusal.missing) {
            try sample.office.database.writeAndWait {
                try ReviewConflictActions.declare([id], in: sample.call, reason: "親屬", by: other, $0)
            }
        }
    }

    @Test func `declared late, it closes the proposal at once, and what was scored does not count`() throws {
        let sample = try SampleReviews()
        try sample.begin()
        try sample.add(1, "shufen", "guanting")
        try sample.handIn(1, by: "shufen", 5, 5, "10")
        try sample.handIn(1, by: "guanting", 4, 4, "8")
        #expect(try sample.contents(1, "shufen").others.map(\.name) == ["陳冠廷"])
        try sample.declare(1, by: "shufen")
        #expect(throws: ReviewRefusal.missing) { try sample.contents(1, "shufen") }
        #expect(try sample.owed("shufen").isEmpty)
        #expect(try sample.contents(1, "guanting").others.isEmpty)
        let ranking = try sample.ranking()
        #expect(ranking.standings.map(\.value) == [Fraction(80, 1)])
        #expect(try sample.board().short.count == 3)
        #expect(throws: ReviewRefusal.inConflict("王淑芬")) { try sample.add(1, "shufen") }
        #expect(try sample.proposals.findings() == [])
    }

    @Test func `the secretary registers others, by name or number`() throws {
        let sample = try SampleReviews()
        try sample.begin()
        try sample.add(1, "guanting")
        try sample.register("陳冠廷", with: 1)
        #expect(try sample.owed("guanting").isEmpty)
        try sample.register("A06", with: 2)
        #expect(throws: ReviewRefusal.missing) { try sample.register("A04", with: 2) }
        #expect(try sample.board().lines.map(\.number) == [1, 3])
        #expect(throws: ReviewRefusal.unknownPerson("無名氏")) { try sample.register("無名氏", with: 1) }
        #expect(throws: ReviewRefusal.noReason) { try sample.register("A05", with: 1, reason: " ") }
    }
}
