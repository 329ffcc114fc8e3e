import Foundation
import GRDB
import HTTPTypes
import Testing

@testable import Huxue

/// The review on pages: as a reviewer, the secretary, the wrong person and nobody.
@Suite struct ReviewRoutesTests {
    private static func fields(
        _ form: ScoreForm, _ intent: String, seen: Int = 0
    ) -> [(String, String)] {
        form.rows.enumerated().flatMap { place, row in
            [(ScoreForm.points(place + 1), row.points), (ScoreForm.comment(place + 1), row.comment)]
        } + [("toAuthors", form.toAuthors), ("toPanel", form.toPanel), ("seen", "\(seen)"), ("intent", intent)]
    }

    /// What reviewers have, and what secretaries have, of the first proposal.
    private static func routes(
        _ sample: SampleReviews
    ) throws -> (
        reviewer: [(isPage: Bool, uri: String, fields: [(String, String)])],
        secretary: [(isPage: Bool, uri: String, fields: [(String, String)])]
    ) {
        let (own, call) = ("/proposals/reviews/\(sample.ids[0])", "/manage/calls/\(sample.call)")
        let (one, shufen) = ("\(call)/reviews/\(sample.ids[0])", "\(try sample.employee("shufen"))")
        return (
            [
                (true, own, []), (false, own, fields(SampleReviews.form(3, 3, "5"), "submit")),
                (true, "\(own)/attachments/1", []), (true, "\(own)/recusal", []),
                (false, "\(own)/recusal", [("intent", "conflict"), ("reason", "親屬")]),
                (false, "\(own)/recusal", [("intent", "abstain"), ("reason", "不熟悉")]),
            ],
            [
                (true, "\(call)/reviews", []), (false, "\(call)/reviews", []),
                (false, "\(call)/reviews/deadline", [("reviewsClose", "115/12/31 17:30")]),
                (true, "\(call)/assignment", []), (false, "\(call)/assignment", [("seed", "1")]),
                (true, "\(call)/ranking", []), (true, one, []), (false, "\(one)/reviewers", [("reviewer", shufen)]),
                (false, "\(one)/removal", [("reviewer", shufen)]),
                (false, "\(one)/reopening", [("reviewer", shufen), ("reason", "重評")]),
                (false, "\(one)/conflict", [("person", "A03"), ("reason", "親屬")]),
            ]
        )
    }

    private func rows(_ sample: SampleReviews) throws -> [String] {
        try sample.office.database.readAndWait { db in
            try ["proposalCall", "proposalReview", "proposalConflict", "scoreSheet", "criterionScore"].flatMap {
                table in
                try Row.fetchAll(db, sql: "SELECT * FROM \(table)").map { "\(table) \($0)" }
            }
        }
    }

    @Test func `for the wrong person there is nothing, and nothing changes`() async throws {
        let sample = try SampleReviews()
        try sample.begin()
        try sample.add(1, "shufen", "guanting")
        let (reviewer, secretary) = try Self.routes(sample)
        let before = try rows(sample)
        let call = sample.call
        try await sample.office.test { browser in
            // jian is of the panel and not assigned, yachu the author, shuhui manages another unit.
            for login in ["jian", "yachu", "shuhui", "meiling", "zonghan"] {
                let person = try await browser.signedIn(login)
                for route in reviewer {
                    let answer =
                        route.isPage ? try await person.get(route.uri) : try await person.post(route.uri, route.fields)
                    #expect(answer.status == 404, "\(login) \(route.uri)")
                    #expect(!answer.text.contains("第1件構想"), "\(login) \(route.uri)")
                }
                guard login != "jian" else { continue }
                #expect(try await person.get("/proposals/reviews/calls/\(call)").status == 404, "\(login)")
                let declared = [("proposal", "\(sample.ids[0])"), ("reason", "親屬")]
                #expect(try await person.post("/proposals/reviews/calls/\(call)", declared).status == 404, "\(login)")
            }
            for (login, status) in [("jian", 403), ("yachu", 403), ("shufen", 403), ("zonghan", 403), ("shuhui", 404)] {
                let person = try await browser.signedIn(login)
                for route in secretary {
                    let answer =
                        route.isPage ? try await person.get(route.uri) : try await person.post(route.uri, route.fields)
                    #expect(answer.status == status, "\(login) \(route.uri)")
                }
            }
            for route in reviewer + secretary + [(true, "/proposals/reviews", [])] {
                let answer =
                    route.isPage ? try await browser.get(route.uri) : try await browser.post(route.uri, [("x", "1")])
                #expect(answer.status == (route.isPage ? 303 : 401), "\(route.uri)")
            }
        }
        #expect(try rows(sample) == before)
    }

