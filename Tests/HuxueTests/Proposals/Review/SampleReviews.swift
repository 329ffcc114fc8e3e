import GRDB
import Testing

@testable import Huxue

/// A closed call with accepted proposals of yachu's, a rubric, and a panel; the clock stands a minute after its end.
///
/// meiling is its secretary. The rubric's total is 6 × 創新性 + 6 × 可行性 + 4 × 效益 of 100.
struct SampleReviews {
    let proposals: SampleProposals
    let call: ID<ProposalCall>
    let rubric: ID<Rubric>
    /// By number, from 1; the first shows `attachment`.
    let ids: [ID<Proposal>]
    var office: SampleOffice { proposals.office }

    static let panel = ["shufen", "guanting", "jian"]
    /// A week after the call's end.
    static let reviewsClose = SampleProposals.plan.closes.adding(minutes: 7 * 24 * 60)

    init(
        count: Int = 3, panel: [String] = Self.panel, authors: [Int: String] = [:], attachment: String? = nil,
        _ change: (inout ProposalCallPlan) -> Void = { _ in }
    ) throws {
        let sample = try SampleProposals()
        let now = sample.office.clock.now()
        let rubric = try sample.office.database.writeAndWait { db in
            let root = try #require(try UnitStore.root(in: db))
            let id = try RubricStore.insert("proposal", unit: root.id, in: db)
            try RubricStore.add(SampleRubrics.plan(), number: 1, of: id, now: now, in: db)
            return id
        }
        var plan = SampleProposals.plan
        (plan.title, plan.rubric, plan.tieCriterion) = ("評審中的徵件", rubric, "效益")
        (plan.takesRole, plan.method, plan.reviewsClose) = (false, .mean, Self.reviewsClose)
        change(&plan)
        let call = try sample.call(plan)
        let people = try panel.map { try sample.visitor($0).employee }
        try sample.office.database.writeAndWait { try ProposalCallStore.setPanel(people, of: call, in: $0) }
        if let attachment {
            let checked = try AttachmentActions.check(SampleFiles.pdf, name: attachment)
            let folder = AttachmentFolder(sample.office.database.folder)
            try folder.store(checked.bytes, hash: checked.stored.hash)
            let author = try sample.acting("yachu")
            try sample.office.database.writeAndWait {
                _ = try AttachmentActions.add(
                    checked.stored, in: folder, owners: ProposalAttachmentOwner.all, by: author, in: $0)
            }
        }
        var ids: [ID<Proposal>] = []
        for number in 1...count {
            var form = SampleProposals.form(authors[number] ?? "A01 100%", title: "第\(number)件構想")
            if number == 1, let attachment { form[.attachments] = attachment }
            let login = authors[number] == nil ? "yachu" : "jian"
            let id = try sample.add(form, to: call, by: login, isSubmitted: true)
            try sample.check(id, isAccepted: true)
            ids.append(id)
        }
        (proposals, self.call, self.rubric, self.ids) = (sample, call, rubric, ids)
        office.advance(minutes: 4 * 24 * 60 + 451)
    }

    func acting(_ login: String) throws -> ActionContext { try proposals.acting(login) }
    func employee(_ login: String) throws -> ID<Employee> { try proposals.visitor(login).employee }
    func pair(_ number: Int, _ login: String) throws -> ReviewPair {
        ReviewPair(proposal: ids[number - 1], reviewer: try employee(login))
    }

    // MARK: The secretary

    func begin(by login: String = "meiling") throws {
        let (acting, call) = (try acting(login), call)
        try office.database.writeAndWait { try ReviewAssignmentActions.begin(call, by: acting, in: $0) }
    }

    func preview(seed: Int = 1, by login: String = "meiling") throws -> ReviewAssignment {
        let (visitor, now) = (try proposals.visitor(login), office.clock.now())
        return try office.database.readAndWait {
            try ReviewAssignmentActions.preview(call, seed: seed, for: visitor, now: now, in: $0)
        }
    }

    @discardableResult
    func assign(seed: Int = 1, seen: String? = nil, by login: String = "meiling") throws -> ReviewAssignment {
        let (acting, call) = (try acting(login), call)
        return try office.database.writeAndWait {
            try ReviewAssignmentActions.assign(call, seed: seed, seen: seen, by: acting, in: $0)
        }
    }

    /// By hand, each to a proposal by number.
    func add(_ number: Int, _ logins: String..., by login: String = "meiling") throws {
        let acting = try acting(login)
        for reviewer in logins {
            let pair = try pair(number, reviewer)
            try office.database.writeAndWait {
                try ReviewPersonActions.add(pair.reviewer, to: pair.proposal, in: call, by: acting, $0)
            }
        }
    }

