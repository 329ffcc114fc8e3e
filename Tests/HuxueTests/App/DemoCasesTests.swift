import Foundation
import GRDB
import Testing

@testable import Huxue

/// The demo's case studies.
@Suite struct DemoCasesTests {
    private let folder = DataFolder(path: NSTemporaryDirectory() + "huxue-demo-\(UUID().uuidString)")

    @Test func `eight are on their way, none of them points to a person, and all cite the law`() throws {
        try folder.create()
        defer { try? FileManager.default.removeItem(atPath: folder.path) }
        let session = CommandSession(
            database: try OfficeDatabase(folder: folder, migrations: Features.all.migrations, creating: true),
            clock: OfficeClock(), explicitResources: SampleOffice.resources, actor: .console(user: "demo"))
        try DemoOffice(session: session).found()
        for _ in 0..<2 { try DemoCases(session: session).bringIn() }
        let now = session.clock.now()
        try session.database.readAndWait { db in
            let visitor = try #require(try SessionStore.visitor(login: DemoTerms.knowledgeEditor, now: now, in: db))
            let states = try CaseState.allCases.map { state in
                try Int.fetchOne(db, sql: "SELECT count(*) FROM caseStudy WHERE state = ?", arguments: [state.rawValue])
                    ?? 0
            }
            #expect(states.reduce(0, +) == 8 && visitor.may(.checkCases))
            let published = try #require(CaseState.allCases.firstIndex(of: .published))
            #expect(states[published] == 5)
            #expect(try Int.fetchOne(db, sql: "SELECT count(DISTINCT revisionID) FROM caseCitation") ?? 0 >= 8)
            #expect(try Doctor.findings(in: folder, db).map(\.check) == [])
        }
    }
}