    @Test func `from the assignment to the ranking`() async throws {
        let sample = try SampleReviews()
        let (call, ids) = ("/manage/calls/\(sample.call)", sample.ids)
        try await sample.office.test { browser in
            let meiling = try await browser.signedIn("meiling")
            #expect(try await meiling.get(call).text.contains("\(call)/reviews"))
            let before = try await meiling.get("\(call)/reviews").text
            #expect(before.contains("自動分配委員") && before.contains("第1件構想"))
            let preview = try await meiling.get("\(call)/assignment?seed=5")
            #expect(preview.status == 200 && preview.text.contains("種子 5") && preview.text.contains("王淑芬　2 件"))
            let mark = try sample.preview(seed: 5).mark
            let stale = try await meiling.post("\(call)/assignment", [("seed", "5"), ("seen", "0")])
            #expect(stale.status == 409 && stale.text.contains("沒有存入"))
            let made = try await meiling.post("\(call)/assignment", [("seed", "5"), ("seen", mark)])
            #expect(made.location == "\(call)/reviews?done=assigned")
            #expect(try await meiling.get(made.location).text.contains("已送出 0／6 份評分"))
            #expect(try await meiling.get("\(call)/edit").status == 409)

            let shufen = try await browser.signedIn("shufen")
            #expect(try await shufen.get("/").text.contains("還有 2 件待評"))
            let list = try await shufen.get("/proposals/reviews").text
            #expect(list.contains("已送出 0／2") && list.contains("評下一件") && list.contains("申請迴避"))
            let owed = try sample.owed("shufen")
            let own = "/proposals/reviews/\(ids[owed[0] - 1])"
            let page = try await shufen.get(own).text
            for words in ["掃描條碼", "創新性", "儲存並看下一件", "先放一邊", "匿名評審", "review-sides"] {
                #expect(page.contains(words), "\(words)")
            }
            #expect(!page.contains("林雅筑"))
            #expect(try await shufen.get("/proposals/\(ids[owed[0] - 1])").location == own)
            let half = try await shufen.post(own, Self.fields(SampleReviews.form(3, 3, ""), "submit"))
            #expect(half.status == 422 && half.text.contains("「效益」的分數還沒有填"))
            let next = try await shufen.post(own, Self.fields(SampleReviews.form(3, 3, "5"), "next", seen: 1))
            #expect(next.location == "/proposals/reviews/\(ids[owed[1] - 1])")
            let late = try await shufen.post(own, Self.fields(SampleReviews.form(5, 5, "5"), "submit", seen: 1))
            #expect(late.status == 409 && late.text.contains("另一個視窗"))
            let done = try await shufen.post(own, Self.fields(SampleReviews.form(4, 4, "5"), "submit", seen: 2))
            #expect(done.location == "\(own)?done=handedIn")
            let after = try await shufen.get(done.location).text
            #expect(after.contains("已送出評分") && after.contains("評下一件") && after.contains("68／100"))

            let one = "\(call)/reviews/\(ids[owed[0] - 1])"
            let sheets = try await meiling.get(one).text
            #expect(sheets.contains("王淑芬") && sheets.contains("68／100") && sheets.contains("重新開放"))
            let ranking = try await meiling.get("\(call)/ranking").text
            for words in ["暫定", "68.00", "\(one)#reviewer-", "還沒有評分的"] {
                #expect(ranking.contains(words), "\(words)")
            }
            let mute = try await meiling.post(
                "\(one)/reopening", [("reviewer", "\(try sample.employee("shufen"))"), ("reason", " ")])
            #expect(mute.status == 422 && mute.text.contains("請填寫重新開放的理由"))
        }
        #expect(try sample.proposals.findings() == [])
    }

