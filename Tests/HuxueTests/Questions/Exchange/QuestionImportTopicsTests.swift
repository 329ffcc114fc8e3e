import GRDB
import Testing

@testable import Huxue

/// Topics are the whole house's: a unit's editor changes her own questions by a file, and nothing of the topics.
@Suite struct QuestionImportTopicsTests {
    private let office: SampleOffice
    private let seal = QuestionSealActions(sources: [])

    /// With yachu as editor of 登記一課, whose bank has `own-001` as the only question of a topic, and `birth-010`.
    init() async throws {
        office = try SampleOffice()
        let own = [
            ("own.yaml", Self.file("樣本主題", "own-001", "登記一課的樣本登記，在本所辦理。")),
            ("birth.yaml", Self.file("出生登記", "birth-010", "登記一課的樣本登記，免附證明。")),
        ].compactMap { SampleBank.read($0.1, path: $0.0).topic }
        for topics in [SampleBank.topics(), own] {
            _ = try await QuestionImportActions(topics, source: "test").run(
                in: office.database, clock: office.clock, by: office.session.acting)
        }
        let now = office.clock.now()
        try office.database.writeAndWait { db in
            let section = try #require(try UnitStore.unit(named: "登記一課", in: db))
            let person = try #require(try EmployeeStore.member(login: "yachu", in: db)).employee.id
            _ = try GrantStore.insert(.questionEditor, at: section.id, for: person, now: now, in: db)
        }
    }

    private static func file(
        _ topic: String, _ code: String, _ stem: String, explanation: String = "見條文。", day: String = "2024-10-11"
    ) -> String {
        SampleBank.death.replacing("topic: 死亡登記", with: "topic: \(topic)").replacing("death-001", with: code)
            .replacing("死亡登記得以書面委託他人為之。", with: stem).replacing("見條文。", with: explanation)
            .replacing("2024-10-11", with: day)
            .replacing("    stem:", with: "    unit: 登記一課\n    stem:")
    }

    private func topics() throws -> [String] {
        try office.database.readAndWait { db in
            try String.fetchAll(
                db,
                sql: "SELECT name || ' ' || fileName || ' ' || lawAsOf || ' ' || position FROM topic ORDER BY name")
        }
    }

    private func places() throws -> [String: String] {
        try office.database.readAndWait { db in
            let rows = try Row.fetchAll(db, sql: "SELECT code, topic, position FROM question")
            return Dictionary(
                uniqueKeysWithValues: rows.map {
                    ($0["code"] as String, "\($0["topic"] as String) \($0["position"] as Int)")
                })
        }
    }

    private func acting(_ login: String) throws -> ActionContext {
        ActionContext(
            actor: try #require(try office.visitor(login)).actor, origin: "test", now: office.clock.now())
    }

    private func plan(
        _ text: String, _ path: String, as format: QuestionFormat = .yaml, by login: String = "yachu"
    ) throws -> QuestionImportPlan {
        let (acting, seal) = (try acting(login), seal)
        let basis = try office.database.readAndWait { db in
            let unit = try QuestionUnitStore.choice(named: "登記一課", in: db)
            return try QuestionImportBasisActions.basis(unit: unit, seal: seal, by: acting, in: db)
        }
        return QuestionImportPlan(
            [(path: path, bytes: Array(text.utf8))], as: format, options: .init(citations: "戶籍法第1條"), basis: basis)
    }

    private func bring(_ plan: QuestionImportPlan, by login: String = "yachu") async throws {
        #expect(plan.problems.map(\.description) == [])
        _ = try await QuestionImportActions(plan.topics, source: "test", positions: plan.positions, seal: seal).run(
            in: office.database, clock: office.clock, by: acting(login))
    }

    @Test func `her questions change, and neither file nor day nor order of a topic`() async throws {
        let (topics, places) = (try topics(), try places())
        // The file has another name, another day and her questions in another order.
        let text =
            Self.file("出生登記", "birth-020", "登記一課的樣本登記，另收規費。", day: "2026-01-01")
            + Self.file("出生登記", "birth-010", "登記一課的樣本登記，免附證明。", explanation: "見新的條文。")
            .split(separator: "\n", omittingEmptySubsequences: false).drop { !$0.hasPrefix("  - id:") }
            .joined(separator: "\n")
        try await bring(try plan(text, "other.yaml"))
        #expect(try self.topics() == topics)
        var after = places
        after["birth-020"] = "出生登記 5"
        #expect(try self.places() == after)
        let day = try office.database.readAndWait { try QuestionStore.question(code: "birth-020", in: $0)?.lawAsOf }
        #expect(day == Day(year: 2026, month: 1, day: 1))
        #expect(try plan(text, "other.yaml").isEmpty)
    }

    @Test func `a topic that loses its last question to another stays`() async throws {
        let topics = try topics()
        try await bring(try plan(Self.file("出生登記", "own-001", "登記一課的樣本登記，在本所辦理。"), "birth.yaml"))
        #expect(try self.topics() == topics)
        #expect(try places()["own-001"] == "出生登記 5")
    }

    @Test func `a new topic is a named problem in any format, and refused where it is written`() async throws {
        let (topics, places) = (try topics(), try places())
        let text = Self.file("新的主題", "new-001", "登記一課的樣本登記，另收規費。")
        let problem = "題庫還沒有主題「新的主題」，新的主題由全機關的出題人員新增。請改用已有的主題。"
        #expect(try plan(text, "new.yaml").problems.map(\.sentence) == [problem])
        let gift = "$CATEGORY: 新的主題\n\n登記一課的樣本登記，另收規費。{T}"
        #expect(try plan(gift, "new.gift", as: .gift).problems.map(\.sentence) == [problem])
        // Nor under the file of a topic that there is.
        #expect(try plan(text, "birth.yaml").problems.map(\.sentence) == [problem])
        let read = try #require(SampleBank.read(text, path: "birth.yaml").topic)
        await #expect(throws: QuestionEditRefusal.noTopic("新的主題")) {
            _ = try await QuestionImportActions([read], source: "test", seal: seal).run(
                in: office.database, clock: office.clock, by: acting("yachu"))
        }
        #expect(try self.topics() == topics && self.places() == places)
        // Who keeps the whole house adds it.
        try await bring(try plan(text, "new.yaml", by: "guanting"), by: "guanting")
        #expect(try self.topics().contains { $0.hasPrefix("新的主題 new.yaml") })
    }

    @Test func `the whole house's editor still says file, day and order`() async throws {
        let text = SampleBank.death.replacing("2024-10-11", with: "2026-01-01")
        try await bring(try plan(text, "renamed.yaml", by: "guanting"), by: "guanting")
        #expect(try topics().contains { $0.hasPrefix("死亡登記 renamed.yaml 2026-01-01") })
    }
}
