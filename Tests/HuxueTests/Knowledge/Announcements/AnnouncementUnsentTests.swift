import GRDB
import Testing

@testable import Huxue

/// An announcement before it is sent: who sees it, and what its editor is to do.
@Suite struct AnnouncementUnsentTests {
    private static let passage = "規費下月起調整，見[改名](../faq/rename.md)。依據戶籍法第1條。"

    /// With a FAQ that links to the announcement.
    private func office(isPublic: Bool = false) throws -> SampleOffice {
        let office = try AnnouncementSample.office()
        try AnnouncementSample.save(
            AnnouncementSample.content(body: Self.passage) { $0.isPublic = isPublic }, in: office)
        try AnnouncementSample.save(
            AnnouncementSample.content("rename", kind: .faq, title: "改名", body: "[規費](../announcement/notice.md)"),
            in: office)
        return office
    }

    /// 規費.
    private static let typed = "%E8%A6%8F%E8%B2%BB"
    private static let places = [
        "/pages", "/pages?kind=announcement", "/search?q=\(typed)", "/search/suggestions?q=\(typed)",
    ]

    @Test func `until it is sent editors alone see it, marked, wherever pages stand`() async throws {
        let office = try office()
        try await office.test { browser in
            let (yachu, shuhui) = (try await browser.signedIn("yachu"), try await browser.signedIn("shuhui"))
            for person in [yachu, shuhui] {
                for place in Self.places { #expect(try await person.get(place).text.contains("notice\"") == false) }
                for path in ["", "/revisions", "/revisions/1", "/comparison"] {
                    #expect(try await person.get("/pages/notice\(path)").status == 404)
                }
            }
            // A link to it is no link yet.
            #expect(try await yachu.get("/pages/rename").text.contains("href=\"/pages/notice\"") == false)
            for login in ["guanting", "meiling"] {
                let editor = try await browser.signedIn(login)
                for place in Self.places {
                    let text = try await editor.get(place).text
                    #expect(text.contains("notice\"") && text.contains("尚未發送"), "\(login) \(place)")
                }
                #expect(try await editor.get("/pages/notice").status == 200)
            }
            try AnnouncementSample.send("notice", .everybody, in: office)
            for place in Self.places {
                let text = try await yachu.get(place).text
                #expect(text.contains("notice\"") && !text.contains("尚未發送"), "\(place)")
            }
            #expect(try await yachu.get("/pages/rename").text.contains("href=\"/pages/notice\""))
            #expect(try await browser.signedIn("guanting").get("/pages").text.contains("尚未發送") == false)
        }
    }

    @Test func `what it alone links to is its editors' matter too, until it is sent`() async throws {
        let office = try AnnouncementSample.office()
        try AnnouncementSample.save(
            AnnouncementSample.content(body: "規費下月起調整，見[附表](../attachments/fees.pdf)。"), in: office)
        try await office.test { browser in
            let (yachu, guanting) = (try await browser.signedIn("yachu"), try await browser.signedIn("guanting"))
            #expect(try await guanting.upload("/attachments", file: SampleFiles.pdf, name: "fees.pdf").status == 303)
            #expect(try await yachu.get("/attachments/fees.pdf").status == 404)
            #expect(try await guanting.get("/attachments/fees.pdf").status == 200)
            try AnnouncementSample.send("notice", .everybody, in: office)
            #expect(try await yachu.get("/attachments/fees.pdf").status == 200)
        }
    }

    @Test func `what was taken back stays to be read`() async throws {
        let office = try AnnouncementSample.sent()
        let acting = try AnnouncementSample.acting("guanting", in: office)
        try office.database.writeAndWait { try AnnouncementActions.withdraw("notice", by: acting, in: $0) }
        try await office.test { browser in
            let yachu = try await browser.signedIn("yachu")
            #expect(try await yachu.get("/pages/notice").status == 200)
        }
    }

    @Test func `one for everybody is seen by everybody at once`() async throws {
        let office = try office(isPublic: true)
        try await office.test { browser in
            let yachu = try await browser.signedIn("yachu")
            for place in Self.places {
                let text = try await yachu.get(place).text
                #expect(text.contains("notice\"") && !text.contains("尚未發送"), "\(place)")
            }
            #expect(try await yachu.get("/pages/notice").status == 200)
        }
    }

    @Test func `neither feed nor article nor command tells of it to those who do not edit`() throws {
        let office = try office()
        let (yachu, guanting) = (
            try #require(try office.visitor("yachu")), try #require(try office.visitor("guanting"))
        )
        try office.database.readAndWait { db in
            func titles(_ visitor: Visitor) throws -> [String] {
                try FeedStore.items(
                    PageFilter(reach: PageActions.reach(of: visitor.actor)), currentOnly: false,
                    today: AnnouncementSample.today, limit: 9, in: db
                ).map(\.page.title).sorted()
            }
            #expect(try titles(yachu) == ["改名"])
            #expect(try titles(guanting) == ["戶政規費調整", "改名"])
            let index = CitingWorkActions(
                sources: Features.all.citations, desks: Features.all.desks, clock: office.clock)
            let article = try #require(ArticleNumber(1))
            let cited = { try index.works(citing: "D0030006", article, for: $0, in: db).map(\.title) }
            #expect(try cited(yachu) == [])
            #expect(try cited(guanting) == ["戶政規費調整"])
        }
    }

    @Test func `its editor is asked to send it, not whether it is still right`() async throws {
        let office = try office()
        try await office.test { browser in
            let guanting = try await browser.signedIn("guanting")
            let before = try await guanting.get("/pages/notice").text
            #expect(before.contains("<a class=\"button\" href=\"/pages/notice/announcement\">"))
            #expect(before.contains("現在只有管理知識庫的人看得到。") && !before.contains("這頁還正確嗎？"))
            try AnnouncementSample.send("notice", .everybody, in: office)
            let after = try await guanting.get("/pages/notice").text
            #expect(after.contains("這頁還正確嗎？") && !after.contains("發送給同仁"))
        }
    }

    // MARK: Choosing whom it is for

    @Test func `nobody is chosen at first, and every choice says how many it reaches`() async throws {
        let office = try office()
        try await office.test { browser in
            let guanting = try await browser.signedIn("guanting")
            let form = try await guanting.get("/pages/notice/announcement").text
            #expect(form.contains("name=\"units\"") && !form.contains("name=\"units\" value=\"全所\" checked"))
            #expect(form.contains("南華區戶政事務所全體同仁<span class=\"soft\">　7 人</span>"))
            #expect(form.contains("　登記一課<span class=\"soft\">　3 人</span>") && form.contains("還沒有選到在職同仁。"))
            let fields = [("revision", "1"), ("deadline", "115/11/30")]
            let section = [("units", "南華區戶政事務所/登記一課")]
            let asked: [([(String, String)], String)] = [
                (section, "會請 3 位在職同仁確認。"), (section + [("except", "A01")], "會請 2 位在職同仁確認。"),
                (section + [("employees", "A02")], "會請 4 位在職同仁確認。"), ([("units", "全所")], "會請 7 位在職同仁確認。"),
            ]
            for (choice, words) in asked {
                let answer = try await guanting.post("/pages/notice/announcement/audience", fields + choice)
                #expect(answer.status == 200 && answer.text.contains(words), "\(choice)")
            }
            #expect(try AnnouncementSample.audited(.announcementSending, in: office).isEmpty)
            let sent = try await guanting.post("/pages/notice/announcement", fields + section)
            let told = try await guanting.get(sent.location)
            #expect(told.text.contains("公告已發出，選到的 3 位同仁會在首頁看到。"))
        }
    }

    @Test func `thousands of numbers are refused at once, and some hundreds are counted at once`() async throws {
        let office = try office()
        @Sendable func numbers(_ letter: String, _ count: Int) -> String {
            (0..<count).map { "\(letter)\($0)" }.joined(separator: " ")
        }
        try await office.test { browser in
            let guanting = try await browser.signedIn("guanting")
            let fields = [("revision", "1"), ("deadline", "115/11/30"), ("units", "全所")]
            let many = fields + [("employees", numbers("a", 12_000)), ("except", numbers("b", 12_000))]
            for address in ["/pages/notice/announcement/audience", "/pages/notice/announcement"] {
                let answer = try await guanting.post(address, many)
                #expect(answer.status == 422 && answer.text.contains("另外指定的同仁最多 500 位"), "\(address)")
                #expect(
                    answer.text.contains("排除的同仁最多 500 位") && answer.text.contains("a11999</textarea>"), "\(address)")
            }
            let some = fields + [("employees", numbers("a", 499) + " A02"), ("except", numbers("b", 499) + " A01")]
            let answer = try await guanting.post("/pages/notice/announcement/audience", some)
            #expect(answer.status == 200 && answer.text.contains("會請 6 位在職同仁確認。"))
        }
        #expect(try AnnouncementSample.audited(.announcementSending, in: office).isEmpty)
    }