    @Test func `what comes too late is shown again, with what was typed`() async throws {
        let sample = try SampleReviews()
        try sample.begin()
        try sample.add(1, "shufen")
        sample.office.advance(minutes: 7 * 24 * 60)
        let own = "/proposals/reviews/\(sample.ids[0])"
        try await sample.office.test { browser in
            let shufen = try await browser.signedIn("shufen")
            #expect(try await shufen.get(own).text.contains("評審已經截止"))
            let late = try await shufen.post(own, Self.fields(SampleReviews.form(3, 3, "5"), "submit"))
            #expect(late.status == 409 && late.text.contains("內容留在這一頁") && late.text.contains("值得一試"))
        }
        #expect(try sample.board().handedIn == 0)
    }

    @Test func `the script saves a draft, and learns of another window`() async throws {
        let sample = try SampleReviews()
        try sample.begin()
        try sample.add(1, "shufen")
        let own = "/proposals/reviews/\(sample.ids[0])"
        try await sample.office.test { browser in
            let shufen = try await browser.signedIn("shufen")
            let script: HTTPFields = [.huxueSequence: "1"]
            let form = SampleReviews.form(3, 3, "5")
            let kept = try await shufen.post(own, Self.fields(form, "draft"), headers: script)
            #expect(kept.status == 200 && kept.text.contains("\"seen\":\"1\""))
            let other = try await shufen.post(own, Self.fields(SampleReviews.form(1, 1, "0"), "draft"), headers: script)
            #expect(other.status == 409 && other.text.contains("\"seen\":\"1\""))
        }
    }

    @Test func `attachments come under other names, and only to reviewers`() async throws {
        let sample = try SampleReviews(attachment: "林雅筑的構想.pdf")
        try sample.begin()
        try sample.add(1, "shufen")
        let id = sample.ids[0]
        try await sample.office.test { browser in
            let shufen = try await browser.signedIn("shufen")
            let page = try await shufen.get("/proposals/reviews/\(id)").text
            #expect(page.contains("附件1.pdf") && !page.contains("林雅筑"))
            let file = try await shufen.get("/proposals/reviews/\(id)/attachments/1")
            let name = file.headers[.contentDisposition] ?? ""
            #expect(file.status == 200 && name.contains(Address.encoded("附件1.pdf")))
            #expect(!name.contains(Address.encoded("林雅筑")))
            let other = Address.encoded("林雅筑的構想.pdf")
            #expect(try await shufen.get("/attachments/\(other)").status == 404)
            let guanting = try await browser.signedIn("guanting")
            #expect(try await guanting.get("/proposals/reviews/\(id)/attachments/1").status == 404)
            for number in ["0", "2", "-1", "x"] {
                let answer = try await shufen.get("/proposals/reviews/\(id)/attachments/\(number)")
                #expect(answer.status == 404, "\(number)")
            }
            #expect(try await shufen.get("/search?q=\(Address.encoded("條碼"))").text.contains("第1件構想"))
        }
    }

    @Test func `a reviewer declares a conflict or abstains, with a reason`() async throws {
        let sample = try SampleReviews()
        try sample.begin()
        try sample.add(1, "shufen", "guanting")
        let own = "/proposals/reviews/\(sample.ids[0])"
        let id = "\(sample.ids[1])"
        let panel = "/proposals/reviews/calls/\(sample.call)"
        try await sample.office.test { browser in
            let (shufen, guanting) = (try await browser.signedIn("shufen"), try await browser.signedIn("guanting"))
            let mute = try await shufen.post("\(own)/recusal", [("intent", "conflict"), ("reason", "")])
            #expect(mute.status == 422 && mute.text.contains("請寫明理由"))
            let done = try await shufen.post("\(own)/recusal", [("intent", "conflict"), ("reason", "親屬")])
            #expect(done.location == "/proposals/reviews?done=recused")
            #expect(try await shufen.get(own).status == 404)
            let given = try await guanting.post("\(own)/recusal", [("intent", "abstain"), ("reason", "不熟悉")])
            #expect(given.location == "/proposals/reviews?done=abstained")
            let none = try await guanting.post(panel, [("reason", "親屬")])
            #expect(none.status == 422 && none.text.contains("請先選提案"))
            let declared = try await guanting.post(panel, [("proposal", id), ("reason", "親屬")])
            #expect(declared.location == "/proposals/reviews?done=recused")
            #expect(try await guanting.get(panel).text.contains("第2件構想") == false)
        }
        #expect(try sample.proposals.findings() == [])
    }
}
