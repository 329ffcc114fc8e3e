import Foundation
import Testing

@testable import Huxue

@Suite struct StatuteImportTests {
    private let office: SampleOffice

    init() throws {
        office = try SampleOffice()
    }

    private func actions(only: Set<String>? = nil) -> StatuteImportActions {
        StatuteImportActions(
            database: office.database, clock: office.clock, sources: Features.all.citations, only: only)
    }

    @discardableResult private func bring(_ data: Data, only: Set<String>? = nil) throws -> (
        plan: StatuteImport, flags: Int
    ) {
        let actions = actions(only: only)
        let plan = try actions.plan(StatuteFile(data))
        let flags = try actions.run(
            plan, from: StatuteFile(data), by: office.session.acting)
        return (plan, flags)
    }

    private func bank(_ text: String) async throws {
        let topic = QuestionFile(reading: Array(text.utf8), path: "questions/birth.yaml").topic
        _ = try await QuestionImportActions([#require(topic)], source: "test").run(
            in: office.database, clock: office.clock, by: office.session.acting)
    }

    private func number(_ main: Int, _ branch: Int = 0) throws -> ArticleNumber {
        try #require(ArticleNumber(main, branch: branch))
    }

    private func versions(_ main: Int, _ branch: Int = 0) throws -> [ArticleVersion] {
        let number = try number(main, branch)
        return try office.database.readAndWait { try StatuteStore.articleVersions(of: "D0030006", number, in: $0) }
    }

    private func find(_ text: String) throws -> [String] {
        let visitor = try office.visitor("yachu")
        return try office.database.readAndWait { db in
            try ArticleSearchStore().findings(SearchQuery(text).request(), for: visitor, in: db).hits
                .map { $0.title.pieces.map(\.text).joined().replacing("第", with: "").replacing("條", with: "") }.sorted()
        }
    }

    @Test func `the first import keeps every article and what it is found by`() throws {
        let (plan, _) = try bring(SampleLaw.first)
        #expect((plan.added, plan.amended, plan.unchanged) == (2, 0, 0))
        let law = try #require(try office.database.readAndWait { try StatuteStore.current("D0030006", in: $0) })
        #expect(law.name == "戶籍法" && law.number == 1 && law.modified == Day(year: 2015, month: 1, day: 21))
        let texts = try office.database.readAndWait { try StatuteStore.texts(of: law, in: $0) }
        #expect(texts.keys.sorted().map(\.plain) == ["1", "2", "3", "14-1"])
        #expect(try find("罰鍰") == ["戶籍法3"])
        #expect(try find("户籍法 申請") == ["戶籍法1", "戶籍法3"])
        #expect(try find("㐂𠮷") == ["戶籍法14之1"])
    }

    @Test func `the same file and an older one change nothing`() throws {
        try bring(SampleLaw.first)
        let again = try bring(SampleLaw.first)
        #expect(again.plan.changes.isEmpty && again.plan.unchanged == 2)
        try bring(SampleLaw.second)
        let older = try bring(SampleLaw.first)
        #expect(older.plan.changes.isEmpty && older.plan.older == 1 && older.plan.unchanged == 1)
        #expect(try versions(1).first?.text.contains("電子方式") == true)
    }

    @Test func `an import that was planned before a later one came in changes nothing`() throws {
        let actions = actions()
        let plan = try actions.plan(StatuteFile(SampleLaw.first))
        #expect(plan.added == 2)
        try bring(SampleLaw.second)
        let flags = try actions.run(
            plan, from: StatuteFile(SampleLaw.first), by: office.session.acting)
        #expect(flags == 0)
        #expect(try versions(1).map(\.text).first?.contains("電子方式") == true)
        #expect(try versions(1).count == 1)
    }

    @Test func `a later file makes new versions of what it amends, and of nothing else`() throws {
        try bring(SampleLaw.first)
        let (plan, _) = try bring(SampleLaw.second)
        #expect((plan.added, plan.amended, plan.unchanged) == (0, 1, 1))
        #expect(try versions(1).count == 2)
        #expect(try versions(2).count == 1)
        #expect(try versions(14, 1).count == 1)
        #expect(try versions(3).map(\.text) == ["（刪除）", "逾期申請者，處樣本罰鍰。"])
        #expect(try versions(4).count == 1)
        #expect(try find("罰鍰") == [])
        #expect(try find("電子方式") == ["戶籍法1"])
        let editions = try office.database.readAndWait { try StatuteStore.versions(of: "D0030006", in: $0) }
        #expect(editions.map(\.number) == [2, 1])
        let old = try office.database.readAndWait { try StatuteStore.edition(editions[1], in: $0) }
        #expect(old.articles.map(\.number.plain) == ["1", "2", "3", "14-1"])
        #expect(old.articles[0].text.contains("得以書面委託"))
        #expect(try office.database.readAndWait { try Doctor.findings(in: office.folder, $0) }.isEmpty)
    }

    @Test func `only what is wanted comes in`() throws {
        let (plan, _) = try bring(SampleLaw.first, only: ["D0030011"])
        #expect(plan.added == 1 && plan.passedOver == 1)
        #expect(try office.database.readAndWait { try StatuteStore.current("D0030006", in: $0) } == nil)
    }

    @Test func `a file that breaks off changes nothing`() throws {
        let cut = SampleLaw.first.prefix(SampleLaw.first.count - 40)
        #expect(throws: StatuteFileRefusal.self) { try bring(Data(cut)) }
        #expect(try office.database.readAndWait { try StatuteStore.count(in: $0) } == 0)
    }

    @Test func `an amendment flags what cites the amended paragraph, and tells the others apart`() async throws {
        try await bank(SampleBank.birth)
        try bring(SampleLaw.first)
        let (plan, flags) = try bring(SampleLaw.second)
        // birth-001 cites 第1條第1項, birth-002 the whole of 第1條 and 第14條之1; birth-003 is retired.
        #expect(plan.findings.map(\.work.code) == ["birth-001", "birth-002"])
        #expect(plan.findings.map(\.isCitedPartTouched) == [false, true])
        #expect(flags == 2)
        let today = ROCDate.day(of: office.clock.now())
        let (held, waiting) = try office.database.readAndWait { db in
            (
                try AmendmentStore.held(.question, today: today, in: db),
                try AmendmentStore.open(.question, in: db).count
            )
        }
        #expect(held.count == 1 && waiting == 2)
        let id = try #require(held.first)
        let now = office.clock.now()
        let decided = try office.database.writeAndWait {
            let flags = try AmendmentStore.open(.question, id: id, in: $0)
            return try AmendmentDecisionStore.decide(.confirmed, flags, by: "guanting", now: now, in: $0)
        }
        #expect(decided == 1)
        #expect(try office.database.readAndWait { try AmendmentStore.held(.question, today: today, in: $0) }.isEmpty)
    }

    @Test func `the first import tells from the history what was amended since the bank was checked`() async throws {
        try await bank(
            SampleBank.birth.replacing("lawAsOf: 2024-10-11", with: "lawAsOf: 2023-01-01")
                .replacing("lawAsOf: 2025-01-01", with: "lawAsOf: 2023-01-01"))
        let (plan, _) = try bring(SampleLaw.second)
        #expect(plan.findings.map(\.work.code) == ["birth-001", "birth-002"])
        #expect(Set(plan.findings.map(\.change)) == [.amendedSince])
    }

    @Test func `an amendment that is not in force yet flags on its day`() async throws {
        try await bank(SampleBank.birth)
        try bring(SampleLaw.first)
        let later = SampleLaw.file(
            updated: "20261101",
            statutes: [
                SampleLaw.statute(
                    "戶籍法", "D0030006", modified: "20261031", effective: "20261201", histories: "",
                    articles: [("第 1 條", "樣本登記，由本人於六十日內申請之。\\r\\n前項申請，得以書面委託他人為之。")])
            ])
        let (plan, _) = try bring(later)
        #expect(plan.findings.allSatisfy { $0.opens == Day(year: 2026, month: 12, day: 1) })
        func held(_ day: Day?) throws -> Int {
            let day = try #require(day)
            return try office.database.readAndWait { try AmendmentStore.held(.question, today: day, in: $0) }.count
        }
        #expect(try held(Day(year: 2026, month: 11, day: 30)) == 0)
        #expect(try held(Day(year: 2026, month: 12, day: 1)) == 2)
    }
}
