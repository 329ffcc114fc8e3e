import GRDB
import Testing

@testable import Huxue

/// What is due for authors, and what waits for those who manage calls.
@Suite struct ProposalHomeTests {
    private let sample: SampleProposals

    init() throws {
        sample = try SampleProposals()
    }

    private func home(_ login: String) async throws -> String {
        try await sample.office.test { browser in try await browser.signedIn(login).get("/").text }
    }

    @Test func `a draft is due within a week of the end, and no longer after it`() async throws {
        var plan = SampleProposals.plan
        plan.closes = SampleOffice.morning.adding(minutes: 8 * 24 * 60)
        try sample.add(SampleProposals.form(title: "晚一點"), to: sample.call(plan))
        #expect(try await home("yachu").contains("晚一點") == false)
        sample.office.advance(minutes: 24 * 60)
        let near = try await home("yachu")
        #expect(near.contains("晚一點") && near.contains("這件還沒有送出"))
        sample.office.advance(minutes: 7 * 24 * 60)
        #expect(try await home("yachu").contains("晚一點") == false)
    }

    @Test func `a draft that nobody has saved is due as well`() async throws {
        let (acting, call) = (try sample.acting("yachu"), sample.call)
        try sample.office.database.writeAndWait {
            try ProposalDraftActions.keep(
                SampleProposals.form(), for: call, key: String(repeating: "e", count: 32), seen: nil, by: acting, in: $0
            )
        }
        #expect(try await home("yachu").contains("這份草稿還沒有送出"))
    }

    @Test func `each manager counts what is theirs to check`() async throws {
        try sample.add(isSubmitted: true)
        let second = try sample.add(isSubmitted: true)
        let section = try sample.call(SampleProposals.plan, unit: "登記一課")
        try sample.add(to: section, isSubmitted: true)
        func waiting(_ login: String) throws -> [Int] {
            let visitor = try sample.visitor(login)
            return try sample.office.database.readAndWait {
                try ProposalStore.waiting(for: ProposalActions.reader(visitor), in: $0).map(\.count)
            }
        }
        #expect(try waiting("meiling").sorted() == [1, 2])
        #expect(try waiting("shuhui") == [1])
        #expect(try waiting("yachu") == [])
        try sample.declareConflict("meiling", with: second)
        #expect(try waiting("meiling").sorted() == [1, 1])
    }

    @Test func `an amendment of its law flags a proposal for its authors and its manager`() async throws {
        let id = try sample.add(isSubmitted: true)
        for data in [SampleLaw.first, SampleLaw.second] {
            let actions = StatuteImportActions(
                database: sample.office.database, clock: sample.office.clock, sources: Features.all.citations)
            _ = try actions.run(
                actions.plan(StatuteFile(data)), from: StatuteFile(data), by: sample.office.session.acting)
        }
        let flags = try sample.office.database.readAndWait {
            try AmendmentStore.open(.proposal, id: id.rawValue, in: $0)
        }
        #expect(flags.allSatisfy { $0.subjectID == id.rawValue })
        try await sample.office.test { browser in
            let meiling = try await browser.signedIn("meiling")
            #expect(try await meiling.get("/amendments").text.contains("一次告知單改用手機") == !flags.isEmpty)
            let yachu = try await browser.signedIn("yachu")
            #expect(try await yachu.get("/amendments").status == 403)
        }
    }

    @Test func `commands need a person, show what that person may see, and are audited`() async throws {
        let id = try sample.add(isSubmitted: true)
        let data = sample.office.folder.path
        func run(_ arguments: String...) async -> Int32 {
            await Huxue.CommandLine.run(["proposals"] + arguments + ["--data", data])
        }
        #expect(await run("list") == 1)
        #expect(await run("show", "\(id)") == 1)
        for login in ["yachu", "meiling"] {
            #expect(await run("list", "--json", "--as", login) == 0)
            #expect(await run("show", "\(id)", "--json", "--as", login) == 0)
        }
        try sample.declareConflict("meiling", with: id)
        for login in ["jian", "zonghan", "meiling"] {
            #expect(await run("list", "--as", login) == 0)
            #expect(await run("show", "\(id)", "--as", login) == 1)
        }
        let seen = try sample.office.database.readAndWait {
            try AuditStore.entries(AuditFilter(action: AuditAction.proposalReading.code), limit: 10, in: $0).map(
                \.actor)
        }
        #expect(seen.sorted() == ["meiling", "yachu"])
    }
}
