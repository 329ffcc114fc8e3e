import Foundation
import GRDB
import Synchronization
import Testing

@testable import Huxue

/// An office database in a folder of its own, gone with the test.
final class ScratchOffice: Sendable {
    let database: OfficeDatabase
    let clock = OfficeClock(fixed: Moment(milliseconds: 1_795_000_000_000))
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "huxue-questions-\(UUID().uuidString)"
        database = try OfficeDatabase(
            folder: DataFolder(path: path), migrations: Features.all.migrations, creating: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    func importTopics(_ topics: [QuestionTopic]) async throws -> QuestionImport {
        try await QuestionImportActions(topics, source: "questions").run(
            in: database, clock: clock,
            by: ActionContext(actor: .console(user: "test"), origin: "command", now: clock.now()))
    }

    /// Runs every invariant of the feature; each must find nothing.
    func expectSound() throws {
        for invariant in QuestionSchema.invariants {
            let rows = try database.readAndWait { try Row.fetchAll($0, sql: invariant.sql) }
            #expect(rows.isEmpty, "\(invariant.violation)")
        }
        for table in ["questionImport", "stagedTopic", "stagedQuestion"] {
            let count = try database.readAndWait { try Int.fetchOne($0, sql: "SELECT count(*) FROM \(table)") }
            #expect(count == 0)
        }
    }
}

struct QuestionStoreTests {
    private func topic(_ text: String, path: String = "questions/birth.yaml") throws -> QuestionTopic {
        let file = SampleBank.read(text, path: path)
        #expect(file.problems == [])
        return try #require(file.topic)
    }

    @Test func `importing twice changes nothing the second time`() async throws {
        let office = try ScratchOffice()
        #expect(try await office.importTopics(SampleBank.topics()) == QuestionImport(added: 4))
        #expect(try await office.importTopics(SampleBank.topics()) == QuestionImport(unchanged: 4))
        try office.expectSound()
        let numbers = try office.database.readAndWait { try QuestionStore.lines(QuestionFilter(), in: $0) }
        #expect(numbers.map(\.revision) == [1, 1, 1, 1])
        #expect(numbers.map(\.code) == ["birth-001", "birth-002", "birth-003", "death-001"])
    }

    @Test func `what was imported is exported byte for byte`() async throws {
        let office = try ScratchOffice()
        _ = try await office.importTopics(SampleBank.topics())
        let topics = try office.database.readAndWait { try TopicStore.all(in: $0) }
        #expect(topics.map(\.fileName) == ["birth.yaml", "death.yaml"])
        #expect(topics.map(QuestionPrinter.print) == [SampleBank.birth, SampleBank.death])
    }

    @Test func `a random bank goes in and out unchanged`() async throws {
        var generator = SplitMix(seed: 11)
        for _ in 0..<8 {
            let office = try ScratchOffice()
            let random = RandomBank.topic(using: &generator)
            // The office has no units.
            let topic = QuestionTopic(
                fileName: random.fileName, name: random.name, lawAsOf: random.lawAsOf,
                questions: random.questions.map { $0.placed("") })
            _ = try await office.importTopics([topic])
            try office.expectSound()
            let topics = try office.database.readAndWait { try TopicStore.all(in: $0) }
            #expect(topics.map(QuestionPrinter.print) == [QuestionPrinter.print(topic)])
            #expect(try await office.importTopics(topics) == QuestionImport(unchanged: topic.questions.count))
        }
    }

