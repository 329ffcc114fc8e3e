import GRDB
import Testing

@testable import Huxue

/// What is done about an adopted proposal, by the secretary, whoever answers for a task, and the wrong person.
@Suite struct ProposalTaskTests {
    private static let task = [
        ("title", "印製核對單"), ("unit", "登記一課"), ("person", "A03"), ("dueOn", "115/12/31"),
    ]

    private static func rows(_ sample: SampleMeetings) throws -> [String] {
        try sample.office.database.readAndWait { db in
            try ["proposalTask", "proposalProgress", "proposalEffect", "proposalMerit"].flatMap { table in
                try Row.fetchAll(db, sql: "SELECT * FROM \(table)").map { "\(table) \($0)" }
            }
        }
    }

    @Test func `from a task to the confirmed effect`() async throws {
        let sample = try SampleMeetings()
        try sample.finish()
        let own = "/proposals/\(sample.ids[0])/tasks"
        try await sample.office.test { browser in
            let meiling = try await browser.signedIn("meiling")
            #expect(try await meiling.get("/proposals/\(sample.ids[0])").text.contains(own))
            let empty = try await meiling.get(own).text
            #expect(empty.contains("還沒有安排") && empty.contains("每年省") && empty.contains("約 120 小時"))
            let bad = try await meiling.post(
                own, [("title", ""), ("unit", "沒有這一課"), ("person", "某人"), ("dueOn", "下週")])
            #expect(bad.status == 422)
            for words in ["請填「工作」", "沒有這一課", "某人", "115/12/31 的樣子"] {
                #expect(bad.text.contains(words), "\(words)")
            }
            let added = try await meiling.post(own, Self.task)
            #expect(added.location == "\(own)?done=added")

            let shufen = try await browser.signedIn("shufen")
            #expect(try await shufen.get("/").text.contains("印製核對單"))
            let reported = try await shufen.post(
                "\(own)/1/progress", [("month", "115/11"), ("percent", "40"), ("words", "樣張已定")])
            #expect(reported.location == "\(own)?done=reported")
            #expect(try await shufen.get(own).text.contains("樣張已定"))
            let late = try await shufen.post(
                "\(own)/1/progress", [("month", "116/1"), ("percent", "101"), ("words", "")])
            #expect(late.status == 422 && late.text.contains("115/12 的樣子") && late.text.contains("0 到 100"))

            let kept = try await meiling.post("\(own)/1/removal")
            #expect(kept.status == 409 && kept.text.contains("已經有進度"))
            let stale = try await meiling.post("\(own)/1", Self.task + [("seen", "7")])
            #expect(stale.status == 409)
            let changed = try await meiling.post("\(own)/1", Self.task + [("seen", "1")])
            #expect(changed.location == "\(own)?done=changed")

            let page = try await meiling.post("\(own)/page", [("page", "no-such-page")])
            #expect(page.status == 422 && page.text.contains("no-such-page"))
            let vague = try await meiling.post("\(own)/effect", [("minutes", "5"), ("cases", "1000"), ("words", "")])
            #expect(vague.status == 422 && vague.text.contains("請填「實際效益」"))
            let confirmed = try await meiling.post(
                "\(own)/effect", [("minutes", "5"), ("cases", "1200"), ("words", "量了一個月")])
            #expect(confirmed.location == "\(own)?done=confirmed")
            let after = try await shufen.get(own).text
            #expect(after.contains("每年約省 100 小時") && after.contains("量了一個月"))
            let overview = try await meiling.get("/manage/calls/\(sample.call)/tasks").text
            #expect(overview.contains("完成 0／1") && overview.contains("每年約省 100 小時"))
            #expect(!overview.contains("第2件"))
        }
        #expect(try sample.reviews.proposals.findings().isEmpty)
    }

    @Test func `a colleague reads and changes nothing, an author does not judge their own idea`() async throws {
        let sample = try SampleMeetings()
        try sample.finish()
        let own = "/proposals/\(sample.ids[0])/tasks"
        try await sample.office.test { browser in
            _ = try await browser.signedIn("meiling").post(own, Self.task)
            let before = try Self.rows(sample)
            for login in ["yachu", "guanting", "zonghan"] {
                let person = try await browser.signedIn(login)
                #expect(try await person.get(own).status == 200, "\(login)")
                for (uri, fields) in [
                    (own, Self.task), ("\(own)/1", Self.task + [("seen", "1")]), ("\(own)/1/removal", []),
                    ("\(own)/effect", [("words", "好")]), ("\(own)/page", [("page", "")]),
                ] as [(String, [(String, String)])] {
                    #expect(try await person.post(uri, fields).status == 404, "\(login) \(uri)")
                }
                let report = try await person.post(
                    "\(own)/1/progress", [("month", "115/11"), ("percent", "1"), ("words", "好")])
                #expect(report.status == 403, "\(login)")
                #expect(try await person.get("/manage/calls/\(sample.call)/tasks").status == 403, "\(login)")
            }
            #expect(try Self.rows(sample) == before)
            // shuhui leads the section in charge.
            let shuhui = try await browser.signedIn("shuhui").post(
                "\(own)/1/progress", [("month", "115/11"), ("percent", "10"), ("words", "開始了")])
            #expect(shuhui.status == 303)
            #expect(try await browser.get(own).status == 303)
            #expect(try await browser.post(own, Self.task).status == 401)
        }
    }

    @Test func `what was not adopted has no tasks`() async throws {
        let sample = try SampleMeetings()
        try sample.finish()
        try await sample.office.test { browser in
            let meiling = try await browser.signedIn("meiling")
            #expect(try await meiling.get("/proposals/\(sample.ids[1])/tasks").status == 409)
            #expect(try await meiling.post("/proposals/\(sample.ids[1])/tasks", Self.task).status == 409)
        }
    }

    @Test func `the procedure begins from the proposal`() async throws {
        let sample = try SampleMeetings()
        try sample.finish()
        try sample.office.database.writeAndWait { db in
            let root = try #require(try UnitStore.root(in: db))
            _ = try GrantStore.insert(
                .knowledgeEditor, at: root.id, for: try sample.reviews.employee("guanting"),
                now: sample.office.clock.now(), in: db)
        }
        try await sample.office.test { browser in
            let own = "/proposals/\(sample.ids[0])/tasks"
            let guanting = try await browser.signedIn("guanting")
            let editor = try await guanting.post("\(own)/draft")
            #expect(editor.location.hasPrefix("/pages/new?draft="))
            let form = try await guanting.get(editor.location).text
            #expect(form.contains("第1件構想") && form.contains("作業步驟"))
            #expect(try await guanting.get(own).text.contains("還沒有發布"))
            #expect(try await browser.signedIn("yachu").post("\(own)/draft").status == 403)
        }
    }
}
