import GRDB
import Testing

@testable import Huxue

/// Sending, reading and following announcements, as each of the people meets them.
@Suite struct AnnouncementRoutesTests {
    private static let form: [(String, String)] = [("revision", "1"), ("deadline", "115/11/30"), ("units", "全所")]

    // MARK: Sending

    @Test func `an unknown person and a date that is none are told at once`() async throws {
        let office = try AnnouncementSample.office()
        try AnnouncementSample.save(AnnouncementSample.content(), in: office)
        try await office.test { browser in
            let editor = try await browser.signedIn("guanting")
            let both = try await editor.post(
                "/pages/notice/announcement",
                [("revision", "1"), ("deadline", "明天"), ("units", "全所"), ("employees", "查無此人")])
            #expect(both.status == 422)
            #expect(both.text.contains("沒有員工編號或姓名是「查無此人」的同仁") && both.text.contains("確認期限請寫成"))
            let nobody = try await editor.post("/pages/notice/announcement", [("revision", "1"), ("deadline", "明天")])
            #expect(nobody.text.contains("請選擇對象") && nobody.text.contains("確認期限請寫成"))
        }
    }

    @Test func `whoever edits the page's unit sends it, and nobody else`() async throws {
        let office = try AnnouncementSample.office()
        try AnnouncementSample.save(AnnouncementSample.content(), in: office)
        try await office.test { browser in
            // Whoever edits no pages does not learn of it before it is sent.
            for (login, status) in [("yachu", 404), ("shuhui", 404), ("meiling", 403), ("zonghan", 404)] {
                let person = try await browser.signedIn(login)
                for path in ["", "/audience"] {
                    let answer = try await person.post("/pages/notice/announcement\(path)", Self.form)
                    #expect(answer.status == status, "\(login)")
                }
                #expect(try await person.get("/pages/notice/announcement").status == status, "\(login)")
            }
            #expect(try await browser.post("/pages/notice/announcement/audience", Self.form).status == 401)
            #expect(try await browser.post("/pages/notice/announcement", Self.form).status == 401)
            #expect(try AnnouncementSample.audited(.announcementSending, in: office).isEmpty)
            let guanting = try await browser.signedIn("guanting")
            let page = try await guanting.get("/pages/notice")
            #expect(page.text.contains("尚未發送") && page.text.contains("/pages/notice/announcement"))
            let form = try await guanting.get("/pages/notice/announcement")
            #expect(form.status == 200 && form.text.contains("115/11/28") && form.text.contains("南華區戶政事務所全體同仁"))
            let sent = try await guanting.post("/pages/notice/announcement", Self.form)
            #expect(sent.location == "/pages/notice/announcement?done=sent")
            #expect(try await guanting.post("/pages/notice/announcement", Self.form).status == 409)
            #expect(try await guanting.get("/pages/notice").text.contains("尚未發送") == false)
        }
        let entry = try #require(try AnnouncementSample.audited(.announcementSending, in: office).first)
        #expect(entry.actor == "guanting" && entry.words == "第 1 版，期限 115/11/30，7 人")
    }

    @Test func `a section's editor calls that section alone`() async throws {
        let office = try AnnouncementSample.office()
        try AnnouncementSample.save(AnnouncementSample.content("own") { $0.unit = "登記二課" }, in: office)
        try await office.test { browser in
            let meiling = try await browser.signedIn("meiling")
            let form = try await meiling.get("/pages/own/announcement")
            #expect(form.text.contains("登記二課全體同仁") && !form.text.contains("登記一課"))
            let beyond = try await meiling.post(
                "/pages/own/announcement",
                [("revision", "1"), ("deadline", "115/11/30"), ("units", "南華區戶政事務所/登記一課"), ("employees", "A01")])
            #expect(beyond.status == 422)
            #expect(beyond.text.contains("單位「南華區戶政事務所/登記一課」不在發出單位之內") && beyond.text.contains("沒有員工編號或姓名是「A01」的同仁"))
            #expect(beyond.text.contains("\nA01</textarea>") && beyond.text.contains("value=\"115/11/30\""))
            #expect(try await meiling.post("/pages/own/announcement", Self.form).status == 303)
            #expect(try await browser.signedIn("yachu").get("/").text.contains("/pages/own") == false)
            #expect(try await browser.signedIn("guanting").get("/").text.contains("href=\"/pages/own\">閱讀"))
        }
    }