    @Test func `an audience of however many numbers is found in one go`() throws {
        let office = try office()
        let numbers = (0..<16_000).map { "x\($0)" }
        let audience = Audience(units: ["全所"], employees: numbers + ["A07", "A02"], except: numbers + ["A01"])
        let (members, took) = try office.database.readAndWait { db in
            let unit = try #require(try UnitStore.root(in: db))
            var members: [StaffMember] = []
            let took = try threadTime {
                members = try AudienceStore.members(of: audience, unit: unit, today: AnnouncementSample.today, in: db)
            }
            return (members, took)
        }
        #expect(took < .seconds(2))
        #expect(members.count == 6 && !members.contains { ["A01", "A07"].contains($0.employee.staffNumber) })
    }

    @Test func `what reaches nobody in service is not sent`() async throws {
        let office = try office()
        try await office.test { browser in
            let guanting = try await browser.signedIn("guanting")
            let answer = try await guanting.post(
                "/pages/notice/announcement",
                [("revision", "1"), ("deadline", "115/11/30"), ("employees", "A01"), ("except", "A01")])
            #expect(answer.status == 422 && answer.text.contains("選到的對象裡沒有在職同仁"))
        }
        #expect(try AnnouncementSample.audited(.announcementSending, in: office).isEmpty)
    }

