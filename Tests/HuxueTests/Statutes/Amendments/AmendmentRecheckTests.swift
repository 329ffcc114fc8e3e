import Foundation
import GRDB
import Testing

@testable import Huxue

/// What is looked at anew after the bank changed stands as the imports of the law left it.
@Suite struct AmendmentRecheckTests {
    private let office: SampleOffice

    init() throws {
        office = try SampleOffice()
    }

    private func law(
        _ modified: String, _ text: String = "樣本罰鍰。", abandoned: String = "", histories: String = "",
        updated: String
    ) -> Data {
        SampleLaw.file(
            updated: updated,
            statutes: [
                SampleLaw.statute(
                    "戶籍法", "D0030006", modified: modified, abandoned: abandoned, histories: histories,
                    articles: [("第 1 條", "樣本登記。"), ("第 14-1 條", text)])
            ])
    }

    private func bring(_ data: Data) throws {
        let actions = StatuteImportActions(
            database: office.database, clock: office.clock, sources: Features.all.citations)
        _ = try actions.run(
            actions.plan(StatuteFile(data)), from: StatuteFile(data), by: office.session.acting)
    }

    private func bank(asOf day: String) async throws {
        let text = SampleBank.birth.replacing("lawAsOf: 2024-10-11", with: "lawAsOf: \(day)")
            .replacing("lawAsOf: 2025-01-01", with: "lawAsOf: \(day)")
        let topic = QuestionFile(reading: Array(text.utf8), path: "questions/birth.yaml").topic
        _ = try await QuestionImportActions([#require(topic)], source: "test").run(
            in: office.database, clock: office.clock, by: office.session.acting)
    }

    private func recheck() throws -> [AmendmentFlag] {
        office.advance(minutes: 3 * 24 * 60)
        let acting = office.session.acting.at(office.clock.now())
        return try office.database.writeAndWait { db in
            try AmendmentActions.recheck(QuestionCitationStore(), by: acting, in: db)
            return try AmendmentStore.open(.question, in: db)
        }
    }

    /// Decides all that waits, and gives how much it was.
    private func confirm() throws -> Int {
        let now = office.clock.now()
        return try office.database.writeAndWait { db in
            try AmendmentDecisionStore.decide(
                .confirmed, AmendmentStore.open(.question, in: db), by: "guanting", now: now, in: db)
        }
    }

    @Test(arguments: [
        // Repealed on a day before the import; amended without a history that says so; rewritten as a whole.
        ("20230101", "樣本罰鍰。", "廢", ""), ("20230101", "樣本罰鍰加倍。", "", ""),
        ("20230101", "樣本罰鍰加倍。", "", "1.中華民國一百十二年一月一日總統令修正公布全文 2 條"),
    ])
    func `what was decided is not flagged again`(
        modified: String, text: String, abandoned: String, histories: String
    ) async throws {
        try await bank(asOf: "2022-09-23")
        try bring(law("20150121", updated: "20220923"))
        _ = try confirm()
        try bring(law(modified, text, abandoned: abandoned, histories: histories, updated: "20241011"))
        let raised = try office.database.readAndWait { try AmendmentStore.open(.question, in: $0) }
        #expect(!raised.isEmpty)
        #expect(try recheck().map(\.id) == raised.map(\.id))
        #expect(try confirm() == raised.count)
        #expect(try recheck().isEmpty)
    }

    @Test func `an article that a rewritten statute kept is not flagged later either`() async throws {
        try await bank(asOf: "2022-09-23")
        try bring(law("20150121", updated: "20220923"))
        _ = try confirm()
        try bring(
            law("20230101", "樣本罰鍰加倍。", histories: "1.中華民國一百十二年一月一日總統令修正公布全文 2 條", updated: "20241011"))
        #expect(Set(try recheck().map(\.citation)) == ["戶籍法第14條之1"])
    }

    @Test func `what was checked against older law than all editions is flagged by each of them`() async throws {
        try bring(law("20150121", histories: "1.中華民國一百零四年一月二十一日總統令修正公布第 1 條條文", updated: "20220923"))
        try bring(law("20230101", "樣本罰鍰加倍。", updated: "20241011"))
        try await bank(asOf: "2010-01-01")
        let flags = try office.database.readAndWait { try AmendmentStore.open(.question, in: $0) }
        #expect(flags.contains { $0.change == .amendedSince && $0.citation.hasPrefix("戶籍法第1條") })
        #expect(flags.contains { $0.change == .changed && $0.citation == "戶籍法第14條之1" })
        #expect(try recheck().count == flags.count)
    }

    @Test func `what was checked between the effects of two acts is flagged once by the one that took effect later`()
        async throws
    {
        try bring(law("20150121", updated: "20220923"))
        try bring(
            law(
                "20260301", "樣本罰鍰加倍。",
                histories: """
                    1.中華民國一百十五年一月一日總統令修正公布第 14-1 條條文；並自一百十五年六月一日施行\\r\\n\
                    2.中華民國一百十五年三月一日總統令修正公布第 14-1 條條文
                    """, updated: "20260601"))
        try await bank(asOf: "2026-04-01")
        let flags = try office.database.readAndWait { try AmendmentStore.open(.question, in: $0) }
            .filter { $0.citation == "戶籍法第14條之1" }
        #expect(Set(flags.map(\.promulgated)) == [sampleDay(2026, 1, 1)])
        #expect(Set(flags.map(\.opens)) == [sampleDay(2026, 6, 1)])
        #expect(try recheck().filter { $0.citation == "戶籍法第14條之1" }.map(\.id) == flags.map(\.id))
        // Checked by all of it, nothing waits any more.
        try await bank(asOf: "2026-06-01")
        #expect(try recheck().allSatisfy { $0.citation != "戶籍法第14條之1" })
    }

    @Test func `two flags that come to say the same become one, and what comes later in the file still arrives`()
        async throws
    {
        try await bank(asOf: "2024-10-11")
        let act = "1.中華民國一百十五年二月一日總統令修正公布第 1、14-1 條條文"
        func edition(_ text: String, _ modified: String, effective: String, rule: String, updated: String) -> Data {
            SampleLaw.file(
                updated: updated,
                statutes: [
                    SampleLaw.statute(
                        "戶籍法", "D0030006", modified: modified, effective: effective, histories: act + rule,
                        articles: [("第 1 條", "樣本登記。"), ("第 14-1 條", text)]),
                    SampleLaw.statute(
                        "後法", "Z0000001", modified: modified, histories: "", articles: [("第 1 條", "後 \(updated)")]),
                ])
        }
        // Flagged by the history first, then by the comparison for a later day, which a third file takes back.
        try bring(edition("甲。", "20260115", effective: "", rule: "", updated: "20260301"))
        try bring(
            edition("乙。", "20260201", effective: "20261231", rule: "；施行日期由行政院定之", updated: "20260401"))
        let before = try office.database.readAndWait { try AmendmentStore.open(.question, in: $0) }
        #expect(Set(before.map(\.opens)).count == 2)
        try bring(edition("乙。", "20260201", effective: "", rule: "", updated: "20260501"))
        let after = try office.database.readAndWait { try AmendmentStore.open(.question, in: $0) }
        #expect(Set(after.map(\.opens)).count == 1 && after.count < before.count)
        let last = try office.database.readAndWait { try StatuteStore.current("Z0000001", in: $0) }
        #expect(last?.number == 3)
        #expect(try office.database.readAndWait { try Doctor.findings(in: office.folder, $0) }.isEmpty)
        // What was decided stays.
        _ = try confirm()
        #expect(throws: (any Error).self) {
            try office.database.writeAndWait { try $0.execute(sql: "DELETE FROM amendmentFlag") }
        }
    }

    @Test func `an effective day that comes and goes settles in one flag`() async throws {
        try await bank(asOf: "2024-10-11")
        func edition(_ text: String, effective: String, updated: String) -> Data {
            SampleLaw.file(
                updated: updated,
                statutes: [
                    SampleLaw.statute(
                        "戶籍法", "D0030006", modified: "20240101", effective: effective, histories: "",
                        articles: [("第 1 條", "樣本登記。"), ("第 14-1 條", text)])
                ])
        }
        try bring(edition("甲。", effective: "", updated: "20260101"))
        try bring(edition("乙。", effective: "20261231", updated: "20260102"))
        try bring(edition("丙。", effective: "", updated: "20260103"))
        try bring(edition("丙。", effective: "20261231", updated: "20260104"))
        #expect(try office.database.readAndWait { try Doctor.findings(in: office.folder, $0) }.isEmpty)
    }
}
