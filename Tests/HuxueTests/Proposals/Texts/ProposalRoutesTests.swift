import Foundation
import GRDB
import HTTPTypes
import Testing

@testable import Huxue

/// Proposals on pages: as an author, a co-author, the manager, the wrong person and nobody.
@Suite struct ProposalRoutesTests {
    private let sample: SampleProposals
    private var office: SampleOffice { sample.office }

    init() throws {
        sample = try SampleProposals()
    }

    private static func fields(
        _ form: ProposalForm, _ intent: String, base: Int = 0, key: String = String(repeating: "a", count: 32),
        seen: String = ""
    ) -> [(String, String)] {
        form.values.sorted { $0.key.rawValue < $1.key.rawValue }.map { ($0.key.rawValue, $0.value) }
            + [("intent", intent), ("base", "\(base)"), ("draft", key), ("seen", seen)]
    }

    /// Every page and act below a proposal.
    private static func routes(_ id: ID<Proposal>) -> [(isPage: Bool, uri: String, fields: [(String, String)])] {
        let form = fields(SampleProposals.form(), "save", base: 1)
        return [
            (true, "/proposals/\(id)", []), (true, "/proposals/\(id)/edit", []), (false, "/proposals/\(id)/edit", form),
            (false, "/proposals/\(id)/edit", fields(SampleProposals.form(), "draft", base: 1)),
            (true, "/proposals/\(id)/revisions", []), (true, "/proposals/\(id)/revisions/1", []),
            (true, "/proposals/\(id)/comparison", []), (false, "/proposals/\(id)/submission", []),
            (true, "/proposals/\(id)/withdrawal", []), (false, "/proposals/\(id)/withdrawal", []),
            (false, "/proposals/\(id)/authorship", [("answer", "yes"), ("share", "10000")]),
            (false, "/proposals/\(id)/check", [("outcome", "accepted")]),
            (false, "/proposals/\(id)/check", [("outcome", "returned"), ("reason", "缺")]),
            (false, "/proposals/\(id)/confirmation", []),
        ]
    }

    @Test func `for the wrong person there is no such proposal, and nothing changes`() async throws {
        let (draft, submitted) = (try sample.add(), try sample.add(isSubmitted: true))
        let before = [try sample.proposal(draft), try sample.proposal(submitted)]
        let sample = sample
        try await office.test { browser in
            for login in ["jian", "shufen", "guanting", "shuhui", "zonghan"] {
                let person = try await browser.signedIn(login)
                for id in [draft, submitted] {
                    for route in Self.routes(id) {
                        let answer =
                            route.isPage
                            ? try await person.get(route.uri) : try await person.post(route.uri, route.fields)
                        #expect(answer.status == 404, "\(login) \(route.uri)")
                        #expect(!answer.text.contains("一次告知單"), "\(login) \(route.uri)")
                    }
                    #expect(try await person.get("/proposals/999").status == 404)
                }
                let preview = Self.fields(SampleProposals.form(), "preview", key: "proposal-\(draft)")
                let call = [("call", "\(sample.call)")]
                #expect(try await person.post("/proposals/preview", preview + call).status == 404, "\(login)")
            }
            // A draft is its authors' alone.
            let meiling = try await browser.signedIn("meiling")
            #expect(try await meiling.get("/proposals/\(draft)").status == 404)
            #expect(try await meiling.get("/proposals/\(submitted)").status == 200)
            for uri in ["edit", "withdrawal"] {
                #expect(try await meiling.get("/proposals/\(submitted)/\(uri)").status == 403, "\(uri)")
            }
            #expect([try sample.proposal(draft), try sample.proposal(submitted)] == before)
        }
    }

    @Test func `nobody is sent to sign in`() async throws {
        let id = try sample.add()
        try await office.test { browser in
            for route in Self.routes(id) {
                let answer =
                    route.isPage
                    ? try await browser.get(route.uri) : try await browser.post(route.uri, [("x", "1")])
                #expect(answer.status == (route.isPage ? 303 : 401), "\(route.uri)")
            }
        }
    }

