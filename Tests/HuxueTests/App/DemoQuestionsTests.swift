import Foundation
import Testing

@testable import Huxue

/// What people of the demo are writing.
@Suite struct DemoQuestionsTests {
    private let folder = DataFolder(path: NSTemporaryDirectory() + "huxue-demo-\(UUID().uuidString)")

    private func session() async throws -> CommandSession {
        try folder.create()
        let session = CommandSession(
            database: try OfficeDatabase(folder: folder, migrations: Features.all.migrations, creating: true),
            clock: OfficeClock(), explicitResources: SampleOffice.resources, actor: .console(user: "demo"))
        let office = DemoOffice(session: session)
        try office.found()
        try await office.fillBank(from: [SampleOffice.resources + "/../questions"])
        return session
    }

    @Test func `two authors have drafts, one question is reviewed again, and a section has a bank of its own`()
        async throws
    {
        let session = try await session()
        defer { try? FileManager.default.removeItem(atPath: folder.path) }
        let before = try pool(session)
        try DemoQuestions(session: session).write()
        #expect(try pool(session) == before && before > 200)
        try session.database.readAndWait { db in
            func lines(_ state: QuestionState) throws -> [QuestionReviewLine] {
                try QuestionReviewStore.lines(state, scope: .everywhere, limit: 50, in: db)
            }
            let drafts = try lines(.draft)
            #expect(drafts.map(\.author) == ["chen.guanting", "chen.guanting", "hsu.yating"])
            let waiting = try lines(.inReview)
            #expect(waiting.map(\.author) == ["chen.guanting"] && waiting.map(\.reviewer) == [nil])
            let code = try #require(waiting.first?.code)
            let question = try #require(try QuestionStore.question(code: code, in: db))
            let revisions = try QuestionStore.revisions(of: question.id, in: db)
            let rounds = try QuestionReviewActions.rounds(of: question, revisions, in: db)
            #expect(rounds.map(\.review.stage) == [.waiting, .ended(.returned)])
            #expect(rounds.map(\.number) == [2, 1] && rounds.map(\.reviewer) == ["", "王淑芬"])
            #expect(rounds.last?.answer == "小廷的祖母" && rounds.last?.review.remark == DemoTerms.remark)
            let own = try TopicStore.all(in: db).flatMap(\.questions).filter { $0.unit == "登記二課" }
            #expect(own.map(\.state).sorted { $0.rawValue < $1.rawValue } == [.active, .draft])
            #expect(try Doctor.findings(in: folder, db).map(\.check) == [])
        }
    }

    @Test func `a bank without their topics has none of them`() async throws {
        try folder.create()
        defer { try? FileManager.default.removeItem(atPath: folder.path) }
        let session = CommandSession(
            database: try OfficeDatabase(folder: folder, migrations: Features.all.migrations, creating: true),
            clock: OfficeClock(), explicitResources: SampleOffice.resources, actor: .console(user: "demo"))
        try DemoOffice(session: session).found()
        try DemoQuestions(session: session).write()
        #expect(try session.database.readAndWait { try QuestionStore.count(QuestionFilter(), in: $0) } == 0)
    }

    @Test func `every file is a question without warnings`() throws {
        for name in DemoTerms.questions {
            let path = "\(SampleOffice.resources)/\(DemoQuestions.folder)/\(name).yaml"
            let data = try Data(contentsOf: URL(fileURLWithPath: path))
            let file = QuestionFile(reading: Array(data), path: name, names: .table, code: "")
            #expect(file.problems.map(\.description) == [] && file.topic?.questions.count == 1)
            #expect(QuestionWarningRules.warnings(of: file.readings).map(\.kind.sentence) == [])
        }
    }

    private func pool(_ session: CommandSession) throws -> Int {
        try session.database.readAndWait { db in
            try QuestionStore.pool(
                on: ROCDate.day(of: session.clock.now()), for: UnitStore.root(in: db)?.position, in: db
            ).count
        }
    }
}
