import GRDB
import Testing

@testable import Huxue

@Suite struct ExamStoreTests {
    static let seed = String(repeating: "5", count: 64)

    private func office() async throws -> SampleOffice {
        let office = try SampleOffice()
        try await SampleExams.fill(office)
        return office
    }

    private func insert(_ plan: ExamPlan, unit: String? = nil, in office: SampleOffice) throws -> ID<Exam> {
        let now = office.clock.now()
        return try office.database.writeAndWait { db in
            let root = try #require(try UnitStore.root(in: db))
            let unit = try unit.flatMap { try UnitStore.unit(fullName: "\(root.fullName)/\($0)", in: db) } ?? root
            return try ExamPlanActions.insert(plan, unit: unit.id, seed: Self.seed, now: now, in: db)
        }
    }

    private func publish(_ id: ID<Exam>, in office: SampleOffice) throws {
        let now = office.clock.now()
        try office.database.writeAndWait { try ExamStateActions.publish(id, now: now, in: $0) }
    }

    private func find(_ id: ID<Exam>, in office: SampleOffice) throws -> Exam {
        try office.database.readAndWait { try ExamStore.require(id, in: $0) }
    }

    private func roster(_ id: ID<Exam>, in office: SampleOffice) throws -> [String] {
        try office.database.readAndWait { db in
            try RosterStore.roster(
                of: try ExamStore.require(id, in: db), today: ROCDate.day(of: office.clock.now()), in: db
            ).map(\.staffNumber)
        }
    }

    private func refusal(_ body: () throws -> Void) -> ExamRefusal? {
        do {
            try body()
            return nil
        } catch {
            return error as? ExamRefusal
        }
    }

    @Test func `a draft reads back as it was written`() async throws {
        let office = try await office()
        let plan = SampleExams.plan {
            $0.title = "𠮷 㐂 𡘙 '\"<script>"
            $0.kind = .counterQualification
            $0.draw = .shared
            $0.layout = .oneByOne
            $0.results = .whenAnnounced
            $0.shufflesQuestions = false
            $0.mayOverrun = true
            $0.examinees = Audience(
                units: ["全所"], positions: ["課員"], employees: ["A02"], except: ["A01"], counterOnly: true)
        }
        let exam = try find(try insert(plan, in: office), in: office)
        #expect(exam.plan == plan)
        #expect((exam.state, exam.seed) == (.draft, Self.seed))
        #expect(exam.publishedAt == nil && exam.closedAt == nil && exam.releasedAt == nil)
    }

