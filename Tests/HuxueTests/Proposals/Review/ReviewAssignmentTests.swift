import GRDB
import Testing

@testable import Huxue

/// Beginning a review and giving proposals their reviewers, evenly and by hand.
@Suite struct ReviewAssignmentTests {
    private func loads(_ made: ReviewAssignment) -> [Int] { made.loads.map(\.count) }

    @Test func `every proposal gets its reviewers, and loads differ by at most one`() throws {
        let sample = try SampleReviews(count: 4)
        let shown = try sample.preview(seed: 7)
        #expect(loads(shown) == [3, 3, 2])
        let made = try sample.assign(seed: 7, seen: shown.mark)
        #expect(made.assignment == shown.assignment)
        let board = try sample.board()
        #expect(board.call.seed == 7 && board.call.reviewAt != nil && board.total == 8 && board.short.isEmpty)
        #expect(board.lines.allSatisfy { board.live($0.id).count == 2 })
        #expect(try sample.proposals.findings() == [])
        #expect(throws: ReviewRefusal.nothingToAssign) { try sample.assign(seed: 8) }
    }

    @Test func `the same seed gives the same, and another one another`() throws {
        let sample = try SampleReviews(count: 6)
        #expect(try sample.preview(seed: 3).assignment == sample.preview(seed: 3).assignment)
        let marks = Set(try (1...8).map { try sample.preview(seed: $0).mark })
        #expect(marks.count > 1)
    }

