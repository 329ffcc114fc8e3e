import GRDB
import Testing

@testable import Huxue

/// Calls on pages: made and changed by those who manage them, and by nobody else.
@Suite struct ProposalCallRoutesTests {
    private let sample: SampleProposals
    private var office: SampleOffice { sample.office }

    init() throws {
        sample = try SampleProposals()
    }

    private func fields(_ unit: ID<Huxue.Unit>, title: String = "春季徵件") -> [(String, String)] {
        [
            ("unit", "\(unit)"), ("title", title), ("year", "115"), ("opens", "115/12/1 08:00"),
            ("closes", "115/12/31 17:30"), ("kinds", "simplified"), ("kinds", "other"), ("panel", "王淑芬\n陳冠廷（A04）"),
            ("takesRole", "1"), ("reviewers", "2"), ("blind", "1"), ("method", "mean"), ("third", ""),
            ("ties", "firstPlaces"), ("awards", "特優，5000 元，記功一次\n佳作"),
        ]
    }

    private func unit(_ name: String? = nil) throws -> ID<Huxue.Unit> {
        try office.database.readAndWait { db in
            try #require(try name.map { try UnitStore.unit(named: $0, in: db) } ?? UnitStore.root(in: db)).id
        }
    }

    private func calls() throws -> [ProposalCall] {
        try office.database.readAndWait { try ProposalCallStore.calls(within: .everywhere, in: $0) }
    }

    @Test func `a call is made, shown and changed, with its panel`() async throws {
        let root = try unit()
        let sample = sample
        try await office.test { browser in
            let meiling = try await browser.signedIn("meiling")
            #expect(try await meiling.get("/manage/calls/new").status == 200)
            let made = try await meiling.post("/manage/calls/new", fields(root))
            #expect(made.status == 303)
            let call = try #require(try calls().first { $0.plan.title == "春季徵件" })
            #expect(made.location == "/manage/calls/\(call.id)?done=created")
            #expect(
                call.plan.kinds == [.simplified, .other] && call.plan.thirdShare == 20 && call.plan.awards.count == 2)
            let page = try await meiling.get(made.location).text
            for words in ["春季徵件", "王淑芬", "陳冠廷", "平均分數", "特優，5000 元，記功一次", "尚未開始"] {
                #expect(page.contains(words), "\(words)")
            }
            let edit = "/manage/calls/\(call.id)/edit"
            #expect(try await meiling.get(edit).text.contains("王淑芬（A03）"))
            let same = try await meiling.post(edit, fields(root) + [("seen", "1")])
            #expect(same.location.hasSuffix("done=unchanged"))
            let changed = try await meiling.post(edit, fields(root, title: "春季提案") + [("seen", "1")])
            #expect(changed.location.hasSuffix("done=changed"))
            // Another window has shown the state before.
            let late = try await meiling.post(edit, fields(root, title: "夏季提案") + [("seen", "1")])
            #expect(late.status == 409 && late.text.contains("夏季提案") && late.text.contains("name=\"seen\" value=\"2\""))
            #expect(try calls().contains { $0.plan.title == "春季提案" })
            #expect(try sample.findings() == [])
        }
    }

    @Test func `what is wrong stands at its field, and nothing is lost`() async throws {
        let root = try unit()
        try await office.test { browser in
            let meiling = try await browser.signedIn("meiling")
            var wrong = fields(root, title: "")
            wrong = wrong.map { $0.0 == "panel" ? ("panel", "沒有這個人") : $0 }
            let answer = try await meiling.post("/manage/calls/new", wrong)
            #expect(answer.status == 422)
            #expect(answer.text.contains("href=\"#title\"") && answer.text.contains("沒有這個人"))
            #expect(answer.text.contains("115/12/31 17:30"))
            #expect(try calls().count == 1)
        }
    }

    @Test func `nobody makes or sees a call of units that they do not manage`() async throws {
        let (root, call, office) = (try unit(), sample.call, office)
        let (section, other) = (try unit("登記一課"), try unit("登記二課"))
        try await office.test { browser in
            for login in ["yachu", "zonghan", "shufen"] {
                let person = try await browser.signedIn(login)
                for uri in [
                    "/manage/calls", "/manage/calls/new", "/manage/calls/\(call)", "/manage/calls/\(call)/edit",
                ] {
                    #expect(try await person.get(uri).status == 403, "\(login) \(uri)")
                }
                #expect(try await person.post("/manage/calls/new", fields(root)).status == 403, "\(login)")
                #expect(try await person.post("/manage/calls/\(call)/edit", fields(root)).status == 403, "\(login)")
            }
            // Manages a section alone.
            let shuhui = try await browser.signedIn("shuhui")
            for uri in ["/manage/calls/\(call)", "/manage/calls/\(call)/edit"] {
                #expect(try await shuhui.get(uri).status == 404, "\(uri)")
            }
            #expect(try await shuhui.get("/manage/calls").text.contains("115年度創意提案") == false)
            for unit in [root, other] {
                #expect(try await shuhui.post("/manage/calls/new", fields(unit)).status == 403)
            }
            #expect(try calls().count == 1)
            let people = fields(section).filter { $0.0 != "panel" }
            #expect(try await shuhui.post("/manage/calls/new", people).status == 303)
            #expect(try calls().count == 2)
        }
    }

    @Test func `a call is fixed once its review has begun`() async throws {
        let (root, call) = (try unit(), sample.call)
        try sample.advance(to: .review)
        try await office.test { browser in
            let meiling = try await browser.signedIn("meiling")
            #expect(try await meiling.get("/manage/calls/\(call)/edit").status == 409)
            #expect(try await meiling.post("/manage/calls/\(call)/edit", fields(root) + [("seen", "1")]).status == 409)
        }
        #expect(throws: DatabaseError.self) {
            try office.database.writeAndWait { try $0.execute(sql: "UPDATE proposalCall SET method = 'mean'") }
        }
    }

    @Test func `a unit with calls is not removed`() throws {
        let plan = SampleProposals.plan
        _ = try sample.call(plan, unit: "登記一課")
        let uses = try office.database.readAndWait { db in
            try ProposalUnitStore.uses(of: #require(try UnitStore.unit(named: "登記一課", in: db)), in: db)
        }
        #expect(uses == ["這個單位有 1 次創意提案徵件"])
    }
}