    @Test func `a draft changes, a published exam does not`() async throws {
        let office = try await office()
        let id = try insert(SampleExams.plan(), in: office)
        let changed = SampleExams.plan { $0.title = "改過的測驗" }
        try office.database.writeAndWait { try ExamPlanActions.update(changed, id: id, in: $0) }
        #expect(try find(id, in: office).plan == changed)
        try publish(id, in: office)
        #expect(
            refusal {
                try office.database.writeAndWait { try ExamPlanActions.update(SampleExams.plan(), id: id, in: $0) }
            }
                == .notDraft)
        #expect(refusal { try office.database.writeAndWait { try ExamPlanActions.delete(id, in: $0) } } == .notDraft)
        #expect(try find(id, in: office).plan == changed)
    }

    @Test func `a plan that is not right is not written`() async throws {
        let office = try await office()
        let found = refusal { _ = try insert(SampleExams.plan { $0.minutes = 0 }, in: office) }
        #expect(found == .planInvalid([ExamProblem(.minutes, .notInRange(1...600, unit: "分鐘"))]))
        #expect(
            refusal {
                _ = try insert(
                    SampleExams.plan { $0.examinees = Audience(units: ["登記三課"], employees: ["A02", "Z9"]) },
                    unit: "登記一課", in: office)
            }
                == .planInvalid([
                    ExamProblem(.examinees, .unitNotHere("登記三課")), ExamProblem(.employees, .personNotHere("A02")),
                    ExamProblem(.employees, .personNotHere("Z9")),
                ]))
        #expect(try office.database.readAndWait { try ExamStore.all(within: .everywhere, in: $0) }.isEmpty)
    }

    @Test func `publishing freezes what is drawn from, whatever becomes of the bank`() async throws {
        let office = try await office()
        let id = try insert(SampleExams.plan(), in: office)
        try publish(id, in: office)
        let frozen = try office.database.readAndWait { try ExamPoolStore.pool(of: id, in: $0) }
        #expect(
            frozen.map(\.code) == ["birth-001", "birth-004", "birth-007", "birth-010"] + (1...6).map { "move-00\($0)" })
        #expect(frozen.allSatisfy { $0.level == .recall })
        let exam = try find(id, in: office)
        #expect((exam.state, exam.publishedAt) == (.published, office.clock.now()))
        try await office.database.write { db in
            try db.execute(sql: "UPDATE question SET state = 'retired'")
        }
        #expect(try office.database.readAndWait { try ExamPoolStore.pool(of: id, in: $0) } == frozen)
    }

    @Test func `a bank that cannot fill the blueprint is named cell by cell, and the draft stays a draft`() async throws
    {
        let office = try await office()
        let id = try insert(
            SampleExams.plan {
                $0.blueprint = [
                    .cell(topic: "出生登記", level: .apply, count: 5), .topic(topic: "國籍", count: 1),
                    .questions(["birth-001", "none-1"]),
                ]
            }, in: office)
        let found = refusal { try publish(id, in: office) }
        #expect(
            found
                == .blueprintShort([
                    BlueprintShortage(topic: nil, level: nil, wanted: 2, available: 1, missing: ["none-1"]),
                    BlueprintShortage(topic: "出生登記", level: .apply, wanted: 5, available: 4, missing: []),
                    BlueprintShortage(topic: "國籍", level: nil, wanted: 1, available: 0, missing: []),
                ]))
        #expect(try find(id, in: office).state == .draft)
        #expect(try office.database.readAndWait { try ExamPoolStore.pool(of: id, in: $0) }.isEmpty)
    }

    @Test func `an exam is published once, before its end, for somebody`() async throws {
        let office = try await office()
        let id = try insert(SampleExams.plan(), in: office)
        try publish(id, in: office)
        #expect(refusal { try publish(id, in: office) } == .alreadyPublished)
        let nobody = try insert(
            SampleExams.plan { $0.examinees = Audience(employees: ["A02"], except: ["A02"]) }, in: office)
        #expect(refusal { try publish(nobody, in: office) } == .nobodyConcerned)
        let late = try insert(SampleExams.plan(), in: office)
        office.advance(minutes: 8 * 60)
        #expect(refusal { try publish(late, in: office) } == .windowIsOver)
    }

    @Test func `the roster is who is in service and meant`() async throws {
        let office = try await office()
        func people(_ audience: Audience, unit: String? = nil) throws -> [String] {
            try roster(try insert(SampleExams.plan { $0.examinees = audience }, unit: unit, in: office), in: office)
        }
        // A07 left yesterday; the administrator's staff number is the office's own.
        let everybody = try people(.everybody)
        #expect(Set(everybody).isSuperset(of: ["A01", "A02", "A03", "A04", "A05", "A06"]))
        #expect(!everybody.contains("A07"))
        #expect(try people(Audience(units: ["登記一課"])) == ["A01", "A03", "A05"])
        #expect(try people(.everybody, unit: "登記一課") == ["A01", "A03", "A05"])
        #expect(try people(Audience(units: ["全所"], counterOnly: true)) == ["A01", "A02", "A04"])
        #expect(try people(Audience(positions: ["課員"])) == ["A03", "A04"])
        #expect(try people(Audience(units: ["登記一課"], employees: ["A02"], except: ["A03"])) == ["A01", "A05", "A02"])
    }

    @Test func `closing keeps who had to take it and where they were`() async throws {
        let office = try await office()
        let id = try insert(SampleExams.plan { $0.examinees = Audience(units: ["登記一課"]) }, in: office)
        try publish(id, in: office)
        let before = try roster(id, in: office)
        let now = office.clock.now()
        try await office.database.write { try ExamStateActions.close(id, now: now, in: $0) }
        try await office.database.write { db in
            let moved = try #require(try EmployeeStore.member(staffNumber: "A01", in: db))
            let section = try #require(try UnitStore.unit(named: "登記二課", in: db))
            let old = moved.employee
            try EmployeeStore.update(
                Employee(
                    id: old.id, staffNumber: old.staffNumber, name: old.name, unitID: section.id,
                    position: old.position, servesCounter: old.servesCounter, startsOn: old.startsOn,
                    endsOn: old.endsOn), in: db)
        }
        #expect(try roster(id, in: office) == before)
        let exam = try find(id, in: office)
        #expect((exam.state, exam.closedAt) == (.closed, now))
        let entry = try office.database.readAndWait { db in
            try RosterStore.roster(of: exam, today: ROCDate.day(of: now), in: db).first { $0.staffNumber == "A01" }
        }
        #expect(entry?.unitName == "南華區戶政事務所/登記一課")
        #expect(
            refusal { try office.database.writeAndWait { try ExamStateActions.close(id, now: now, in: $0) } }
                == .alreadyClosed
        )
    }

    @Test func `what concerns a person is what its roster says`() async throws {
        let office = try await office()
        let id = try insert(
            SampleExams.plan { $0.examinees = Audience(units: ["登記一課"], employees: ["A02"]) }, in: office)
        let today = ROCDate.day(of: office.clock.now())
        func concerned() throws -> [String] {
            try office.database.readAndWait { db in
                let exam = try ExamStore.require(id, in: db)
                return try EmployeeStore.members(StaffFilter(presence: .all), scope: .everywhere, today: today, in: db)
                    .filter { try RosterStore.concerns(exam, employee: $0.employee.id, today: today, in: db) }
                    .map(\.employee.staffNumber).sorted()
            }
        }
        #expect(try concerned() == ["A01", "A02", "A03", "A05"])
        try publish(id, in: office)
        #expect(try concerned() == ["A01", "A02", "A03", "A05"])
        let now = office.clock.now()
        try await office.database.write { try ExamStateActions.close(id, now: now, in: $0) }
        #expect(try concerned() == ["A01", "A02", "A03", "A05"])
    }

    @Test func `an exam closes by itself when it is over for everybody`() async throws {
        let office = try await office()
        let id = try insert(SampleExams.plan(), in: office)
        let draft = try insert(SampleExams.plan { $0.title = "草稿" }, in: office)
        try publish(id, in: office)
        let visitor = try #require(try office.visitor("yachu"))
        let makeUp = moment("2026-11-22T09:00")
        let now = office.clock.now()
        try await office.database.write { db in
            try AccommodationActions.set(
                Accommodation(
                    examID: id, employeeID: visitor.employee, opens: makeUp, closes: makeUp.adding(minutes: 60)),
                now: now, in: db)
        }
        func closed(at now: Moment) throws -> [ID<Exam>] {
            try office.database.writeAndWait { try ExamStateActions.closeOver(now: now, in: $0).closed.map(\.id) }
        }
        #expect(try closed(at: moment("2026-11-21T17:29:59")) == [])
        #expect(try closed(at: moment("2026-11-21T17:30")) == [])
        #expect(try closed(at: makeUp.adding(minutes: 60)) == [id])
        #expect(try closed(at: makeUp.adding(minutes: 61)) == [])
        #expect(try find(id, in: office).state == .closed)
        #expect(try find(draft, in: office).state == .draft)
    }

    @Test func `an open attempt keeps its exam from closing`() async throws {
        let office = try await office()
        let id = try insert(SampleExams.plan { $0.mayOverrun = true }, in: office)
        try publish(id, in: office)
        let visitor = try #require(try office.visitor("yachu"))
        office.advance(minutes: 7 * 60 + 20)
        let now = office.clock.now()
        try await office.database.write { db in
            _ = try AttemptActions.begin(
                exam: id, address: "0123456789012345678901",
                by: ActionContext(actor: visitor.actor, origin: "test", now: now), in: db)
        }
        let over = moment("2026-11-21T17:40")
        #expect(try office.database.writeAndWait { try ExamStateActions.closeOver(now: over, in: $0) }.closed.isEmpty)
        #expect(
            refusal { try office.database.writeAndWait { try ExamStateActions.close(id, now: over, in: $0) } }
                == .attemptsStillOpen(1))
    }

    @Test func `accommodations are kept one for each person, and taken away when they change nothing`() async throws {
        let office = try await office()
        let id = try insert(SampleExams.plan { $0.examinees = Audience(units: ["登記一課"]) }, in: office)
        let visitor = try #require(try office.visitor("yachu"))
        let stranger = try #require(try office.visitor("jian"))
        let now = office.clock.now()
        func set(_ accommodation: Accommodation) throws {
            try office.database.writeAndWait { try AccommodationActions.set(accommodation, now: now, in: $0) }
        }
        var accommodation = Accommodation(examID: id, employeeID: visitor.employee, extraMinutes: 10, isExcused: true)
        try set(accommodation)
        accommodation.extraMinutes = 15
        try set(accommodation)
        #expect(try office.database.readAndWait { try AccommodationStore.all(of: id, in: $0) } == [accommodation])
        #expect(
            try office.database.readAndWait {
                try AccommodationStore.find(exam: id, employee: visitor.employee, in: $0)
            } == accommodation)
        try set(Accommodation(examID: id, employeeID: visitor.employee))
        #expect(try office.database.readAndWait { try AccommodationStore.all(of: id, in: $0) } == [])
        #expect(
            refusal { try set(Accommodation(examID: id, employeeID: stranger.employee, extraMinutes: 5)) }
                == .notConcerned)
    }

    @Test func `units see the exams of theirs and below`() async throws {
        let office = try await office()
        let all = try insert(SampleExams.plan(), in: office)
        let section = try insert(SampleExams.plan { $0.opens = moment("2026-11-21T09:00") }, unit: "登記一課", in: office)
        let exams = try office.database.readAndWait { db in
            let unit = try #require(try UnitStore.unit(named: "登記一課", in: db))
            return (
                try ExamStore.all(within: .everywhere, in: db).map(\.id),
                try ExamStore.all(within: .units([unit.position]), in: db).map(\.id),
                try ExamStore.all(within: .units([]), in: db).map(\.id)
            )
        }
        #expect(exams.0 == [section, all])
        #expect(exams.1 == [section])
        #expect(exams.2 == [])
    }

    // MARK: Guards

    @Test(arguments: [
        "UPDATE examPool SET topic = 'x'", "DELETE FROM examPool",
        """
        INSERT INTO examPool SELECT 1, id, 'x', 'x', 'recall' FROM questionRevision
        WHERE id NOT IN (SELECT revisionID FROM examPool)
        """,
        "INSERT OR REPLACE INTO examPool SELECT examID, revisionID, 'x', 'x', 'recall' FROM examPool",
        "UPDATE exam SET state = 'draft'", "UPDATE exam SET seed = replace(seed, 'a', 'b')",
        "UPDATE exam SET blueprint = '[]'", "UPDATE exam SET passMark = 0", "DELETE FROM exam",
        "UPDATE paperLine SET choiceOrder = '[0]'", "DELETE FROM paperLine WHERE number = 1",
        """
        INSERT INTO paperLine SELECT 1, 6, min(id), '[0]' FROM questionRevision
        WHERE id NOT IN (SELECT revisionID FROM paperLine)
        """,
        "INSERT OR REPLACE INTO paperLine SELECT 1, 6, revisionID, '[0]' FROM paperLine WHERE number = 1",
        "INSERT OR REPLACE INTO paperLine SELECT 1, 1, revisionID, '[0]' FROM paperLine WHERE number = 1",
    ])
    func `the database itself keeps pool, plan and papers of a published exam`(sql: String) async throws {
        let office = try SampleOffice()
        var plan = SampleExam.plan
        plan.blueprint = [.cell(topic: "出生登記", level: .recall, count: 5)]
        let exam = try await SampleExam.publish(plan, in: office)
        let attempt = try await SampleExam.begin(exam, by: "yachu", in: office)
        if sql.hasPrefix("INSERT INTO paperLine") { try await SampleExam.answer(1, of: attempt, in: office) }
        let state: @Sendable (Database) throws -> String? = { db in
            try String.fetchOne(
                db,
                sql: """
                    SELECT state || seed || blueprint || passMark || (SELECT json_group_array(code || topic) FROM examPool)
                        || (SELECT json_group_array(number || revisionID || choiceOrder) FROM paperLine) FROM exam
                    """)
        }
        let before = try await office.database.read(state)
        await #expect(throws: DatabaseError.self) { try await office.database.write { try $0.execute(sql: sql) } }
        #expect(before != nil)
        #expect(try await office.database.read(state) == before)
    }
}