    @Test(arguments: [
        ([("revision", "1"), ("deadline", "昨天"), ("units", "全所")], "請寫成 115/12/31"),
        ([("revision", "1"), ("deadline", "115/11/20"), ("units", "全所")], "不能早於今天"),
        ([("revision", "1"), ("deadline", "115/11/30")], "請選擇對象"),
        ([("revision", "1"), ("deadline", "115/11/30"), ("positions", "廠長")], "沒有職稱是「廠長」"),
    ])
    func `a form that is not right says what to do and loses nothing`(
        fields: [(String, String)], sentence: String
    ) async throws {
        let office = try AnnouncementSample.office()
        try AnnouncementSample.save(AnnouncementSample.content(), in: office)
        try await office.test { browser in
            let guanting = try await browser.signedIn("guanting")
            let answer = try await guanting.post("/pages/notice/announcement", fields + [("except", "A09")])
            #expect(answer.status == 422 && answer.text.contains(sentence) && answer.text.contains("\nA09</textarea>"))
        }
        #expect(try AnnouncementSample.audited(.announcementSending, in: office).isEmpty)
    }

    @Test func `only a current announcement is sent, as the sender saw it`() async throws {
        let office = try AnnouncementSample.office()
        try AnnouncementSample.save(AnnouncementSample.content("ask", kind: .faq), in: office)
        try AnnouncementSample.save(AnnouncementSample.content("old") { $0.state = .superseded }, in: office)
        try AnnouncementSample.save(AnnouncementSample.content(), in: office)
        try AnnouncementSample.save(AnnouncementSample.content(body: "改過了。"), in: office)
        try await office.test { browser in
            let guanting = try await browser.signedIn("guanting")
            #expect(try await guanting.post("/pages/ask/announcement", Self.form).status == 409)
            #expect(try await guanting.post("/pages/old/announcement", Self.form).status == 409)
            #expect(try await guanting.post("/pages/notice/announcement", Self.form).status == 409)
            #expect(try await guanting.post("/pages/none/announcement", Self.form).status == 404)
        }
    }

    // MARK: Reading

    @Test func `one tick confirms, a second changes nothing`() async throws {
        let office = try AnnouncementSample.sent()
        try await office.test { browser in
            let yachu = try await browser.signedIn("yachu")
            let home = try await yachu.get("/")
            #expect(home.text.contains("必讀公告") && home.text.contains("href=\"/pages/notice\">閱讀"))
            let page = try await yachu.get("/pages/notice")
            #expect(page.text.contains("我已閱讀並了解") && page.text.contains("115/11/30（一）"))
            #expect(page.text.contains("name=\"revision\" value=\"1\""))
            for _ in 1...2 {
                let tick = try await yachu.post("/pages/notice/announcement/reading", [("revision", "1")])
                #expect(tick.status == 303 && tick.location == "/pages/notice")
            }
            let after = try await yachu.get("/pages/notice")
            #expect(after.text.contains("您已確認閱讀。") && !after.text.contains("我已閱讀並了解"))
            #expect(try await yachu.get("/").text.contains("href=\"/pages/notice\">閱讀") == false)
        }
        #expect(try AnnouncementSample.readings(in: office) == ["yachu 1"])
        #expect(try AnnouncementSample.audited(.announcementReading, in: office).map(\.words) == ["第 1 版"])
    }

    @Test func `fifty ticks at once are one`() async throws {
        let office = try AnnouncementSample.sent()
        try await office.test { browser in
            let yachu = try await browser.signedIn("yachu")
            try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<50 {
                    group.addTask {
                        try await yachu.post("/pages/notice/announcement/reading", [("revision", "1")]).status
                    }
                }
                for try await status in group { #expect(status == 303) }
            }
        }
        #expect(try AnnouncementSample.readings(in: office) == ["yachu 1"])
    }

