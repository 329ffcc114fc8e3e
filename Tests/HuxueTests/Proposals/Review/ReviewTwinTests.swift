import GRDB
import Testing

@testable import Huxue

/// Two offices that differ only in how one proposal was scored, and by whom, look the same to whoever is in conflict.
@Suite struct ReviewTwinTests {
    /// The first proposal is jian's; twin 1 has better scores of it, given by others.
    private static func office(
        _ twin: Int, conflicted login: String
    ) throws -> SampleReviews {
        let panel = ["shufen", "guanting", "shuhui"]
        let sample = try SampleReviews(count: 3, panel: panel, authors: [1: "A02 100%"])
        try sample.register(login == "meiling" ? "A06" : "A02", with: 1)
        try sample.office.database.writeAndWait { db in
            let person = try #require(try EmployeeStore.member(login: "jian", in: db)).employee
            let root = try #require(try UnitStore.root(in: db))
            let now = sample.office.clock.now()
            for role in [Role.proposalManager, .admin] {
                _ = try GrantStore.insert(role, at: root.id, for: person.id, now: now, in: db)
            }
            let deputy = try #require(try EmployeeStore.member(login: "zonghan", in: db)).employee
            _ = try GrantStore.insert(.proposalManager, at: root.id, for: deputy.id, now: now, in: db)
        }
        try sample.begin(by: "jian")
        // jian is the author of the first, meiling in conflict with it: a deputy assigns its reviewers.
        let deputy = try sample.acting("meiling")
        let first = twin == 0 ? ["shufen", "guanting"] : ["guanting", "shuhui"]
        for reviewer in first {
            let pair = try sample.pair(1, reviewer)
            try sample.office.database.writeAndWait {
                try ReviewStore.assign(pair, by: deputy.visitor.employee, now: deputy.now, in: $0)
            }
        }
        for number in 2...3 { try sample.add(number, "shufen", "guanting", by: "jian") }
        let points = twin == 0 ? 1 : 5
        for reviewer in first { try sample.handIn(1, by: reviewer, points, points, twin == 0 ? "0" : "10") }
        try sample.handIn(2, by: "shufen", 3, 3, "5")
        try sample.handIn(2, by: "guanting", 4, 4, "5")
        try sample.handIn(3, by: "shufen", 2, 2, "5")
        return sample
    }

    private static func pages(_ sample: SampleReviews) -> [String] {
        let call = "/manage/calls/\(sample.call)"
        let own = sample.ids.map { "/proposals/\($0)" } + sample.ids.map { "/proposals/reviews/\($0)" }
        return ["/", "/proposals", "/proposals/reviews", "/manage/calls", call, "\(call)/reviews", "\(call)/ranking"]
            + [
                "\(call)/assignment", "\(call)/assignment?seed=2", "/proposals/reviews/calls/\(sample.call)",
                "/amendments",
            ]
            + own + own.map { "\($0)/recusal" } + own.map { "\($0)/attachments/1" }
            + sample.ids.map { "\(call)/reviews/\($0)" } + sample.ids.map { "\(call)/meeting/\($0)" }
            + sample.ids.map { "/proposals/\($0)/tasks" } + sample.ids.map { "/manage/awards/\($0)" }
            + ["ranking.csv", "scores.csv"].map { "\(call)/results/\($0)" }
            + ["\(call)/meeting", "\(call)/minutes", "\(call)/tasks", "/audit", "/manage/awards", "/manage/awards.csv"]
            + ["/proposals/honours"]
            + ["條碼", "構想", "值得一試"].map { "/search?q=\(Address.encoded($0))" }
            + ["/search?q=1", "/rubrics", "/statutes"]
    }

