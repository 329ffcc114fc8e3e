import GRDB
import Testing

@testable import Huxue

/// Imports of other formats into an office's bank, and exports out of it, by their actions.
struct QuestionExchangeTests {
    private let office: SampleOffice
    private let seal = QuestionSealActions(sources: [])

    init() async throws {
        office = try SampleOffice()
        _ = try await QuestionImportActions(SampleBank.topics(), source: "test").run(
            in: office.database, clock: office.clock, by: office.session.acting)
    }

    private func acting(_ login: String) throws -> ActionContext {
        ActionContext(actor: try #require(try office.visitor(login)).actor, origin: "test", now: office.clock.now())
    }

    private func plan(_ text: String, unit: String = "", by acting: ActionContext) throws -> QuestionImportPlan {
        let basis = try office.database.readAndWait {
            try QuestionImportBasisActions.basis(unit: unit, seal: seal, by: acting, in: $0)
        }
        return QuestionImportPlan(
            [("f.gift", Array(text.utf8))], as: .gift, options: .init(topic: "出生登記", citations: "戶籍法第1條"),
            basis: basis)
    }

    @discardableResult
    private func run(_ plan: QuestionImportPlan, by acting: ActionContext) async throws -> QuestionImport {
        try await QuestionImportActions(
            plan.topics, source: "f.gift", positions: plan.positions, seal: seal
        ).run(in: office.database, clock: office.clock, by: acting)
    }

    private func lines() throws -> [String] {
        try office.database.readAndWait {
            try QuestionStore.lines(QuestionFilter(), in: $0).map { "\($0.code) \($0.revision) \($0.state.rawValue)" }
        }
    }

    private func grant(_ role: Role, to login: String, at section: String) throws {
        try office.database.writeAndWait { db in
            let account = try #require(try AccountStore.account(login: login, in: db))
            let unit = try #require(try UnitStore.unit(fullName: "南華區戶政事務所/\(section)", in: db))
            _ = try GrantStore.insert(role, at: unit.id, for: account.employeeID, now: office.clock.now(), in: db)
        }
    }

    @Test func `new ones stand behind, known ones are revised where they are, and no other is touched`() async throws {
        let acting = office.session.acting
        let plan = try plan("新題{T}\n\n// [id:birth-001]\n改過的題幹？{=本人 ~戶長}", by: acting)
        #expect(plan.problems.map(\.description) == [])
        #expect(try await run(plan, by: acting) == QuestionImport(added: 1, revised: 1, updated: 0, unchanged: 0))
        #expect(
            try lines() == [
                "birth-001 2 active", "birth-002 1 active", "birth-003 1 retired", "birth-004 1 draft",
                "death-001 1 active",
            ])
        let again = try self.plan("新題{T}\n\n// [id:birth-001]\n改過的題幹？{=本人 ~戶長}", by: acting)
        #expect(again.isEmpty && again.unchanged == 2)
    }

    @Test(arguments: ["birth-9223372036854775807", "birth-9223372036854775806", "birth-99999999999999999999"])
    func `a code with an endless number keeps nobody from writing new questions`(code: String) async throws {
        let acting = office.session.acting
        try await run(try plan("// [id:\(code)]\n很大的代號{T}", by: acting), by: acting)
        #expect(try lines().contains("\(code) 1 draft"))
        let free = try office.database.readAndWait { try QuestionRevisionStore.freeCode("birth", in: $0) }
        #expect(free == "birth-004")
        try await run(try plan("新題{T}", by: acting), by: acting)
        #expect(try lines().contains("birth-004 1 draft"))
    }

    @Test func `an editor's import of a question in use waits for its review, and the doctor agrees`() async throws {
        let acting = try acting("guanting")
        let plan = try plan("// [id:birth-001]\n改過的題幹？{=本人 ~戶長}\n\n// [tag:state:active]\n新題{T}", by: acting)
        #expect(plan.reviewedFirst == 2)
        try await run(plan, by: acting)
        let states = try lines().filter { $0.hasPrefix("birth-001") || $0.hasPrefix("birth-004") }
        #expect(states == ["birth-001 2 inReview", "birth-004 1 draft"])
        for invariant in QuestionSchema.invariants {
            let found = try office.database.readAndWait { try Row.fetchOne($0, sql: invariant.sql) }
            #expect(found == nil, "\(invariant.violation)")
        }
        let entries = try office.database.readAndWait {
            try AuditStore.entries(AuditFilter(action: AuditAction.questionImport.code), limit: 9, in: $0)
        }
        #expect(entries.map(\.actor).contains("guanting"))
    }