    @Test func `a tick on what a newer revision replaced is refused and shows the new one`() async throws {
        let office = try AnnouncementSample.sent()
        try await office.test { browser in
            let (yachu, jian) = (try await browser.signedIn("yachu"), try await browser.signedIn("jian"))
            let guanting = try await browser.signedIn("guanting")
            _ = try await jian.post("/pages/notice/announcement/reading", [("revision", "1")])
            try AnnouncementSample.save(AnnouncementSample.content(body: "規費**全面**調整。"), in: office)
            // Nobody has said that the new one asks again: the tick on the old one still counts.
            #expect(try await guanting.get("/pages/notice/announcement").text.contains("新版要再確認"))
            #expect(try await jian.get("/").text.contains("href=\"/pages/notice\">閱讀") == false)
            let renewal = [("revision", "2"), ("deadline", "115/12/10")]
            #expect(try await yachu.post("/pages/notice/announcement/renewal", renewal).status == 403)
            #expect(try await guanting.post("/pages/notice/announcement/renewal", renewal).status == 303)
            #expect(try await guanting.post("/pages/notice/announcement/renewal", renewal).status == 409)
            let refused = try await yachu.post("/pages/notice/announcement/reading", [("revision", "1")])
            #expect(refused.status == 409 && refused.text.contains("更新為第 2 版"))
            #expect(refused.text.contains("規費<strong>全面</strong>調整") && refused.text.contains("value=\"2\""))
            #expect(try await jian.get("/pages/notice").text.contains("公告有新版，請再確認一次。"))
            let overview = try await guanting.get("/pages/notice/announcement")
            #expect(overview.text.contains("已讀舊版（第 1 版）"))
            #expect(try await jian.post("/pages/notice/announcement/reading", [("revision", "2")]).status == 303)
        }
        #expect(try AnnouncementSample.readings(in: office) == ["jian 1", "jian 2"])
    }

    @Test func `after the deadline a tick is still taken, and marked late`() async throws {
        let office = try AnnouncementSample.sent()
        // 115/11/30 23:59:59.999 in Taipei.
        let end = ROCDate.start(of: AnnouncementSample.today.adding(days: 10))
        office.advance(milliseconds: end.milliseconds - office.clock.now().milliseconds - 1)
        try await office.test { browser in
            let jian = try await browser.signedIn("jian")
            _ = try await jian.post("/pages/notice/announcement/reading", [("revision", "1")])
            office.advance(milliseconds: 1)
            let yachu = try await browser.signedIn("yachu")
            #expect(try await yachu.get("/").text.contains("逾期"))
            _ = try await yachu.post("/pages/notice/announcement/reading", [("revision", "1")])
            #expect(try await yachu.get("/pages/notice").text.contains("（逾期）"))
        }
        #expect(try AnnouncementSample.readings(in: office) == ["jian 1", "yachu 1 late"])
    }

    @Test func `who is not called cannot confirm, nor anybody after a withdrawal`() async throws {
        let office = try AnnouncementSample.sent(Audience(units: ["登記二課"]))
        try await office.test { browser in
            let yachu = try await browser.signedIn("yachu")
            #expect(try await yachu.get("/pages/notice").text.contains("我已閱讀並了解") == false)
            let reading = "/pages/notice/announcement/reading"
            #expect(try await yachu.post(reading, [("revision", "1")]).status == 404)
            #expect(try await browser.post(reading, [("revision", "1")]).status == 401)
            let meiling = try await browser.signedIn("meiling")
            for number in ["0", "2", "-1", "x", ""] {
                #expect(try await meiling.post(reading, [("revision", number)]).status == 404, "\(number)")
            }
            #expect(try await meiling.get("/pages/notice/announcement/withdrawal").status != 200)
            #expect(try await meiling.post("/pages/notice/announcement/withdrawal").status == 403)
            let guanting = try await browser.signedIn("guanting")
            #expect(try await guanting.get("/pages/notice/announcement/withdrawal").text.contains("還沒有讀的 2 人"))
            #expect(try await guanting.post("/pages/notice/announcement/withdrawal").status == 303)
            #expect(try await meiling.post(reading, [("revision", "1")]).status == 409)
            #expect(try await meiling.get("/").text.contains("href=\"/pages/notice\">閱讀") == false)
        }
        #expect(try AnnouncementSample.readings(in: office).isEmpty)
        #expect(try AnnouncementSample.audited(.announcementWithdrawal, in: office).count == 1)
    }