    func remove(_ number: Int, _ reviewer: String) throws {
        let (acting, pair) = (try acting("meiling"), try pair(number, reviewer))
        try office.database.writeAndWait {
            try ReviewPersonActions.remove(pair.reviewer, from: pair.proposal, in: call, by: acting, $0)
        }
    }

    func register(_ person: String, with number: Int, reason: String = "親屬", by login: String = "meiling") throws {
        let (acting, id) = (try acting(login), ids[number - 1])
        try office.database.writeAndWait {
            try ReviewConflictActions.register(person, with: id, in: call, reason: reason, by: acting, $0)
        }
    }

    func reopen(_ number: Int, _ reviewer: String, reason: String = "漏看附件", by login: String = "meiling") throws {
        let (acting, pair) = (try acting(login), try pair(number, reviewer))
        try office.database.writeAndWait {
            try ReviewPersonActions.reopen(
                pair.reviewer, of: pair.proposal, in: call, reason: reason, by: acting, $0)
        }
    }

    func board(_ login: String = "meiling") throws -> ReviewBoard {
        let visitor = try proposals.visitor(login)
        return try office.database.readAndWait { try ReviewBoardActions.board(of: call, for: visitor, in: $0) }
    }

    func ranking(_ method: RankMethod = .mean, by login: String = "meiling") throws -> Ranking {
        try board(login).ranking(by: method).ranking
    }

    // MARK: Reviewers

    static func form(_ novelty: Int, _ feasibility: Int, _ effect: String) -> ScoreForm {
        SampleRubrics.form {
            ($0.rows[0].points, $0.rows[1].points, $0.rows[2].points) = ("\(novelty)", "\(feasibility)", effect)
            ($0.toAuthors, $0.toPanel) = ("再補數字", "值得一試")
        }
    }

    @discardableResult
    func save(
        _ number: Int, by login: String, _ form: ScoreForm, seen: Int? = nil, isAside: Bool = false
    ) throws -> ScoreActions.Saved {
        let (acting, id) = (try acting(login), ids[number - 1])
        return try office.database.writeAndWait {
            try ReviewActions.save({ _ in form }, on: id, seen: seen, isAside: isAside, by: acting, in: $0)
        }
    }

    @discardableResult
    func handIn(
        _ number: Int, by login: String, _ novelty: Int, _ feasibility: Int, _ effect: String, seen: Int? = nil
    ) throws -> ScoreActions.Saved {
        let (acting, id) = (try acting(login), ids[number - 1])
        let form = Self.form(novelty, feasibility, effect)
        return try office.database.writeAndWait {
            try ReviewActions.handIn({ _ in form }, on: id, seen: seen, by: acting, in: $0)
        }
    }

    func abstain(_ number: Int, by login: String, reason: String = "不熟悉這個主題") throws {
        let (acting, id) = (try acting(login), ids[number - 1])
        try office.database.writeAndWait { try ReviewActions.abstain(id, reason: reason, by: acting, in: $0) }
    }

    func declare(_ number: Int, by login: String, reason: String = "同一小組") throws {
        let (acting, id) = (try acting(login), ids[number - 1])
        try office.database.writeAndWait {
            try ReviewConflictActions.declare(id, reason: reason, by: acting, in: $0)
        }
    }

    func queue(_ login: String) throws -> ReviewQueue? {
        let visitor = try proposals.visitor(login)
        return try office.database.readAndWait { try ReviewActions.queues(for: visitor, in: $0) }
            .first { $0.call.id == call }
    }

    /// The numbers of what somebody reviews in this call.
    func owed(_ login: String) throws -> [Int] {
        try queue(login)?.items.compactMap { ids.firstIndex(of: $0.id) }.map { $0 + 1 } ?? []
    }

    func contents(_ number: Int, _ login: String) throws -> ReviewViews.Contents {
        let (visitor, now) = (try proposals.visitor(login), office.clock.now())
        return try office.database.readAndWait {
            try ReviewActions.contents(ids[number - 1], for: visitor, now: now, in: $0)
        }
    }

    /// The numbers of the proposals, by place; those of one rank together.
    func order(_ ranking: Ranking) -> [[Int]] {
        Dictionary(grouping: ranking.standings, by: \.rank).sorted { $0.key < $1.key }.map { _, standings in
            standings.compactMap { standing in ids.firstIndex(of: standing.proposal).map { $0 + 1 } }
        }
    }
}