    /// What a person gets at each address, without what is random.
    private static func look(at sample: SampleReviews, as login: String) async throws -> [String: String] {
        let pages = pages(sample)
        let call = "/manage/calls/\(sample.call)"
        let first = sample.ids[0]
        return try await sample.office.test { browser in
            let person = try await browser.signedIn(login)
            var seen: [String: String] = [:]
            for page in pages { seen[page] = said(try await person.get(page)) }
            for (act, fields) in [
                ("reviewers", [("reviewer", "1")]), ("removal", [("reviewer", "3")]),
                ("reopening", [("reviewer", "3"), ("reason", "重評")]),
                ("conflict", [("person", "A03"), ("reason", "親屬")]),
                ("merger", [("earlier", "\(sample.ids[0])"), ("reason", "同一構想")]), ("merger/withdrawal", []),
            ] as [(String, [(String, String)])] {
                seen["POST \(act)"] = said(try await person.post("\(call)/reviews/\(first)/\(act)", fields))
            }
            seen["POST score"] = said(
                try await person.post("/proposals/reviews/\(first)", [("intent", "submit"), ("seen", "0")]))
            seen["POST assignment"] = said(try await person.post("\(call)/assignment", [("seed", "1"), ("seen", "")]))
            // The same again in the meeting.
            seen["POST meeting"] = said(try await person.post("\(call)/meeting", [("reason", "評完了")]))
            for page in pages { seen["meeting \(page)"] = said(try await person.get(page)) }
            for id in sample.ids {
                seen["POST decision \(id)"] = said(
                    try await person.post(
                        "\(call)/meeting/\(id)",
                        [("outcome", "adopted"), ("reasons", "好"), ("seen", "0"), ("intent", "decide")]))
            }
            seen["POST closure"] = said(try await person.post("\(call)/meeting/closure", []))
            // A deputy decides the rest, in both offices the same.
            let deputy = try await browser.signedIn("zonghan")
            for id in sample.ids {
                _ = try await deputy.post(
                    "\(call)/meeting/\(id)",
                    [("outcome", "adopted"), ("reasons", "好"), ("seen", "1"), ("intent", "decide")])
            }
            let closed = try await deputy.post("\(call)/meeting/closure", [])
            #expect(closed.location == "\(call)/meeting?done=closed")
            for page in pages { seen["decided \(page)"] = said(try await person.get(page)) }
            return seen
        }
    }

    private static func said(_ answer: SampleAnswer) -> String {
        "\(answer.status) \(answer.location) \(answer.text)".replacing(/[A-Za-z0-9_\-]{20,}/, with: "…")
    }

    /// meiling is the secretary and in conflict; jian is the author, and besides secretary and administrator.
    @Test(arguments: ["meiling", "jian"])
    func `whoever is in conflict sees the same, whatever the scores and whoever gave them`(login: String) async throws {
        var views: [[String: String]] = []
        for twin in 0...1 {
            let sample = try Self.office(twin, conflicted: login)
            views.append(try await Self.look(at: sample, as: login))
        }
        for (page, seen) in views[0] { #expect(seen == views[1][page], "\(page)") }
        #expect(views[0].count == views[1].count)
    }

    @Test func `somebody without a conflict does see the difference`() async throws {
        var rankings: [String] = []
        for twin in 0...1 {
            let sample = try Self.office(twin, conflicted: "jian")
            rankings.append(
                try await sample.office.test { browser in
                    try await browser.signedIn("meiling").get("/manage/calls/\(sample.call)/ranking").text
                })
        }
        #expect(rankings[0] != rankings[1])
    }

    /// jian is an administrator as well, and reads the log.
    @Test func `the audit log has no row about the proposal`() async throws {
        let sample = try Self.office(1, conflicted: "jian")
        let log = try await sample.office.test { browser in
            try await browser.signedIn("jian").get("/audit").text
        }
        #expect(log.contains("送出評分") && log.contains("加入評審委員"))
        // Of the three proposals' sheets those of two.
        #expect(log.ranges(of: "送出評分").count - 1 == 3, "The word stands once in the filter.")
    }
}
