import Foundation
import Testing

@testable import Huxue

@Suite struct DemoLawTests {
    @Test func `the made-up rule comes with what rests on it, and its amendment waits until it is in`() async throws {
        let office = try SampleOffice()
        let law = DemoLaw(session: office.session)
        try law.bringInSample()
        try law.bringInSample()
        let demo = DemoOffice(session: office.session)
        try await demo.fillBank(from: [SampleOffice.resources + "/" + DemoLaw.questions])
        try await demo.fillKnowledge(from: [SampleOffice.resources + "/" + DemoLaw.pages])
        let sample = try StatuteSample(resources: office.session.resources())
        func state() throws -> (isWaiting: Bool, versions: Int) {
            try office.database.readAndWait { db in
                (
                    sample.isWaiting(known: try StatuteStore.digests(of: sample.pcodes, in: db)),
                    try sample.pcodes.map { try StatuteStore.versions(of: $0, in: db).count }.reduce(0, +)
                )
            }
        }
        #expect(try state() == (true, 1))
        let (zonghan, yachu) = (try #require(try office.visitor("zonghan")), try #require(try office.visitor("yachu")))
        func notes(_ visitor: Visitor) throws -> Int {
            try office.database.readAndWait { try AmendmentNoteActions.notes(of: sample, for: visitor, in: $0).count }
        }
        #expect(try notes(zonghan) == 1)
        #expect(try notes(yachu) == 0)
        let actions = StatuteImportActions(
            database: office.database, clock: office.clock, sources: Features.all.citations)
        let plan = try actions.plan(StatuteFile(sample.content))
        let flags = try actions.run(
            plan, from: StatuteFile(sample.content), by: office.session.acting)
        #expect(flags >= 10)
        #expect(try state() == (false, 2))
        #expect(try notes(zonghan) == 0)
    }

    @Test func `somebody of the demo manages the knowledge base`() throws {
        let staff = try StaffFile(
            bytes: Array(Data(contentsOf: URL(fileURLWithPath: SampleOffice.resources + "/samples/demo-staff.csv"))))
        let logins = Set(staff.rows.map(\.login))
        #expect(DemoTerms.grants.contains { $0.role == .knowledgeEditor && logins.contains($0.login) })
    }
}