    @Test func `who comes is asked too, who left is out of the counts`() async throws {
        let office = try AnnouncementSample.sent()
        let today = AnnouncementSample.today
        try await office.database.write { db in
            let unit = try #require(try UnitStore.unit(named: "登記一課", in: db))
            let id = try EmployeeStore.insert(
                staffNumber: "A99", name: "新同仁", unit: unit.id, position: "書記", servesCounter: false,
                startsOn: today.adding(days: 30), endsOn: nil, in: db)
            let account = try AccountStore.insert(employee: id, login: "newcomer", in: db)
            try AccountStore.setChosenPassword(hash: "x", of: account, in: db)
            let jian = try #require(try EmployeeStore.member(login: "jian", in: db)).employee
            try EmployeeStore.update(
                Employee(
                    id: jian.id, staffNumber: jian.staffNumber, name: jian.name, unitID: jian.unitID,
                    position: jian.position, servesCounter: jian.servesCounter, startsOn: jian.startsOn,
                    endsOn: today.adding(days: 1)), in: db)
        }
        try await office.test { browser in
            let before = try await browser.signedIn("guanting").get("/pages/notice/announcement")
            #expect(before.text.contains("詹𠮷安") && !before.text.contains("新同仁"))
            office.advance(minutes: 30 * 24 * 60)
            let after = try await browser.signedIn("guanting").get("/pages/notice/announcement")
            #expect(!after.text.contains("詹𠮷安") && after.text.contains("新同仁"))
            let home = try await browser.signedIn("newcomer").get("/")
            #expect(home.text.contains("href=\"/pages/notice\">閱讀") && !home.text.contains("<small>逾期</small>"))
        }
    }

    // MARK: Following

    @Test func `the sender sees everybody, a supervisor the own section, others nobody`() async throws {
        let office = try AnnouncementSample.sent()
        try await office.test { browser in
            let yachu = try await browser.signedIn("yachu")
            _ = try await yachu.post("/pages/notice/announcement/reading", [("revision", "1")])
            let guanting = try await browser.signedIn("guanting")
            let all = try await guanting.get("/pages/notice/announcement")
            for name in ["林雅筑", "詹𠮷安", "黃美玲", "蔡宗翰"] { #expect(all.text.contains(name), "\(name)") }
            #expect(
                all.text.contains("應讀</span><span class=\"value\">7<")
                    && all.text.contains("未讀</span><span class=\"value\">6<"))
            #expect(try await guanting.get("/").text.contains("1／7 人已讀"))
            let shuhui = try await browser.signedIn("shuhui")
            let own = try await shuhui.get("/pages/notice/announcement")
            #expect(
                own.text.contains("林雅筑") && own.text.contains("王淑芬")
                    && own.text.contains("應讀</span><span class=\"value\">3<"))
            for name in ["詹𠮷安", "黃美玲", "蔡宗翰", "收回公告", "提醒未讀"] { #expect(!own.text.contains(name), "\(name)") }
            #expect(try await shuhui.get("/").text.contains("貴單位還有 2 人未讀"))
            #expect(try await shuhui.post("/pages/notice/announcement/reminder").status == 403)
            for login in ["yachu", "meiling", "shufen"] {
                let person = try await browser.signedIn(login)
                #expect(try await person.get("/pages/notice/announcement").status == 403, "\(login)")
                #expect(try await person.get("/pages/notice/announcement/readings.csv").status == 403, "\(login)")
            }
            #expect(try await yachu.get("/announcements").status == 403)
            #expect(try await shuhui.get("/announcements").text.contains("1／3 人"))
            #expect(try await guanting.get("/announcements").text.contains("1／7 人"))
        }
    }