    @Test func `the editor of a section fills its bank alone`() async throws {
        try grant(.questionEditor, to: "yachu", at: "登記一課")
        let acting = try acting("yachu")
        let shared = try plan("// [id:birth-001]\n改過的題幹？{=本人 ~戶長}", by: acting)
        #expect(shared.problems.map(\.sentence) == [QuestionRefusal.othersBank("birth-001").sentence])
        let nowhere = try plan("新題{T}", by: acting)
        #expect(nowhere.problems.map(\.sentence) == [QuestionProblem.Kind.othersUnit("").sentence])
        let anybody = try plan("新題{T}", by: office.session.acting)
        await #expect(throws: QuestionEditRefusal.othersUnit) { try await run(anybody, by: acting) }
        #expect(try lines().count == 4)
        let unit = try office.database.readAndWait {
            try #require(try UnitStore.unit(fullName: "南華區戶政事務所/登記一課", in: $0))
        }
        try await run(try plan("新題{T}", unit: "\(unit.id)", by: acting), by: acting)
        let question = try office.database.readAndWait { try QuestionStore.question(code: "birth-004", in: $0) }
        #expect(question?.unit == unit.position && question?.state == .draft)
        let selection = try office.database.readAndWait {
            try QuestionExportActions.selection(QuestionFilter(state: .draft), by: acting.actor, in: $0)
        }
        #expect(selection.codes == ["birth-004"])
        // It may say so itself, and not move to where its editor keeps nothing.
        for other in ["登記二課", "南華區戶政事務所"] {
            let text = "// [id:birth-004] [tag:unit:\(other)]\n新題{T}"
            let name = other == "登記二課" ? other : ""
            #expect(
                try plan(text, by: acting).problems.map(\.sentence)
                    == [QuestionProblem.Kind.othersUnit(name).sentence])
            let anybody = try plan(text, by: office.session.acting)
            await #expect(throws: QuestionEditRefusal.othersUnit) { try await run(anybody, by: acting) }
        }
        let named = try plan("// [tag:unit:登記一課]\n更新的題{T}", by: acting)
        #expect(named.problems.isEmpty && named.added.map(\.unit) == ["登記一課"])
        try await run(named, by: acting)
        #expect(try lines().contains("birth-004 1 draft"))
        #expect(throws: QuestionEditRefusal.othersUnit) {
            try plan("新題{T}", unit: "1", by: acting)
        }
    }

    @Test func `a question whose unit a file changes moves, and nothing else of it does`() async throws {
        let acting = office.session.acting
        func unit() throws -> String? {
            try office.database.readAndWait { try TopicStore.all(in: $0) }.flatMap(\.questions)
                .first { $0.code == "death-001" }?.unit
        }
        let text = "// [id:death-001] [tag:unit:%]\n死亡登記得以書面委託他人為之。{T####見條文。}"
        for (name, stored) in [("登記一課", "登記一課"), ("南華區戶政事務所/登記二課", "登記二課"), ("南華區戶政事務所", "")] {
            let plan = try plan(text.replacing("%", with: name), by: acting)
            #expect(plan.updated.map(\.unit) == [stored] && plan.notices.count == 1)
            let summary = try await run(plan, by: acting)
            #expect(summary == QuestionImport(added: 0, revised: 0, updated: 1, unchanged: 0))
            #expect(try unit() == stored)
            #expect(try self.plan(text.replacing("%", with: name), by: acting).isEmpty)
        }
    }

    @Test func `a unit that goes between preview and import keeps everything out`() async throws {
        let acting = office.session.acting
        let plan = try plan("// [tag:unit:登記一課]\n新題{T}", by: acting)
        let topics = plan.topics.map { topic in
            QuestionTopic(
                fileName: topic.fileName, name: topic.name, lawAsOf: topic.lawAsOf,
                questions: topic.questions.map { $0.placed("登記九課") })
        }
        await #expect(throws: StaffRefusal.self) {
            try await QuestionImportActions(topics, source: "f", positions: plan.positions, seal: seal).run(
                in: office.database, clock: office.clock, by: acting)
        }
        #expect(try lines().count == 4)
    }

    @Test func `the rights count when it is written`() async throws {
        try grant(.questionEditor, to: "yachu", at: "登記一課")
        let mine = try acting("yachu")
        // A plan of somebody who may.
        let plan = try plan("// [id:birth-001]\n改過的題幹？{=本人 ~戶長}", by: office.session.acting)
        await #expect(throws: QuestionRefusal.othersBank("birth-001")) { try await run(plan, by: mine) }
        #expect(try lines().first == "birth-001 1 active")
        let nobody = try acting("jian")
        await #expect(throws: CommonRefusal.self) { try await run(plan, by: nobody) }
    }

    @Test func `who is shown what would change has seen the keys, and what waits for a reviewer is closed`()
        async throws
    {
        let editor = try acting("guanting")
        try office.database.writeAndWait {
            try QuestionImportBasisActions.recordComparison(["birth-001"], by: editor, in: $0)
            try QuestionImportBasisActions.recordComparison(["birth-002"], by: office.session.acting, in: $0)
        }
        let views = try office.database.readAndWait {
            try KeyDisclosureStore.all(of: [editor.visitor.employee], in: $0).map(\.codes)
        }
        #expect(views == [["birth-001"]])
        try await run(try plan("// [id:birth-001]\n改過的題幹？{=本人 ~戶長}", by: editor), by: editor)
        try grant(.questionEditor, to: "meiling", at: "登記二課")
        let other = try acting("meiling")
        let closed = try office.database.readAndWait {
            try QuestionImportBasisActions.basis(seal: seal, by: other, in: $0).closed
        }
        #expect(closed.keys.sorted() == ["birth-001", "birth-002", "birth-003", "death-001"])
        let selection = try office.database.readAndWait {
            try QuestionExportActions.selection(by: other.actor, in: $0)
        }
        #expect(selection.codes == ["birth-002", "birth-003", "death-001"])
        let own = try office.database.readAndWait { try QuestionExportActions.selection(by: editor.actor, in: $0) }
        #expect(own.codes == nil && own.count == 4)
    }

    @Test func `an export is narrowed by topic and state`() throws {
        func codes(_ filter: QuestionFilter) throws -> [String] {
            try office.database.readAndWait {
                try QuestionExportActions.selection(filter, by: office.session.actor, in: $0)
            }.topics.flatMap(\.questions).map(\.code)
        }
        #expect(try codes(QuestionFilter(topic: "死亡登記")) == ["death-001"])
        #expect(try codes(QuestionFilter(state: .retired)) == ["birth-003"])
        #expect(try codes(QuestionFilter(topic: "沒有")) == [])
        let nobody = try acting("yachu").actor
        #expect(throws: CommonRefusal.self) {
            try office.database.readAndWait { try QuestionExportActions.selection(by: nobody, in: $0) }
        }
    }
}
