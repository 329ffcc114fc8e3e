import Foundation
import Testing

@testable import Huxue

/// The demo's calls for proposals.
@Suite struct DemoProposalsTests {
    private let folder = DataFolder(path: NSTemporaryDirectory() + "huxue-demo-\(UUID().uuidString)")

    @Test func `one call is decided and carried out, one is reviewed, one takes proposals`() throws {
        try folder.create()
        defer { try? FileManager.default.removeItem(atPath: folder.path) }
        let session = CommandSession(
            database: try OfficeDatabase(folder: folder, migrations: Features.all.migrations, creating: true),
            clock: OfficeClock(), explicitResources: SampleOffice.resources, actor: .console(user: "demo"))
        try DemoOffice(session: session).found()
        try DemoProposals(session: session).bringIn()
        let now = session.clock.now()
        try session.database.readAndWait { db in
            let calls = try ProposalCallStore.calls(within: .everywhere, in: db)
            #expect(calls.map { $0.state(at: now) } == [.open, .review, .decided])
            let secretary = try #require(try SessionStore.visitor(login: DemoTerms.secretary, now: now, in: db))
            let review = try #require(try ReviewBoardActions.board(of: calls[1], for: secretary, in: db))
            #expect(review.lines.count == 5 && review.short.isEmpty && !review.isDone && review.handedIn > 0)
            let decided = try #require(try ReviewBoardActions.board(of: calls[2], for: secretary, in: db))
            #expect(decided.lines.count == 12 && decided.isDone && !decided.isPartial)
            let ranking = try decided.ranking(by: .mean).ranking
            let outcomes = try ProposalDecisionStore.decisions(in: calls[2].id, db)
            let best = try #require(ranking.standings.first)
            #expect(outcomes[best.proposal]?.award == 1, "The best has the highest award.")
            #expect(Set(outcomes.values.map(\.outcome)) == Set(ProposalOutcome.allCases))
            let panelist = try #require(try SessionStore.visitor(login: DemoTerms.panelist, now: now, in: db))
            #expect(try !ReviewActions.queues(for: panelist, in: db).isEmpty)
            let hr = try #require(try SessionStore.visitor(login: DemoTerms.hr, now: now, in: db))
            let awards = try ProposalMeritActions.contents(for: hr, in: db).entries
            #expect(awards.contains { !$0.merits.isEmpty } && awards.contains { $0.merits.isEmpty && $0.award != nil })
            #expect(try Doctor.findings(in: folder, db).map(\.check) == [])
        }
        // Again is nothing new.
        try DemoProposals(session: session).bringIn()
        let count = try session.database.readAndWait { try ProposalCallStore.calls(within: .everywhere, in: $0).count }
        #expect(count == 3)
    }
}