    @Test func `an idea goes from the list to the formal check`() async throws {
        let call = sample.call
        try await office.test { browser in
            let (yachu, meiling) = (try await browser.signedIn("yachu"), try await browser.signedIn("meiling"))
            let list = try await yachu.get("/proposals").text
            #expect(list.contains("115年度創意提案") && list.contains("/proposals/calls/\(call)/new"))
            let blank = try await yachu.get("/proposals/calls/\(call)/new")
            #expect(blank.status == 200 && blank.text.contains("林雅筑（A01） 100%"))
            let uri = "/proposals/calls/\(call)/new"
            let preview = try await yachu.post(uri, Self.fields(SampleProposals.form(), "preview"))
            #expect(preview.status == 200 && preview.text.contains("約 120 小時"))
            let saved = try await yachu.post(uri, Self.fields(SampleProposals.form(), "save"))
            #expect(saved.status == 303 && saved.location.hasSuffix("?done=saved"))
            let page = try await yachu.get(saved.location).text
            for words in ["一次告知單改用手機", "服務流程簡化", "改良", "約 120 小時", "戶籍法第48條第1項", "林雅筑", "送出"] {
                #expect(page.contains(words), "\(words)")
            }
            let address = String(saved.location.prefix { $0 != "?" })
            #expect(try await yachu.post("\(address)/submission").location.hasSuffix("done=submitted"))
            #expect(try await yachu.post("\(address)/submission").status == 409)
            #expect(try await meiling.get("/").text.contains("有 1 件等您做形式審查"))
            #expect(try await meiling.get("/manage/calls/\(call)").text.contains("一次告知單改用手機"))
            let mute = try await meiling.post("\(address)/check", [("outcome", "returned"), ("reason", " ")])
            #expect(mute.status == 422 && mute.text.contains("退回要寫明理由"))
            let back = [("outcome", "returned"), ("reason", "請補經費來源")]
            #expect(try await meiling.post("\(address)/check", back).status == 303)
            #expect(try await yachu.get("/").text.contains("形式審查退回，請補正後再送出"))
            #expect(try await yachu.get(address).text.contains("請補經費來源"))
        }
    }

    @Test func `shares of 99 % are refused at their field, and nothing is lost`() async throws {
        let call = sample.call
        try await office.test { browser in
            let yachu = try await browser.signedIn("yachu")
            let answer = try await yachu.post(
                "/proposals/calls/\(call)/new", Self.fields(SampleProposals.form("A01 99%"), "save"))
            #expect(answer.status == 422 && answer.text.contains("加起來是 99%，要正好 100%，還差 1%"))
            #expect(answer.text.contains("href=\"#authors\"") && answer.text.contains("掃描條碼"))
            #expect(try await yachu.get("/proposals").text.contains("還沒有提案"))
        }
    }

    @Test func `a call that has closed keeps what was sent as a draft`() async throws {
        let (call, key) = (sample.call, String(repeating: "b", count: 32))
        office.advance(minutes: 4 * 24 * 60 + 451)
        try await office.test { browser in
            let yachu = try await browser.signedIn("yachu")
            for intent in ["save", "submit"] {
                let answer = try await yachu.post(
                    "/proposals/calls/\(call)/new", Self.fields(SampleProposals.form(), intent, key: key))
                #expect(answer.status == 409 && answer.text.contains("不再收新的提案"), "\(intent)")
                #expect(answer.text.contains("掃描條碼"))
            }
            let list = try await yachu.get("/proposals").text
            #expect(list.contains("寫到一半的") && list.contains("一次告知單改用手機"))
            #expect(try await yachu.get("/proposals/calls/\(call)/new?draft=\(key)").text.contains("掃描條碼"))
        }
    }

