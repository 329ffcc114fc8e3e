import GRDB
import Testing

@testable import Huxue

@Suite struct AttemptStoreTests {
    private func submit(_ attempt: Attempt, by login: String, in office: SampleOffice) async throws -> Attempt {
        let visitor = try #require(try office.visitor(login))
        let now = office.clock.now()
        return try await office.database.write {
            try SubmissionActions.submit(
                address: attempt.address, by: ActionContext(actor: visitor.actor, origin: "test", now: now), in: $0)
        }
    }

    @Test func `beginning twice begins one`() async throws {
        let office = try SampleOffice()
        let exam = try await SampleExam.publish(in: office)
        let first = try await SampleExam.begin(exam, by: "yachu", in: office)
        let second = try await SampleExam.begin(exam, by: "yachu", in: office)
        #expect(first == second)
        #expect(try office.database.readAndWait { try Int.fetchOne($0, sql: "SELECT count(*) FROM attempt") } == 1)
    }

    @Test func `raced beginnings begin one`() async throws {
        let office = try SampleOffice()
        let exam = try await SampleExam.publish(in: office)
        let addresses = try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<50 { group.addTask { try await SampleExam.begin(exam, by: "yachu", in: office).address } }
            return try await group.reduce(into: Set<String>()) { $0.insert($1) }
        }
        #expect(addresses.count == 1)
    }

    @Test func `two examinees get papers of their own, the seed gives them again`() async throws {
        let office = try SampleOffice()
        let exam = try await SampleExam.publish(in: office)
        let one = try await SampleExam.begin(exam, by: "yachu", in: office)
        let other = try await SampleExam.begin(exam, by: "jian", in: office)
        let (first, second, again) = try office.database.readAndWait { db in
            let found = try #require(try ExamStore.find(exam, in: db))
            let pool = try ExamPoolStore.pool(of: exam, in: db)
            let redrawn = try #require(
                PaperRules.questions(
                    of: found.plan, seed: found.seed, pool: pool.reversed(),
                    for: PaperRules.Recipient(employee: one.employeeID, ordinal: 1)))
            return (
                try AttemptStore.lines(of: one.id, in: db).map(\.revision),
                try AttemptStore.lines(of: other.id, in: db).map(\.revision), redrawn.map(\.revision)
            )
        }
        #expect(first.count == 10)
        #expect(Set(first).count == 10)
        #expect(first != second)
        #expect(first == again)
    }

    @Test func `a score is exact, and handing in twice changes nothing`() async throws {
        let office = try SampleOffice()
        let exam = try await SampleExam.publish(in: office)
        let attempt = try await SampleExam.begin(exam, by: "yachu", in: office)
        for number in 1...7 { try await SampleExam.answer(number, of: attempt, in: office) }
        let finished = try await submit(attempt, by: "yachu", in: office)
        #expect(finished.score == Points(whole: 70))
        #expect(finished.passed == true)
        #expect(finished.submittedBy == .examinee)
        office.advance(minutes: 5)
        #expect(try await submit(attempt, by: "yachu", in: office) == finished)
    }

    @Test func `nothing is saved once handed in`() async throws {
        let office = try SampleOffice()
        let exam = try await SampleExam.publish(in: office)
        let attempt = try await SampleExam.begin(exam, by: "yachu", in: office)
        try await SampleExam.answer(1, of: attempt, in: office)
        _ = try await submit(attempt, by: "yachu", in: office)
        await #expect(throws: AttemptRefusal.self) { try await SampleExam.answer(1, of: attempt, in: office) }
        await #expect(throws: AttemptRefusal.self) { try await SampleExam.answer(2, of: attempt, in: office) }
        await #expect(throws: DatabaseError.self) {
            try await office.database.write { try $0.execute(sql: "UPDATE attempt SET score = 10000") }
        }
        await #expect(throws: DatabaseError.self) {
            try await office.database.write { try $0.execute(sql: "UPDATE response SET chosen = 1") }
        }
    }

    @Test func `the server hands in what was left open, at the deadline`() async throws {
        let office = try SampleOffice()
        let exam = try await SampleExam.publish(in: office)
        let attempt = try await SampleExam.begin(exam, by: "yachu", in: office)
        for number in 1...3 { try await SampleExam.answer(number, of: attempt, in: office) }
        office.advance(minutes: 29, milliseconds: 59_999)
        try await SampleExam.answer(4, of: attempt, in: office)
        office.advance(milliseconds: 1)
        await #expect(throws: AttemptRefusal.self) { try await SampleExam.answer(5, of: attempt, in: office) }
        office.advance(minutes: 3)
        let now = office.clock.now()
        #expect(
            try await office.database.write { try SubmissionActions.submitOverdue(now: now, in: $0).submitted.count }
                == 1)
        #expect(
            try await office.database.write { try SubmissionActions.submitOverdue(now: now, in: $0).submitted.count }
                == 0)
        let finished = try await submit(attempt, by: "yachu", in: office)
        #expect(finished.submittedAt == attempt.deadline)
        #expect(finished.submittedBy == .deadline)
        #expect(finished.score == Points(whole: 40))
    }

    @Test func `somebody else's attempt is missing`() async throws {
        let office = try SampleOffice()
        let exam = try await SampleExam.publish(in: office)
        let attempt = try await SampleExam.begin(exam, by: "yachu", in: office)
        await #expect(throws: AttemptRefusal.self) { _ = try await submit(attempt, by: "shufen", in: office) }
        let jian = try #require(try office.visitor("jian"))
        let now = office.clock.now()
        await #expect(throws: AttemptRefusal.self) {
            try await office.database.write { db in
                _ = try ResponseActions.save(
                    ResponseActions.Arrival(number: 1, keys: [1], isFlagged: false, sequence: 5, window: ""),
                    address: attempt.address, employee: jian.employee, now: now, in: db)
            }
        }
        #expect(try office.database.readAndWait { try Int.fetchOne($0, sql: "SELECT count(*) FROM response") } == 0)
    }

    @Test func `a changed question does not change a paper already drawn`() async throws {
        let office = try SampleOffice()
        let exam = try await SampleExam.publish(in: office)
        let attempt = try await SampleExam.begin(exam, by: "yachu", in: office)
        let before = try office.database.readAndWait { try AttemptStore.lines(of: attempt.id, in: $0) }
        let changed = SampleExam.bank.replacing("選項2之", with: "改過2之")
        let file = QuestionFile(reading: Array(changed.utf8), path: "questions/birth.yaml")
        _ = try await QuestionImportActions([#require(file.topic)], source: "test").run(
            in: office.database, clock: office.clock, by: office.session.acting)
        #expect(try office.database.readAndWait { try AttemptStore.lines(of: attempt.id, in: $0) } == before)
        let other = try await SampleExam.begin(exam, by: "jian", in: office)
        let pool = try office.database.readAndWait { try ExamPoolStore.pool(of: exam, in: $0).map(\.revision) }
        let lines = try office.database.readAndWait { try AttemptStore.lines(of: other.id, in: $0).map(\.revision) }
        #expect(Set(lines).isSubset(of: pool))
    }
}