    @Test(
        arguments: [
            ("explanation: 見條文。", "explanation: 見該條。"), ("level: understand", "level: recall"),
            ("answer: false", "answer: true"), ("民法第1052條第1項第10款", "民法第1052條第1項第9款"),
            ("樣本登記免費。", "樣本登記不收費。"),
        ])
    func `a changed text becomes a new revision and the old one stays`(piece: String, replacement: String) async throws
    {
        let office = try ScratchOffice()
        _ = try await office.importTopics(SampleBank.topics())
        let changed = SampleBank.birth.replacingOccurrences(of: piece, with: replacement)
        #expect(changed != SampleBank.birth)
        let summary = try await office.importTopics([topic(changed)])
        #expect(summary == QuestionImport(revised: 1, unchanged: 2))
        try office.expectSound()
        let (question, revisions) = try office.database.readAndWait { db in
            let question = try #require(try QuestionStore.question(code: "birth-003", in: db))
            return (question, try QuestionStore.revisions(of: question.id, in: db))
        }
        #expect(revisions.map(\.number) == [2, 1])
        #expect(question.currentRevisionID == revisions[0].id)
        #expect(revisions[1].stem == "注意: 樣本登記免費。")
        #expect(revisions[1].key == ChoiceSet([1]))
        #expect(revisions[1].explanation == "見條文。")
        #expect(revisions[1].citations.map(\.description) == ["民法第1052條第1項第10款"])
    }

    @Test func `a new day of the law or a new state alone makes no revision`() async throws {
        let office = try ScratchOffice()
        _ = try await office.importTopics(SampleBank.topics())
        let later = SampleBank.birth.replacingOccurrences(of: "lawAsOf: 2024-10-11", with: "lawAsOf: 2026-01-01")
            .replacingOccurrences(of: "    state: retired\n", with: "")
        #expect(try await office.importTopics([topic(later)]) == QuestionImport(updated: 2, unchanged: 1))
        let (question, lines) = try office.database.readAndWait { db in
            (try QuestionStore.question(code: "birth-003", in: db), try QuestionStore.lines(QuestionFilter(), in: db))
        }
        #expect(question?.lawAsOf == Day("2026-01-01"))
        #expect(question?.state == .active)
        #expect(lines.map(\.revision) == [1, 1, 1, 1])
    }

    @Test func `questions missing from the file stay, behind those of the file`() async throws {
        let office = try ScratchOffice()
        _ = try await office.importTopics(SampleBank.topics())
        let full = try topic(SampleBank.birth)
        let shorter = QuestionTopic(
            fileName: full.fileName, name: full.name, lawAsOf: full.lawAsOf, questions: [full.questions[2]])
        for _ in 0..<2 {
            #expect(try await office.importTopics([shorter]) == QuestionImport(unchanged: 1))
            let lines = try office.database.readAndWait { try QuestionStore.lines(QuestionFilter(), in: $0) }
            #expect(lines.map(\.code) == ["birth-003", "birth-001", "birth-002", "death-001"])
        }
    }

    @Test func `a code that belongs to another question is refused and nothing changes`() async throws {
        let office = try ScratchOffice()
        _ = try await office.importTopics(SampleBank.topics())
        let stolen = SampleBank.death.replacingOccurrences(of: "死亡登記", with: "遷徙登記")
        await #expect(throws: QuestionRefusal.codeInUse("death-001", topic: "死亡登記")) {
            try await office.importTopics([topic(stolen, path: "moving.yaml")])
        }
        let topics = try office.database.readAndWait { try TopicStore.all(in: $0) }
        #expect(topics.map(QuestionPrinter.print) == [SampleBank.birth, SampleBank.death])
    }

    @Test func `a topic is renamed by its file, and its questions keep their revisions`() async throws {
        let office = try ScratchOffice()
        _ = try await office.importTopics(SampleBank.topics())
        let renamed = SampleBank.birth.replacingOccurrences(of: "topic: 出生登記", with: "topic: 出生與認領登記")
        #expect(try await office.importTopics([topic(renamed)]) == QuestionImport(updated: 3))
        let topics = try office.database.readAndWait { try TopicStore.all(in: $0) }
        #expect(topics.map(QuestionPrinter.print) == [renamed, SampleBank.death])
        try office.expectSound()
    }