    @Test func `what has changed since it was shown is not kept`() throws {
        let sample = try SampleReviews()
        let shown = try sample.preview()
        try sample.office.database.writeAndWait { db in
            let id = try #require(try EmployeeStore.member(login: "shufen", in: db)).employee.id
            try ProposalCallStore.setPanel(
                [id, try #require(try EmployeeStore.member(login: "zonghan", in: db)).employee.id], of: sample.call,
                in: db)
        }
        #expect(throws: ReviewRefusal.changedMeanwhile) { try sample.assign(seen: shown.mark) }
        let call = try sample.office.database.readAndWait { try ProposalCallStore.call(sample.call, in: $0) }
        #expect(call?.reviewAt == nil)
    }

    @Test func `nobody in conflict is assigned, and a shortage names the proposal and who is left`() throws {
        let sample = try SampleReviews(count: 2)
        try sample.proposals.declareConflict("shufen", with: sample.ids[0])
        for seed in 1...10 {
            let made = try sample.preview(seed: seed)
            #expect(try !made.assignment.pairs.contains(sample.pair(1, "shufen")))
        }
        try sample.proposals.declareConflict("guanting", with: sample.ids[0])
        #expect(throws: ReviewRefusal.shortages(["1 號「第1件構想」還缺 1 人次：能評審的只有詹𠮷安"])) {
            try sample.preview()
        }
        try sample.proposals.declareConflict("jian", with: sample.ids[0])
        #expect(throws: ReviewRefusal.shortages(["1 號「第1件構想」還缺 2 人次：沒有可以評審的委員，其他人都應該迴避"])) {
            try sample.assign()
        }
        #expect(
            try sample.office.database.readAndWait { try ProposalCallStore.call(sample.call, in: $0) }?.reviewAt == nil)
    }

    @Test func `an author on the panel never reviews their own`() throws {
        let sample = try SampleReviews(count: 2, authors: [2: "A02 100%"])
        for seed in 1...10 {
            #expect(try !sample.preview(seed: seed).assignment.pairs.contains(sample.pair(2, "jian")))
        }
        try sample.begin()
        #expect(throws: ReviewRefusal.inConflict("詹𠮷安")) { try sample.add(2, "jian") }
        let pair = try sample.pair(2, "jian")
        #expect(throws: DatabaseError.self) {
            try sample.office.database.writeAndWait {
                try ReviewStore.assign(pair, by: pair.reviewer, now: sample.office.clock.now(), in: $0)
            }
        }
    }

    @Test func `pairs that there are stay, and whoever abstained is not asked again`() throws {
        let sample = try SampleReviews()
        try sample.begin()
        try sample.add(1, "shufen", "guanting")
        try sample.abstain(1, by: "guanting")
        let made = try sample.assign()
        #expect(try made.assignment.pairs.contains(sample.pair(1, "shufen")))
        #expect(try made.assignment.added.contains(sample.pair(1, "jian")))
        #expect(try !made.assignment.pairs.contains(sample.pair(1, "guanting")))
        #expect(loads(made) == [2, 2, 2])
    }

    @Test func `by hand, whoever is of the panel and not there yet, until they have handed in`() throws {
        let sample = try SampleReviews()
        #expect(throws: ReviewRefusal.notInReview) { try sample.add(1, "shufen") }
        try sample.begin()
        try sample.add(1, "shufen", "guanting")
        #expect(throws: ReviewRefusal.alreadyAssigned("王淑芬")) { try sample.add(1, "shufen") }
        #expect(throws: ReviewRefusal.notInPanel) { try sample.add(1, "zonghan") }
        try sample.save(1, by: "guanting", SampleReviews.form(3, 3, "5"))
        try sample.remove(1, "guanting")
        #expect(try sample.owed("guanting").isEmpty)
        try sample.add(1, "guanting")
        #expect(try sample.queue("guanting")?.items.map(\.state) == [.draft])
        try sample.handIn(1, by: "shufen", 4, 4, "5")
        #expect(throws: ReviewRefusal.handedIn("王淑芬")) { try sample.remove(1, "shufen") }
        try sample.reopen(1, "shufen")
        #expect(throws: ReviewRefusal.handedIn("王淑芬")) { try sample.remove(1, "shufen") }
        #expect(throws: ReviewRefusal.missing) { try sample.remove(1, "jian") }
    }

    @Test func `all that keeps a review from beginning is said`() throws {
        let proposals = try SampleProposals()
        let plan = SampleProposals.plan
        let call = try proposals.call(plan)
        try proposals.add(to: call, isSubmitted: true)
        let acting = try proposals.acting("meiling")
        #expect(
            throws: ReviewRefusal.notReady([
                .notClosed(plan.closes), .unchecked, .nothingAccepted, .noPanel, .noRubric, .noDeadline,
            ])
        ) {
            try proposals.office.database.writeAndWait { try ReviewAssignmentActions.begin(call, by: acting, in: $0) }
        }
        let late = try SampleReviews { $0.reviewsClose = $0.closes.adding(minutes: 1) }
        #expect(throws: ReviewRefusal.notReady([.noDeadline])) { try late.begin() }
    }

    @Test func `the rubric is fixed with the beginning, and a later change makes another version`() throws {
        let sample = try SampleReviews()
        try sample.begin()
        #expect(throws: ProposalCallRefusal.fixed) { try sample.begin() }
        let acting = try sample.acting("meiling")
        let change = try sample.office.database.writeAndWait { db in
            try RubricActions.change(
                sample.rubric, to: SampleRubrics.plan { $0.criteria.removeLast() }, seen: nil, by: acting, in: db)
        }
        #expect(change == .newVersion(2))
        #expect(try sample.board().rubric == SampleRubrics.plan())
        #expect(throws: DatabaseError.self) {
            try sample.office.database.writeAndWait {
                try $0.execute(sql: "UPDATE rubricVersion SET total = 50 WHERE number = 1")
            }
        }
    }

    @Test func `a rubric that has lost the criterion for ties is no longer enough`() throws {
        let sample = try SampleReviews()
        let acting = try sample.acting("meiling")
        try sample.office.database.writeAndWait { db in
            _ = try RubricActions.change(
                sample.rubric, to: SampleRubrics.plan { $0.criteria.removeLast() }, seen: nil, by: acting, in: db)
        }
        #expect(throws: ReviewRefusal.notReady([.tieCriterionGone("效益")])) { try sample.begin() }
    }
}