    @Test func `two co-authors save at once, and the later one merges`() async throws {
        let id = try sample.add(SampleProposals.form("A01 60%\nA02 40%"))
        let sample = sample
        try await office.test { browser in
            let (yachu, jian) = (try await browser.signedIn("yachu"), try await browser.signedIn("jian"))
            #expect(try await jian.get("/").text.contains("請確認您是不是提案人"))
            #expect(try await jian.get("/proposals/\(id)/edit").status == 403)
            let answer = try await jian.post("/proposals/\(id)/authorship", [("answer", "yes"), ("share", "4000")])
            #expect(answer.location == "/proposals/\(id)?done=agreed")
            var (mine, theirs) = (try sample.opened(id), try sample.opened(id))
            (theirs[.cost], mine[.benefit]) = ("三千元", "少跑兩趟。")
            let key = "proposal-\(id)"
            #expect(
                try await jian.post("/proposals/\(id)/edit", Self.fields(theirs, "save", base: 1, key: key)).status
                    == 303)
            let late = try await yachu.post("/proposals/\(id)/edit", Self.fields(mine, "save", base: 1, key: key))
            #expect(late.status == 409)
            for words in ["第 2 版（詹𠮷安）剛才先存了", "三千元", "少跑兩趟。", "name=\"base\" value=\"2\""] {
                #expect(late.text.contains(words), "\(words)")
            }
            #expect(try await yachu.get("/proposals/\(id)/revisions").text.contains("共 2 版"))
            #expect(try await yachu.get("/proposals/\(id)/comparison").text.contains("三千元"))
        }
    }

    @Test func `a text that names its author is warned of where reviewers are blind, and there alone`() async throws {
        var form = SampleProposals.form()
        form[.benefit] = "由林雅筑負責更新。"
        let blind = try sample.add(form)
        var plan = SampleProposals.plan
        plan.isBlind = false
        let open = try sample.add(form, to: sample.call(plan))
        try await office.test { browser in
            let yachu = try await browser.signedIn("yachu")
            #expect(try await yachu.get("/proposals/\(blind)").text.contains("內文寫到提案人：林雅筑"))
            #expect(try await yachu.get("/proposals/\(open)").text.contains("內文寫到提案人") == false)
        }
    }

    @Test func `drafts are kept by the script, resumed and discarded by their writer alone`() async throws {
        let (call, key) = (sample.call, String(repeating: "c", count: 32))
        try await office.test { browser in
            let (yachu, jian) = (try await browser.signedIn("yachu"), try await browser.signedIn("jian"))
            let kept = try await yachu.post(
                "/proposals/calls/\(call)/new", Self.fields(SampleProposals.form(), "draft", key: key),
                headers: [.huxueSequence: "1"])
            #expect(kept.status == 200 && kept.text.contains("\"saved\""))
            #expect(try await yachu.get("/proposals/drafts/\(key)/removal").status == 200)
            #expect(try await jian.get("/proposals/drafts/\(key)/removal").status == 404)
            #expect(try await jian.post("/proposals/drafts/\(key)/removal").status == 404)
            #expect(try await yachu.post("/proposals/drafts/\(key)/removal").status == 303)
            #expect(try await yachu.get("/proposals/drafts/\(key)/removal").status == 404)
        }
    }

    @Test func `colleagues are found among the call's staff, by those who may propose to it`() async throws {
        let (call, section) = (sample.call, try sample.call(SampleProposals.plan, unit: "登記一課"))
        try await office.test { browser in
            let (yachu, jian) = (try await browser.signedIn("yachu"), try await browser.signedIn("jian"))
            let query = "colleagues?q=\(Address.encoded("詹"))"
            #expect(try await yachu.get("/proposals/calls/\(call)/\(query)").text.contains("A02"))
            #expect(try await yachu.get("/proposals/calls/\(section)/\(query)").text == "[]")
            for uri in ["new", query] {
                #expect(try await jian.get("/proposals/calls/\(section)/\(uri)").status == 404, "\(uri)")
            }
            let form = Self.fields(SampleProposals.form("A02"), "save")
            #expect(try await jian.post("/proposals/calls/\(section)/new", form).status == 404)
        }
    }

    @Test func `an attachment opens to those who may see the proposal`() async throws {
        let (call, key) = (sample.call, String(repeating: "d", count: 32))
        try await office.test { browser in
            let (yachu, jian) = (try await browser.signedIn("yachu"), try await browser.signedIn("jian"))
            let meiling = try await browser.signedIn("meiling")
            let sent = try await yachu.upload(
                "/proposals/attachments", file: SampleFiles.pdf, name: "plan.pdf", [("proposalDraft", "\(call)-\(key)")]
            )
            #expect(sent.status == 303 && sent.location.hasPrefix("/proposals/calls/\(call)/new?draft=\(key)"))
            #expect(try await yachu.get(sent.location).text.contains("plan.pdf</textarea>"))
            #expect(try await yachu.get("/attachments/plan.pdf").status == 200)
            for person in [jian, meiling] { #expect(try await person.get("/attachments/plan.pdf").status == 404) }
            // Nobody opens it by writing its name, or learns of its content by another upload.
            var stolen = SampleProposals.form("A02")
            stolen[.attachments] = "plan.pdf"
            let refused = try await jian.post("/proposals/calls/\(call)/new", Self.fields(stolen, "save"))
            #expect(refused.status == 422 && refused.text.contains("不是您上傳的"))
            #expect(
                try await jian.upload("/proposals/attachments", file: SampleFiles.pdf, name: "plan.pdf").status == 409)
            var form = SampleProposals.form()
            form[.attachments] = "plan.pdf"
            let saved = try await yachu.post("/proposals/calls/\(call)/new", Self.fields(form, "submit", key: key))
            #expect(saved.location.hasSuffix("done=submitted"))
            #expect(try await meiling.get("/attachments/plan.pdf").status == 200)
            #expect(try await jian.get("/attachments/plan.pdf").status == 404)
            // The knowledge base's list does not name it, and its editors do not open it.
            let guanting = try await browser.signedIn("guanting")
            #expect(try await guanting.get("/attachments/plan.pdf").status == 404)
        }
        try office.database.writeAndWait { db in
            let account = try #require(try AccountStore.account(login: "guanting", in: db))
            let root = try #require(try UnitStore.root(in: db))
            _ = try GrantStore.insert(
                .knowledgeEditor, at: root.id, for: account.employeeID, now: office.clock.now(), in: db)
        }
        try await office.test { browser in
            let guanting = try await browser.signedIn("guanting")
            let list = try await guanting.get("/attachments")
            #expect(list.status == 200 && !list.text.contains("plan.pdf"))
            #expect(try await guanting.get("/attachments/plan.pdf").status == 404)
        }
    }
}
