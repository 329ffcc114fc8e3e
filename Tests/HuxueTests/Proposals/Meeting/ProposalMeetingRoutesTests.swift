import GRDB
import HTTPTypes
import Testing

@testable import Huxue

/// The meeting on pages: the secretary, the authors, colleagues, the wrong person and nobody.
@Suite struct ProposalMeetingRoutesTests {
    private static func routes(_ sample: SampleMeetings) -> [(isPage: Bool, uri: String, fields: [(String, String)])] {
        let call = "/manage/calls/\(sample.call)"
        let one = "\(call)/meeting/\(sample.ids[0])"
        return [
            (true, "\(call)/meeting", []), (false, "\(call)/meeting", [("reason", "急")]),
            (false, "\(call)/meeting/attendance", [("seen", "1"), ("place", "別處")]),
            (false, "\(call)/meeting/closure", []), (true, one, []),
            (false, one, [("outcome", "adopted"), ("reasons", "好"), ("seen", "0"), ("intent", "decide")]),
            (true, "\(call)/minutes", []), (true, "\(call)/minutes.odt", []),
            (false, "\(call)/reviews/\(sample.ids[1])/merger", [("earlier", "\(sample.ids[0])"), ("reason", "同")]),
            (false, "\(call)/reviews/\(sample.ids[1])/merger/withdrawal", []),
        ]
    }

    private func rows(_ sample: SampleMeetings) throws -> [String] {
        try sample.office.database.readAndWait { db in
            try [
                "proposalCall", "proposalMeeting", "proposalAttendee", "proposalDiscussion", "proposalDecision",
                "proposalMerger", "proposalMergerAnswer",
            ].flatMap { table in try Row.fetchAll(db, sql: "SELECT * FROM \(table)").map { "\(table) \($0)" } }
        }
    }

    @Test func `for the wrong person there is nothing, and nothing changes`() async throws {
        let sample = try SampleMeetings()
        try sample.begin()
        let before = try rows(sample)
        try await sample.office.test { browser in
            for (login, status) in [
                ("yachu", 403), ("shufen", 403), ("zonghan", 403), ("shuhui", 404),
            ] {
                let person = try await browser.signedIn(login)
                for route in Self.routes(sample) {
                    let answer =
                        route.isPage ? try await person.get(route.uri) : try await person.post(route.uri, route.fields)
                    #expect(answer.status == status, "\(login) \(route.uri)")
                    #expect(!answer.text.contains("第1件構想"), "\(login) \(route.uri)")
                }
                let answer = try await person.post(
                    "/proposals/\(sample.ids[1])/merger", [("later", "\(sample.ids[1])"), ("answer", "yes")])
                #expect(answer.status == 404, "\(login)")
            }
            for route in Self.routes(sample) {
                let answer =
                    route.isPage ? try await browser.get(route.uri) : try await browser.post(route.uri, route.fields)
                #expect(answer.status == (route.isPage ? 303 : 401), "\(route.uri)")
            }
        }
        #expect(try rows(sample) == before)
    }