    @Test func `a file name of another topic that keeps questions is refused`() async throws {
        let office = try ScratchOffice()
        _ = try await office.importTopics(SampleBank.topics())
        let other = SampleBank.death.replacingOccurrences(of: "死亡登記", with: "遷徙登記")
            .replacingOccurrences(of: "death-001", with: "moving-001")
        await #expect(throws: QuestionRefusal.fileNameInUse(topic: "死亡登記")) {
            try await office.importTopics([topic(other, path: "death.yaml")])
        }
    }

    @Test func `a question moves to another topic without a revision`() async throws {
        let office = try ScratchOffice()
        _ = try await office.importTopics(SampleBank.topics())
        let moved = SampleBank.death.replacingOccurrences(of: "topic: 死亡登記", with: "topic: 死亡宣告")
        #expect(try await office.importTopics([topic(moved, path: "declared.yaml")]) == QuestionImport(updated: 1))
        let names = try office.database.readAndWait { try TopicStore.names(in: $0) }
        #expect(names == ["出生登記", "死亡宣告"])
    }

    @Test func `revisions never change and are never deleted`() async throws {
        let office = try ScratchOffice()
        _ = try await office.importTopics(SampleBank.topics())
        for sql in ["UPDATE questionRevision SET key = 1", "DELETE FROM questionRevision"] {
            #expect(throws: DatabaseError.self) { try office.database.writeAndWait { try $0.execute(sql: sql) } }
        }
    }

    @Test func `the pool holds active questions with their current revisions`() async throws {
        let office = try ScratchOffice()
        _ = try await office.importTopics(SampleBank.topics())
        let (pool, revisions) = try office.database.readAndWait { db in
            let pool = try QuestionStore.pool(on: ROCDate.day(of: SampleOffice.morning), for: nil, in: db)
            return (pool, try QuestionStore.revisions(ids: pool.map(\.revision) + [ID(rawValue: 99)], in: db))
        }
        #expect(pool.map(\.code).sorted() == ["birth-001", "birth-002", "death-001"])
        #expect(revisions.count == 3)
        let second = try #require(pool.first { $0.code == "birth-002" })
        let revision = try #require(revisions[second.revision])
        #expect(revision.choices == ["甲𡘙", "乙", "丙", "丁", "戊"])
        #expect(revision.stem == "𠮷先生帶著㐂小姐到櫃檯。下列哪些正確？")
        #expect(revision.key == ChoiceSet([0, 2]))
        #expect(revision.citations.map(\.description) == ["戶籍法第1條", "戶籍法第14條之1"])
        #expect(second.level == .apply)
        #expect(second.topic == "出生登記")
    }

    @Test func `counts are per topic and level, retired questions apart`() async throws {
        let office = try ScratchOffice()
        _ = try await office.importTopics(SampleBank.topics())
        let counts = try office.database.readAndWait { try TopicStore.counts(in: $0) }
        #expect(
            counts == [
                TopicCount(topic: "出生登記", counts: [.recall: 1, .apply: 1], unfinished: 0, retired: 1),
                TopicCount(topic: "死亡登記", counts: [.recall: 1], unfinished: 0, retired: 0),
            ])
    }

    @Test(
        arguments: [
            (QuestionFilter(search: "𠮷先生"), ["birth-002"]), (QuestionFilter(search: "𡘙"), ["birth-002"]),
            (QuestionFilter(search: "不得申請"), ["birth-001"]), (QuestionFilter(search: "民法 1052"), ["birth-003"]),
            (QuestionFilter(search: "ＢＩＲＴＨ－００２"), ["birth-002"]), (QuestionFilter(search: "三十日內"), ["birth-001"]),
            (QuestionFilter(search: "正確"), ["birth-002"]), (QuestionFilter(search: "%"), []),
            (QuestionFilter(search: "死亡 出生"), []), (QuestionFilter(topic: "死亡登記"), ["death-001"]),
            (QuestionFilter(level: .apply), ["birth-002"]),
            (QuestionFilter(type: .trueFalse), ["birth-003", "death-001"]),
            (QuestionFilter(state: .retired), ["birth-003"]), (QuestionFilter(topic: "沒有"), []),
        ])
    func `a filter narrows the list`(filter: QuestionFilter, codes: [String]) async throws {
        let office = try ScratchOffice()
        _ = try await office.importTopics(SampleBank.topics())
        let (lines, count) = try office.database.readAndWait { db in
            (try QuestionStore.lines(filter, in: db), try QuestionStore.count(filter, in: db))
        }
        #expect(lines.map(\.code) == codes)
        #expect(count == codes.count)
    }

    @Test func `the explanation of a sealed question is not found by searching`() async throws {
        let office = try ScratchOffice()
        _ = try await office.importTopics(SampleBank.topics())
        let codes = try office.database.readAndWait { db in
            let sealed = try Set([#require(try QuestionStore.question(code: "birth-001", in: db)).id])
            return try ["三十日內", "不得申請", "戶籍法第1條第1項"].map { search in
                try QuestionStore.lines(QuestionFilter(search: search, sealed: sealed), in: db).map(\.code)
            }
        }
        #expect(codes == [[], ["birth-001"], []])
    }

    @Test func `the import is recorded in the audit log`() async throws {
        let office = try ScratchOffice()
        _ = try await office.importTopics(SampleBank.topics())
        let entries = try office.database.readAndWait {
            try AuditStore.entries(AuditFilter(action: "question.import"), limit: 10, in: $0)
        }
        #expect(entries.map(\.subject) == ["questions"])
        #expect(entries.map(\.words) == ["新增 4，改版 0，更新 0，未變 0"])
    }

    @Test func `somebody who may not edit questions imports nothing`() async throws {
        let office = try ScratchOffice()
        let visitor = Visitor.sample(grants: [Grant(role: .examManager, unit: UnitPath(rawValue: "/1/"))])
        await #expect(throws: CommonRefusal.self) {
            try await QuestionImportActions(SampleBank.topics(), source: "x").run(
                in: office.database, clock: office.clock,
                by: ActionContext(actor: .visitor(visitor), origin: "test", now: office.clock.now()))
        }
        #expect(try office.database.readAndWait { try QuestionStore.count(QuestionFilter(), in: $0) } == 0)
    }

    @Test func `five thousand questions are switched over in one short write`() async throws {
        let office = try ScratchOffice()
        let sample = try topic(SampleBank.birth).questions[0]
        let drafts = (1...5000).map { number in
            QuestionDraft(
                code: "q-\(number)", state: .active, lawAsOf: sample.lawAsOf, type: sample.type, level: sample.level,
                stem: "\(sample.stem)\(number)", choices: sample.choices, key: sample.key,
                explanation: sample.explanation, citations: sample.citations)
        }
        let big = QuestionTopic(fileName: "big.yaml", name: "大量", lawAsOf: sample.lawAsOf, questions: drafts)
        for expected in [QuestionImport(added: 5000), QuestionImport(unchanged: 5000)] {
            let now = office.clock.now()
            let id = try await office.database.write { db in
                let id = try QuestionImportStore.begin(now: now, in: db)
                try QuestionImportStore.stage([big], for: id, in: db)
                try QuestionImportStore.stage(StagedQuestion.rows(of: [big]), for: id, in: db)
                return id
            }
            let took = Mutex(Duration.zero)
            let summary = try await office.database.write { db in
                let began = ContinuousClock.now
                defer { took.withLock { $0 = ContinuousClock.now - began } }
                return try QuestionImportStore.finish(id, by: .system(at: now), in: db)
            }
            #expect(summary == expected)
            #expect(took.withLock { $0 } < .seconds(4))
        }
        try office.expectSound()
    }
}

extension Visitor {
    static func sample(grants: [Grant]) -> Visitor {
        Visitor(
            account: ID(rawValue: 1), employee: ID(rawValue: 1), session: ID(rawValue: 1), login: "sample",
            name: "樣本", unitID: ID(rawValue: 1), unit: UnitPath(rawValue: "/1/"), grants: grants, theme: .system,
            mustChangePassword: false, formToken: "token", confirmedAt: SampleStaff.now)
    }
}