    @Test func `a title with quotation marks has inner ones`() async throws {
        #expect(Terms.quoted("「戶籍法」修正") == "「『戶籍法』修正」" && Terms.quoted("規費") == "「規費」")
        let office = try AnnouncementSample.office()
        try AnnouncementSample.save(AnnouncementSample.content(title: "「戶籍法」修正"), in: office)
        try await office.test { browser in
            let guanting = try await browser.signedIn("guanting")
            #expect(try await guanting.get("/pages/notice/announcement").text.contains("<p>「『戶籍法』修正」第 1 版"))
        }
    }

    // MARK: Reminding

    @Test func `when a new revision asks again, people may be reminded that day again`() async throws {
        let office = try AnnouncementSample.sent()
        try await office.test { browser in
            let (guanting, jian) = (try await browser.signedIn("guanting"), try await browser.signedIn("jian"))
            #expect(try await guanting.post("/pages/notice/announcement/reminder").status == 303)
            #expect(try await jian.get("/").text.contains("承辦人提醒"))
            try AnnouncementSample.save(AnnouncementSample.content(body: "規費全面調整。"), in: office)
            let renewal = [("revision", "2"), ("deadline", "115/12/10")]
            let renewed = try await guanting.post("/pages/notice/announcement/renewal", renewal)
            let overview = try await guanting.get(renewed.location).text
            #expect(overview.contains("已請 7 位同仁確認新版。") && overview.contains("提醒未讀的 7 人"))
            #expect(!overview.contains("提醒過"))
            #expect(try await jian.get("/").text.contains("承辦人提醒") == false)
            #expect(try await guanting.post("/pages/notice/announcement/reminder").status == 303)
            #expect(try await jian.get("/").text.contains("承辦人提醒"))
            #expect(try await guanting.post("/pages/notice/announcement/reminder").status == 409)
        }
        #expect(try AnnouncementSample.audited(.announcementReminder, in: office).map(\.words) == ["7 人", "7 人"])
    }

    @Test func `reminders from before this step count for the revision that was asked for`() throws {
        let name = "2026-11-25 keep for which revision of an announcement people were reminded"
        let before = Array(Features.all.migrations.prefix { $0.name != name })
        #expect(before.count < Features.all.migrations.count)
        let queue = try DatabaseQueue()
        try queue.inDatabase { db in
            try Seal.random().add(to: db)
            try Migration.apply(before, in: db)
            try db.execute(sql: "PRAGMA foreign_keys = OFF")
            try db.execute(
                sql: """
                    INSERT INTO announcement VALUES (1, 1, 1, '{}', 2, '2026-11-30', 'a', 'b', NULL);
                    INSERT INTO announcementReminder VALUES (1, '2026-11-24', 'a');
                    INSERT INTO announcementReminded VALUES (1, '2026-11-24', 5);
                    """)
            try Migration.apply(Features.all.migrations, in: db)
            let kept = try Row.fetchAll(db, sql: "SELECT * FROM announcementReminded")
            #expect(
                kept.map { "\($0["required"] as Int) \($0["remindedOn"] as String) \($0["employeeID"] as Int)" }
                    == ["2 2026-11-24 5"])
            let parents = try String.fetchAll(
                db, sql: "SELECT DISTINCT \"table\" FROM pragma_foreign_key_list('announcementReminded')")
            #expect(parents.sorted() == ["announcementReminder", "employee"])
        }
    }

    @Test func `readers stand by unit, those who have not read in the open`() async throws {
        let office = try AnnouncementSample.sent()
        try await office.test { browser in
            let yachu = try await browser.signedIn("yachu")
            _ = try await yachu.post("/pages/notice/announcement/reading", [("revision", "1")])
            let text = try await browser.signedIn("guanting").get("/pages/notice/announcement").text
            let unit = "登記一課<span class=\"soft\">　"
            #expect(text.contains("<details class=\"readers\" open><summary>\(unit)2 人"))
            #expect(text.contains("<details class=\"readers\"><summary>\(unit)1 人"))
        }
    }
}
