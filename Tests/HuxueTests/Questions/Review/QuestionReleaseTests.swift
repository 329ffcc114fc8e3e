import GRDB
import HTTPTypes
import Testing

@testable import Huxue

/// A question that is out of use comes back by itself only as it was approved, or as the house's own files brought it.
@Suite struct QuestionReleaseTests {
    private let office: SampleOffice

    init() async throws {
        office = try SampleOffice()
        _ = try await QuestionImportActions(SampleBank.topics(), source: "test").run(
            in: office.database, clock: office.clock, by: office.session.acting)
        let now = office.clock.now()
        try office.database.writeAndWait { db in
            let member = try #require(try EmployeeStore.member(login: "yachu", in: db))
            let root = try #require(try UnitStore.root(in: db))
            _ = try GrantStore.insert(.questionEditor, at: root.id, for: member.employee.id, now: now, in: db)
        }
    }

    private func state(_ code: String) throws -> QuestionState {
        try office.database.readAndWait { try #require(try QuestionStore.question(code: code, in: $0)).state }
    }

    /// Brings one file in as guanting, an editor, or as the command line; gives what the preview says of the states.
    @discardableResult
    private func bring(_ text: String, by login: String? = "guanting") async throws -> [QuestionState] {
        let acting = try login.map {
            ActionContext(
                actor: try #require(try office.visitor($0)).actor, origin: "test", now: office.clock.now())
        }
        let (who, seal) = (acting ?? office.session.acting, QuestionSealActions(sources: []))
        let basis = try await office.database.read {
            try QuestionImportBasisActions.basis(seal: seal, by: who, in: $0)
        }
        let plan = QuestionImportPlan(
            [(path: "death.yaml", bytes: Array(text.utf8))], as: .yaml, options: .init(), basis: basis)
        #expect(plan.problems.map(\.description) == [])
        _ = try await QuestionImportActions(plan.topics, source: "test", seal: seal).run(
            in: office.database, clock: office.clock, by: who)
        return (plan.added + plan.revised + plan.updated).map(\.state)
    }

    /// The one question of its topic, as a file may change it.
    private static func file(
        _ state: QuestionState, code: String = "death-001", answer: Bool = true, stem: String? = nil,
        explanation: String = "見條文。"
    ) -> String {
        SampleBank.death.replacing("death-001", with: code).replacing("answer: true", with: "answer: \(answer)")
            .replacing("死亡登記得以書面委託他人為之。", with: stem ?? "死亡登記得以書面委託他人為之。")
            .replacing("見條文。", with: explanation)
            .replacing("    stem:", with: "    state: \(state.rawValue)\n    stem:")
    }

    private func restore(_ code: String, in browser: SampleBrowser) async throws -> String {
        let answer = try await browser.post("/questions/\(code)/restoration")
        #expect(answer.status == 303, "\(answer.text)")
        return answer.location
    }

    @Test func `a new question that came in as retired is reviewed before it is drawn`() async throws {
        #expect(try await bring(Self.file(.retired, code: "death-002", stem: "另寫的樣本登記免費。")) == [.retired])
        try await office.test { browser in
            let editor = try await browser.signedIn("guanting")
            #expect(try await editor.get("/questions/death-002").text.contains("還沒有人審過的會先送審"))
            let place = try await restore("death-002", in: editor)
            #expect(place == "/questions/death-002?done=restoredForReview")
            #expect(try await editor.get(place).text.contains("這個版本還沒有人審過"))
            #expect(try state("death-002") == .inReview)
            // Neither who brought it in nor who restores it reviews it.
            #expect(try await editor.get("/questions/death-002/review").status == 403)
            let reviewer = try await browser.signedIn("yachu")
            let right = [("revision", "1"), ("q1", "1"), ("intent", "answer")]
            #expect(try await reviewer.post("/questions/death-002/review", right).status == 303)
            #expect(try await reviewer.post("/questions/death-002/verdict", [("intent", "approve")]).status == 303)
            #expect(try state("death-002") == .active)
            // Once approved it comes back by itself, and so it does with another explanation.
            for explanation in ["見條文。", "見新的條文。"] {
                try await bring(
                    Self.file(.retired, code: "death-002", stem: "另寫的樣本登記免費。", explanation: explanation))
                #expect(try state("death-002") == .retired)
                #expect(try await restore("death-002", in: editor) == "/questions/death-002?done=restored")
                #expect(try state("death-002") == .active)
            }
        }
        let findings = try office.database.readAndWait { try Doctor.findings(in: office.folder, $0) }
        #expect(findings.map(\.check) == [])
    }

    @Test(arguments: [(false, nil), (true, "死亡登記得以言詞委託他人為之。")] as [(Bool, String?)])
    func `a change that came in as retired is reviewed, in one step or in two`(
        answer: Bool, stem: String?
    ) async throws {
        let text = Self.file(.retired, answer: answer, stem: stem)
        #expect(try await bring(text) == [.retired])
        // A second file that calls it in use does not do so either.
        let active = text.replacing("state: retired", with: "state: active")
        #expect(try await bring(active) == [.inReview])
        #expect(try state("death-001") == .inReview)
        #expect(try await bring(text) == [.retired])
        #expect(try state("death-001") == .retired)
        try await office.test { browser in
            let editor = try await browser.signedIn("guanting")
            #expect(try await restore("death-001", in: editor).contains("restoredForReview"))
        }
        #expect(try state("death-001") == .inReview)
        // The text that the house's files brought may come back without one.
        #expect(try await bring(Self.file(.retired)) == [.retired])
        #expect(try await bring(Self.file(.active)) == [.active])
        #expect(try state("death-001") == .active)
    }

    @Test(arguments: [QuestionState.draft, .inReview])
    func `what waits for its review does not get round it by going out of use`(former: QuestionState) async throws {
        let text = Self.file(former, code: "death-002", stem: "另寫的樣本登記免費。")
        #expect(try await bring(text) == [former])
        let retired = Self.file(.retired, code: "death-002", stem: "另寫的樣本登記免費。")
        #expect(try await bring(retired) == [.retired])
        try await office.test { browser in
            let editor = try await browser.signedIn("guanting")
            #expect(try await restore("death-002", in: editor).contains("restoredForReview"))
        }
        #expect(try state("death-002") == .inReview)
        let findings = try office.database.readAndWait { try Doctor.findings(in: office.folder, $0) }
        #expect(findings.map(\.check) == [])
    }

    @Test func `what the command line brought in comes back by itself, as far as it was in use`() async throws {
        try await office.test { browser in
            let editor = try await browser.signedIn("guanting")
            // Retired from the beginning, and retired here.
            #expect(try await restore("birth-003", in: editor) == "/questions/birth-003?done=restored")
            #expect(try await editor.post("/questions/death-001/retirement").status == 303)
            #expect(try await restore("death-001", in: editor) == "/questions/death-001?done=restored")
            #expect(try state("birth-003") == .active && state("death-001") == .active)

            // A draft of the command line has not been in use, nor has an editor's change that it exports and brings in
            // again as it was.
            let stem = "另寫的樣本登記免費。"
            try await bring(Self.file(.draft, code: "death-002", stem: stem), by: nil)
            for _ in 0..<2 {
                try await bring(Self.file(.retired, code: "death-002", stem: stem))
                try await bring(Self.file(.retired, code: "death-002", stem: stem), by: nil)
                #expect(try await restore("death-002", in: editor).contains("restoredForReview"))
                #expect(try state("death-002") == .inReview)
            }
            // As in use it is.
            try await bring(Self.file(.active, code: "death-002", stem: stem), by: nil)
            #expect(try state("death-002") == .active)
            #expect(try await editor.post("/questions/death-002/retirement").status == 303)
            #expect(try await restore("death-002", in: editor) == "/questions/death-002?done=restored")
        }
    }

    @Test func `what was in use before this step comes back by itself`() throws {
        let name = "2026-12-04 keep which revisions of questions came into use without a review"
        let before = Array(Features.all.migrations.prefix { $0.name != name })
        #expect(before.count < Features.all.migrations.count)
        let queue = try DatabaseQueue()
        try queue.inDatabase { db in
            try Seal.random().add(to: db)
            try Migration.apply(before, in: db)
            try db.execute(sql: "PRAGMA foreign_keys = OFF")
            for (id, (state, author)) in [
                ("active", ""), ("active", "chen"), ("retired", ""), ("retired", "chen"), ("draft", ""),
                ("inReview", ""),
            ].enumerated() {
                try db.execute(
                    sql: """
                        INSERT INTO questionRevision (id, questionID, number, type, level, stem, choices, key,
                            explanation, citations, createdAt, author)
                        VALUES (?, ?, 1, 'trueFalse', 'recall', '甲', '["對","錯"]', 1, '見條文。', '[]', '2026-11-30', ?)
                        """, arguments: [id + 11, id + 1, author])
                try db.execute(
                    sql: """
                        INSERT INTO question (id, code, topic, position, state, lawAsOf, currentRevisionID, shownText,
                            keyText) VALUES (?, ?, '甲', 1, ?, '2026-01-01', ?, '', '')
                        """, arguments: [id + 1, "q-\(id + 1)", state, id + 11])
            }
            try Migration.apply(Features.all.migrations, in: db)
            let released = try Int.fetchAll(db, sql: "SELECT revisionID FROM questionRelease ORDER BY revisionID")
            #expect(released == [11, 12, 13])
            #expect(try QuestionReleaseStore.unreleased(in: db) == ["q-4"])
        }
    }
}