    @Test func `from the beginning to what the authors read`() async throws {
        let sample = try SampleMeetings()
        let (call, ids) = ("/manage/calls/\(sample.call)", sample.ids)
        try await sample.office.test { browser in
            let meiling = try await browser.signedIn("meiling")
            let ready = try await meiling.get("\(call)/meeting").text
            #expect(ready.contains("可以開會") && ready.contains("開始評審會議"))
            let begun = try await meiling.post("\(call)/meeting", [])
            #expect(begun.location == "\(call)/meeting?done=begun")
            #expect(try await meiling.get(begun.location).text.contains("已決議 0／3 件"))
            #expect(try await meiling.get("/").text.contains("評審會議還沒有結束"))
            let page = try await meiling.get("\(call)/meeting/\(ids[1])").text
            for words in ["第 1 名", "第 1 件，共 3 件", "值得一試", "王淑芬", "決議理由", "特優"] {
                #expect(page.contains(words), "\(words)")
            }
            // A blind call: the panel sees the projector, too.
            #expect(!page.contains("林雅筑"))

            let half = try await meiling.post(
                "\(call)/meeting/\(ids[1])", [("notes", "大家都說好"), ("seen", "0"), ("intent", "next")])
            #expect(half.status == 422 && half.text.contains("請選決議") && half.text.contains("大家都說好"))
            let decided = try await meiling.post(
                "\(call)/meeting/\(ids[1])",
                [
                    ("notes", "大家都說好"), ("outcome", "adopted"), ("reasons", "省時"), ("award", "1"), ("seen", "1"),
                    ("intent", "next"),
                ])
            #expect(decided.location == "\(call)/meeting/\(ids[0])?done=decided")
            let early = try await meiling.post("\(call)/meeting/closure", [])
            #expect(early.status == 409 && early.text.contains("還有 2 件沒有決議"))

            let yachu = try await browser.signedIn("yachu")
            let waiting = try await yachu.get("/proposals/\(ids[1])").text
            #expect(!waiting.contains("省時") && !waiting.contains("採行") && !waiting.contains("再補數字"))
            for id in [ids[0], ids[2]] {
                _ = try await meiling.post(
                    "\(call)/meeting/\(id)",
                    [("outcome", "notAdopted"), ("reasons", "成本太高"), ("seen", "0"), ("intent", "decide")])
            }
            let closed = try await meiling.post("\(call)/meeting/closure", [])
            #expect(closed.location == "\(call)/meeting?done=closed")
            #expect(try await meiling.get(call).text.contains("已經決議並公布"))

            let home = try await yachu.get("/").text
            #expect(home.contains("的決議：採行") && home.contains("的決議：不採行"))
            let own = try await yachu.get("/proposals/\(ids[1])").text
            for words in ["採行", "省時", "特優，5000 元，記功一次", "再補數字"] { #expect(own.contains(words), "\(words)") }
            // Reviewers stay hidden for good, and so do notes and words for the panel.
            for words in ["王淑芬", "陳冠廷", "大家都說好", "值得一試"] { #expect(!own.contains(words), "\(words)") }

            let colleague = try await browser.signedIn("shuhui").get("/proposals/\(ids[1])").text
            #expect(colleague.contains("採行") && colleague.contains("特優"))
            #expect(!colleague.contains("省時") && !colleague.contains("再補數字"))

            let minutes = try await meiling.get("\(call)/minutes").text
            for words in ["大家都說好", "林雅筑", "第 1 名", "成本太高"] { #expect(minutes.contains(words), "\(words)") }
            let file = try await meiling.get("\(call)/minutes.odt")
            #expect(file.status == 200 && file.headers[.contentType] == TextDocument.type)
        }
    }

    @Test func `the script keeps what is typed, and tells of another window`() async throws {
        let sample = try SampleMeetings()
        try sample.begin()
        let one = "/manage/calls/\(sample.call)/meeting/\(sample.ids[0])"
        try await sample.office.test { browser in
            let meiling = try await browser.signedIn("meiling")
            let kept = try await meiling.post(
                one, [("notes", "一"), ("seen", "0"), ("intent", "draft")], headers: [.huxueSequence: "1"])
            #expect(kept.status == 200 && kept.text.contains("\"seen\":\"1\""))
            let other = try await meiling.post(
                one, [("notes", "二"), ("seen", "0"), ("intent", "draft")], headers: [.huxueSequence: "1"])
            #expect(other.status == 409 && other.text.contains("\"seen\":\"1\""))
            let plain = try await meiling.post(
                one, [("notes", "二"), ("outcome", "adopted"), ("reasons", "好"), ("seen", "0"), ("intent", "decide")])
            #expect(plain.status == 409 && plain.text.contains("二") && plain.text.contains("另一個視窗"))
        }
    }
}
