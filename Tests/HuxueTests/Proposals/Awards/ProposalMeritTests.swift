import GRDB
import Testing

@testable import Huxue

/// What authors get, who puts it on record, and the roll of honour.
@Suite struct ProposalMeritTests {
    @Test(arguments: [
        (5000, [10_000], [5000]), (5000, [3333, 3333, 3334], [1667, 1666, 1667]), (1, [5000, 5000], [1, 0]),
        (100, [2500, 7500], [25, 75]), (0, [5000, 5000], [0, 0]),
    ])
    func `a prize is shared to the dollar`(prize: Int, shares: [Int], parts: [Int]) {
        #expect(ProposalMeritRules.parts(of: prize, shares: shares) == parts)
    }

    @Test func `parts always sum to the prize`() {
        var generator = SeededGenerator("merit")
        for _ in 0..<200 {
            var shares = (0..<Int.random(in: 1...6, using: &generator)).map { _ in
                Int.random(in: 1...1500, using: &generator)
            }
            shares.append(10_000 - shares.reduce(0, +))
            let prize = Int.random(in: 0...100_000, using: &generator)
            let parts = ProposalMeritRules.parts(of: prize, shares: shares)
            #expect(parts.reduce(0, +) == prize && parts.allSatisfy { $0 >= 0 })
        }
    }

    @Test func `the award follows from the meeting, and stands once it is ordered`() async throws {
        let sample = try SampleMeetings()
        try sample.finish()
        let own = "/manage/awards/\(sample.ids[0])"
        try await sample.office.test { browser in
            let meiling = try await browser.signedIn("meiling")
            let list = try await meiling.get("/manage/awards").text
            #expect(list.contains("第1件構想") && list.contains("還沒有核定") && !list.contains("第2件構想"))
            let sheet = try await meiling.get(own).text
            #expect(sheet.contains("記功一次") && sheet.contains("value=\"5000\"") && sheet.contains("林雅筑"))
            let bad = try await meiling.post(
                own, [("orderedOn", "某日"), ("prize-A01", "很多"), ("merit-A01", "升官")])
            #expect(bad.status == 422 && bad.text.contains("核定日") && bad.text.contains("獎金請填"))
            let given = try await meiling.post(
                own,
                [
                    ("orderedOn", "115/12/20"), ("order", "府人考字第1號"), ("prize-A01", "5000"), ("merit-A01", "記功一次"),
                    ("letter-A01", "1"),
                ])
            #expect(given.location == "/manage/awards?done=granted")
            let after = try await meiling.get("/manage/awards").text
            #expect(after.contains("記功一次、5000 元、獎狀") && after.contains("已登錄"))
            let file = try await meiling.get("/manage/awards.csv").text
            #expect(file.contains("府人考字第1號") && file.contains("A01") && file.contains("115/12/20"))

            let honours = try await browser.signedIn("guanting").get("/proposals/honours").text
            #expect(honours.contains("第1件構想") && honours.contains("特優") && honours.contains("林雅筑"))
            #expect(!honours.contains("第2件構想") && !honours.contains("第3件構想"))

            for login in ["yachu", "shuhui", "zonghan"] {
                let person = try await browser.signedIn(login)
                // shuhui manages proposals of her own section only.
                let status = login == "shuhui" ? 404 : 403
                #expect(try await person.get(own).status == status, "\(login)")
                #expect(try await person.post(own, [("orderedOn", "115/12/20")]).status == status, "\(login)")
            }
            #expect(try await browser.get("/manage/awards").status == 303)
            #expect(try await browser.post(own, [("x", "1")]).status == 401)
        }
        #expect(try sample.reviews.proposals.findings().isEmpty)
    }

    @Test func `nobody rewards themselves`() async throws {
        let sample = try SampleMeetings()
        try sample.reviews.register("A06", with: 1)
        try sample.office.database.writeAndWait { db in
            let root = try #require(try UnitStore.root(in: db))
            _ = try GrantStore.insert(
                .proposalManager, at: root.id, for: try sample.reviews.employee("zonghan"),
                now: sample.office.clock.now(), in: db)
        }
        try sample.begin(reason: "評完了", by: "zonghan")
        for number in 1...3 { try sample.decide(number, .adopted, award: 1, by: "zonghan") }
        try sample.close(by: "zonghan")
        try await sample.office.test { browser in
            let meiling = try await browser.signedIn("meiling")
            let list = try await meiling.get("/manage/awards").text
            #expect(!list.contains("第1件構想") && list.contains("第2件構想"))
            #expect(try await meiling.get("/manage/awards/\(sample.ids[0])").status == 404)
        }
    }
}