    @Test func `the file of who has read it is audited and runs no formula`() async throws {
        let office = try AnnouncementSample.sent()
        try await office.database.write { db in
            let member = try #require(try EmployeeStore.member(login: "yachu", in: db)).employee
            try EmployeeStore.update(
                Employee(
                    id: member.id, staffNumber: member.staffNumber, name: "=1+1", unitID: member.unitID,
                    position: member.position, servesCounter: true, startsOn: nil, endsOn: nil), in: db)
        }
        try await office.test { browser in
            let guanting = try await browser.signedIn("guanting")
            let file = try await guanting.get("/pages/notice/announcement/readings.csv")
            #expect(file.status == 200 && file.text.contains("員工編號,姓名,單位,職稱,情形"))
            #expect(file.text.contains("A01,\"'=1+1\",南華區戶政事務所/登記一課,戶籍員,未讀"))
            let shuhui = try await browser.signedIn("shuhui")
            let own = try await shuhui.get("/pages/notice/announcement/readings.csv")
            #expect(own.text.contains("A03") && !own.text.contains("A02"))
        }
        #expect(
            try AnnouncementSample.audited(.announcementExport, in: office).map { "\($0.actor) \($0.words)" }
                == ["shuhui 3 人", "guanting 7 人"])
    }

    @Test func `a reminder reaches those who have not read it, once a day`() async throws {
        let office = try AnnouncementSample.sent()
        try await office.test { browser in
            let (yachu, jian) = (try await browser.signedIn("yachu"), try await browser.signedIn("jian"))
            _ = try await yachu.post("/pages/notice/announcement/reading", [("revision", "1")])
            #expect(try await jian.post("/pages/notice/announcement/reminder").status == 403)
            let guanting = try await browser.signedIn("guanting")
            let sent = try await guanting.post("/pages/notice/announcement/reminder")
            #expect(sent.location == "/pages/notice/announcement?done=reminded&count=6")
            #expect(try await guanting.post("/pages/notice/announcement/reminder").status == 409)
            #expect(try await jian.get("/").text.contains("承辦人提醒"))
            #expect(try await yachu.get("/").text.contains("承辦人提醒") == false)
            office.advance(minutes: 24 * 60)
            let again = try await browser.signedIn("guanting").post("/pages/notice/announcement/reminder")
            #expect(again.status == 303)
        }
        #expect(try AnnouncementSample.audited(.announcementReminder, in: office).map(\.words) == ["6 人", "6 人"])
    }

    @Test func `a unit that is called otherwise is still called, and none is taken away`() throws {
        let office = try AnnouncementSample.sent(Audience(units: ["登記二課"]))
        try office.database.writeAndWait { db in
            let unit = try #require(try UnitStore.unit(named: "登記二課", in: db))
            #expect(try AnnouncementUnitStore.uses(of: unit, in: db) == ["必讀公告 1 則（戶政規費調整）"])
            try AnnouncementUnitStore.follow(
                [unit.fullName: "南華區戶政事務所/登記課"], by: office.session.acting, in: db)
            let open = try #require(try AnnouncementStore.open(in: db).first)
            #expect(open.announcement.audience.units == ["南華區戶政事務所/登記課"])
            let moved = Unit(
                id: unit.id, parentID: nil, name: unit.name, fullName: "南華區戶政事務所/登記課", path: "/99/")
            #expect(
                try AnnouncementUnitStore.losses(moving: ["南華區戶政事務所/登記課": moved], in: db) == ["必讀公告 1 則（戶政規費調整）"])
        }
    }

    @Test func `the audit log speaks of pages by their titles`() async throws {
        let office = try AnnouncementSample.sent()
        let reader = try #require(try office.visitor("zonghan")).actor
        let line = try await office.database.read { db in
            try AuditNameStore.lines(
                try AuditStore.entries(AuditFilter(action: AuditAction.announcementSending.code), limit: 1, in: db),
                vocabularies: Features.all.house.vocabularies, for: reader, in: db
            ).first
        }
        #expect(line?.subject == AuditName(text: "戶政規費調整", address: "/pages/notice"))
        #expect(line?.detail == "第 1 版，期限 115/11/30，7 人")
    }
}
