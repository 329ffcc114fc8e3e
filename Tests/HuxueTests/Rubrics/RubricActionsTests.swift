import GRDB
import Testing

@testable import Huxue

@Suite struct RubricActionsTests {
    private let office: SampleOffice
    private let id: ID<Rubric>

    init() throws {
        office = try SampleRubrics.office()
        id = try SampleRubrics.create(in: office)
    }

    private func change(
        _ plan: RubricPlan, seen: String? = nil, by login: String = "guanting"
    ) throws -> RubricChange {
        let acting = try SampleRubrics.acting(login, in: office)
        return try office.database.writeAndWait {
            try RubricActions.change(id, to: plan, seen: seen, by: acting, in: $0)
        }
    }

    private func beginSheet() throws {
        let (acting, owner) = (try SampleRubrics.acting("yachu", in: office), SampleRubrics.Owner(rubric: id))
        try office.database.writeAndWait { db in
            _ = try ScoreActions.save(
                { _ in SampleRubrics.form() }, on: SampleRubrics.subject, seen: 0, owner: owner, by: acting, in: db)
        }
    }

    private var rubric: Rubric { get throws { try SampleRubrics.rubric(id, in: office) } }

    @Test func `a form sent twice makes one rubric, and a code is used once in a unit`() throws {
        #expect(try SampleRubrics.create(in: office) == id)
        #expect(throws: RubricRefusal.invalid([RubricProblem(.code, .usedCode("proposal"))])) {
            try SampleRubrics.create(SampleRubrics.plan { $0.total = 50 }, in: office)
        }
        // Another unit's code is its own.
        let other = try SampleRubrics.create(by: "jian", at: "東興辦公室", in: office)
        #expect(other != id)
        #expect(throws: RubricRefusal.invalid([RubricProblem(.code, .badCode)])) {
            try SampleRubrics.create(code: "提案", in: office)
        }
        #expect(try ExamRoutesTests.auditActions(office, subject: "rubric/\(id)") == ["rubric.creation"])
    }

    @Test func `before the first score a change replaces the version`() throws {
        let plan = SampleRubrics.plan { $0.criteria.removeFirst() }
        #expect(try change(plan) == .changed)
        #expect(try change(plan) == .unchanged)
        let version = try rubric.version
        #expect(version.plan == plan && version.number == 1 && version.edit == 2)
        #expect(
            try ExamRoutesTests.auditActions(office, subject: "rubric/\(id)") == ["rubric.creation", "rubric.change"])
    }

    @Test func `after the first score a change is a new version, and the sheet keeps its own`() throws {
        try beginSheet()
        let before = try rubric.version
        #expect(before.isFrozen)
        let plan = SampleRubrics.plan { $0.criteria[0].weight = Points(whole: 90) }
        #expect(try change(plan) == .newVersion(2))
        let after = try rubric.version
        #expect(after.number == 2 && after.plan == plan && !after.isFrozen)
        let acting = try SampleRubrics.acting("yachu", in: office)
        let owner = SampleRubrics.Owner(rubric: id)
        let (opened, other) = try office.database.readAndWait { db in
            (
                try ScoreActions.open(SampleRubrics.subject, owner: owner, by: acting, in: db),
                try ScoreActions.open(ScoredSubject(kind: "toy", id: 8), owner: owner, by: acting, in: db)
            )
        }
        #expect(opened.version.id == before.id && opened.version.plan == before.plan)
        #expect(other.version.id == after.id && other.sheet == nil)
        // Also the new version is still open to changes.
        #expect(try change(SampleRubrics.plan { $0.total = 50 }) == .changed)
    }

    @Test(arguments: [
        "UPDATE rubricVersion SET total = 50", "DELETE FROM rubricVersion", "DELETE FROM rubricLevel",
        "DELETE FROM rubricCriterion", "UPDATE rubricCriterion SET weight = 1",
        "INSERT INTO rubricCriterion VALUES (1, 4, '多的', '', 100, 0, 0, 100, 100)",
        "INSERT INTO rubricLevel VALUES (1, 1, 900, '多的')",
    ])
    func `the database itself holds a frozen version`(sql: String) throws {
        try beginSheet()
        #expect(throws: DatabaseError.self) { try office.database.writeAndWait { try $0.execute(sql: sql) } }
    }

    @Test func `who has not seen another's change does not overwrite it`() throws {
        let seen = try rubric.version.mark
        office.advance(minutes: 1)
        #expect(try change(SampleRubrics.plan { $0.total = 50 }, seen: seen) == .changed)
        let savedAt = office.clock.now()
        office.advance(minutes: 1)
        let mine = SampleRubrics.plan { $0.total = 200 }
        #expect(throws: RubricRefusal.changedMeanwhile(savedAt)) { try change(mine, seen: seen) }
        #expect(try rubric.version.plan.total == 50)
        // The same text as the other's is no conflict; nor is a state that was looked at.
        #expect(try change(SampleRubrics.plan { $0.total = 50 }, seen: seen) == .unchanged)
        let now = try rubric.version.mark
        #expect(try change(mine, seen: now) == .changed)
    }

    @Test func `of two who save at the same time one is told`() async throws {
        let (seen, acting, id) = (try rubric.version.mark, try SampleRubrics.acting("guanting", in: office), id)
        let results = await withTaskGroup(of: Bool.self) { group in
            for total in [50, 200] {
                group.addTask { [office] in
                    let saved = try? await office.database.write(as: acting) { acting, db in
                        try RubricActions.change(
                            id, to: SampleRubrics.plan { $0.total = total }, seen: seen, by: acting, in: db)
                    }
                    return saved == .changed
                }
            }
            return await group.reduce(into: [Bool]()) { $0.append($1) }
        }
        #expect(results.count { $0 } == 1)
    }

    @Test(arguments: ["yachu", "shufen", "shuhui", "meiling"])
    func `without the role there is no rubric`(login: String) throws {
        #expect(throws: RubricRefusal.missing) { try change(SampleRubrics.plan { $0.total = 50 }, by: login) }
        #expect(throws: CommonRefusal.self) { try SampleRubrics.create(code: "other", by: login, in: office) }
        #expect(try rubric.version.plan == SampleRubrics.plan())
    }

    @Test func `a unit's manager reads the rubrics of units above and changes their own alone`() throws {
        let own = try SampleRubrics.create(by: "jian", at: "東興辦公室", in: office)
        let actor = try SampleRubrics.acting("jian", in: office).actor
        let (above, below) = try office.database.readAndWait { db in
            (try RubricActions.shown(id, for: actor, in: db), try RubricActions.shown(own, for: actor, in: db))
        }
        #expect(!above.isManaged && below.isManaged)
        #expect(throws: CommonRefusal.self) { try change(SampleRubrics.plan { $0.total = 50 }, by: "jian") }
        #expect(throws: CommonRefusal.self) { try SampleRubrics.create(code: "other", by: "jian", in: office) }
        let lines = try office.database.readAndWait { try RubricActions.lines(for: actor, in: $0) }
        #expect(Set(lines.map(\.id)) == [id, own])
        // The manager of another section sees that section's neither in the list nor by its address.
        let now = office.clock.now()
        try office.database.writeAndWait { db in
            let unit = try #require(try UnitStore.unit(named: "登記一課", in: db))
            let person = try #require(try EmployeeStore.member(login: "shuhui", in: db)).employee
            _ = try GrantStore.insert(.proposalManager, at: unit.id, for: person.id, now: now, in: db)
        }
        let other = try SampleRubrics.acting("shuhui", in: office).actor
        try office.database.readAndWait { db in
            let seen = try RubricActions.lines(for: other, in: db).map(\.id)
            #expect(seen == [id])
            #expect(throws: RubricRefusal.missing) { try RubricActions.shown(own, for: other, in: db) }
        }
    }

    @Test func `a unit with a rubric is not removed`() throws {
        _ = try SampleRubrics.create(by: "jian", at: "東興辦公室", in: office)
        try office.database.readAndWait { db in
            let unit = try #require(try UnitStore.unit(named: "東興辦公室", in: db))
            #expect(try RubricUnitStore.uses(of: unit, in: db) == ["評分表 1 份"])
        }
    }

    @Test func `doctor finds nothing wrong with what the program writes`() throws {
        try beginSheet()
        _ = try change(SampleRubrics.plan { $0.total = 50 })
        #expect(try office.database.readAndWait { try Doctor.findings(in: office.folder, $0).map(\.check) } == [])
    }
}
