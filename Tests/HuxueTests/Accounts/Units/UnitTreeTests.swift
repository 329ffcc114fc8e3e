import GRDB
import Testing

@testable import Huxue

/// Pages that show or offer units stay small in a city with 37 districts, 1,518 units and 11,968 people.
@Suite struct UnitTreeTests {
    private let office: SampleOffice

    init() throws {
        office = try SampleOffice()
        try office.database.writeAndWait { db in
            try db.execute(
                sql: """
                    WITH RECURSIVE number (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM number WHERE n < 36)
                    INSERT INTO unit (id, parentID, name, fullName, path)
                    SELECT 100 + n, 1, '第' || n || '區', '南華區戶政事務所/第' || n || '區', '/1/' || (100 + n) || '/'
                    FROM number;
                    WITH RECURSIVE number (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM number WHERE n < 39)
                    INSERT INTO unit (id, parentID, name, fullName, path)
                    SELECT parent.id * 100 + n, parent.id, '登記課' || n, parent.fullName || '/登記課' || n,
                        parent.path || (parent.id * 100 + n) || '/'
                    FROM unit AS parent JOIN number WHERE parent.id >= 100;
                    WITH RECURSIVE number (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM number WHERE n < 11967)
                    INSERT INTO employee (staffNumber, name, unitID, position)
                    SELECT 'N' || n, '同仁' || n, (100 + n % 37) * 100 + n % 40, '課員' FROM number;
                    """)
        }
    }

    /// As UTF-8.
    private func size(_ address: String, as login: String = "zonghan") async throws -> Int {
        try await office.test { browser in
            let page = try await browser.signedIn(login).get(address)
            #expect(page.status == 200)
            return page.text.utf8.count
        }
    }

    @Test(arguments: [
        "/units", "/units?unit=105", "/staff", "/staff?unit=105", "/staff/2", "/units/10503", "/staff/passwords",
    ])
    func `a page is small however many units there are`(address: String) async throws {
        if address == "/staff/passwords" {
            try await office.database.write {
                try $0.execute(
                    sql:
                        "INSERT INTO account (employeeID, login) SELECT id, lower(staffNumber) FROM employee WHERE staffNumber GLOB 'N*'"
                )
            }
        }
        #expect(try await size(address) < 100_000)
    }

    @Test func `the tree opens level by level, with the figures of all below`() async throws {
        try await office.test { browser in
            let admin = try await browser.signedIn("zonghan")
            let first = try await admin.get("/units").text
            #expect(first.contains("href=\"/units?unit=105\"") && !first.contains("登記課7<"))
            #expect(first.contains("<td class=\"num\" data-label=\"本單位人數\">0</td>"))
            let opened = try await admin.get("/units?unit=105").text
            #expect(opened.contains("登記課7<") && opened.contains("<a href=\"/units?unit=1\">"))
            let total = try office.database.readAndWait {
                try Int.fetchOne($0, sql: "SELECT count(*) FROM employee WHERE unitID / 100 = 105") ?? 0
            }
            #expect(opened.contains("<td class=\"num\" data-label=\"含下級單位\">\(total)</td>"))
            #expect(try await admin.get("/units?unit=99999").status == 404)
        }
    }

    @Test func `a chief opens what is theirs and nothing above`() async throws {
        try office.database.writeAndWait { db in
            let shuhui = try #require(try AccountStore.account(login: "shuhui", in: db))
            try db.execute(sql: "DELETE FROM roleGrant WHERE employeeID = ?", arguments: [shuhui.employeeID])
            for unit: Int64 in [105, 10507, 106] {
                _ = try GrantStore.insert(
                    .supervisor, at: ID(rawValue: unit), for: shuhui.employeeID, now: SampleOffice.morning, in: db)
            }
        }
        try await office.test { browser in
            let chief = try await browser.signedIn("shuhui")
            let own = try await chief.get("/units").text
            // The two that stand highest, side by side.
            #expect(own.contains(">第5區</a>") && own.contains(">第6區</a>") && !own.contains(">登記課7</a>"))
            #expect(try await chief.get("/units?unit=105").text.contains(">登記課7</a>"))
            #expect(try await chief.get("/units?unit=10507").text.contains("<a href=\"/units?unit=105\">"))
            for id in ["1", "107"] { #expect(try await chief.get("/units?unit=\(id)").status == 404) }
        }
    }

    @Test func `the queries of the tree cost little`() throws {
        let visitor = try #require(try office.visitor("zonghan"))
        let today = ROCDate.day(of: office.clock.now())
        let time = try office.database.readAndWait { db in
            _ = try UnitTreeActions.level(of: nil, page: nil, for: visitor.actor, today: today, in: db)
            return try threadTime {
                _ = try UnitTreeActions.level(of: nil, page: nil, for: visitor.actor, today: today, in: db)
            }
        }
        #expect(time < .milliseconds(60), "\(time)")
    }

    @Test func `a unit is chosen by its name, or by as much of it as only one has`() async throws {
        try await office.test { browser in
            let admin = try await browser.signedIn("zonghan")
            for name in ["第5區/登記課7", "南華區戶政事務所/第5區/登記課7"] {
                let list = try await admin.get("/staff?unit=" + Address.encoded(name)).text
                #expect(list.contains("value=\"第5區/登記課7\"") && !list.contains("林雅筑"))
            }
            let several = try await admin.get("/staff?unit=" + Address.encoded("登記課7")).text
            #expect(several.contains("有好幾個單位符合「登記課7」") && several.contains("value=\"登記課7\""))
            let none = try await admin.get("/staff?unit=" + Address.encoded("火星課")).text
            #expect(none.contains("找不到「火星課」"))

            let fields = [("role", "hr"), ("unit", "第6區"), ("ownPassword", SampleOffice.password)]
            #expect(try await admin.post("/staff/2/grants", fields).location == "/staff/2?done=granted")
            let refused = try await admin.post("/staff/2/grants", [("role", "hr"), ("unit", "登記課7")])
            #expect(refused.status == 422 && refused.text.contains("請寫清楚是哪一個"))
            #expect(refused.text.contains("value=\"登記課7\"") && !refused.text.contains("grant-password"))

            let moved = try await admin.post("/units/10503", [("name", "登記課3"), ("parent", "第6區")])
            #expect(moved.status == 409, "a namesake stands there already: \(moved.status)")
            #expect(
                try await admin.post("/units/10503", [("name", "新課"), ("parent", "第6區")]).status == 303)
        }
        let unit = try office.database.readAndWait { try UnitStore.unit(ID(rawValue: 10503), in: $0) }
        #expect(unit?.fullName == "南華區戶政事務所/第6區/新課")
    }

    @Test(arguments: [
        ("/manage/programme", "shufen"), ("/manage/exams/new", "shufen"), ("/pages/new?kind=faq", "shufen"),
        ("/pages/news/announcement", "shufen"),
    ])
    func `a form that offers units or people is small as well`(address: String, login: String) async throws {
        try edits()
        try SamplePages.save(SamplePages.content("news", .announcement, body: "甲"), in: office)
        #expect(try await size(address, as: login) < 60_000)
    }

    /// Lets shufen edit pages.
    private func edits() throws {
        let now = office.clock.now()
        try office.database.writeAndWait { db in
            let account = try #require(try AccountStore.account(login: "shufen", in: db))
            let root = try #require(try UnitStore.root(in: db))
            _ = try GrantStore.insert(.knowledgeEditor, at: root.id, for: account.employeeID, now: now, in: db)
        }
    }

    @Test func `an exam is held by a unit that is typed, for units that are typed`() async throws {
        try await SampleExams.fill(office)
        try await office.test { browser in
            let manager = try await browser.signedIn("shufen")
            func post(_ changes: [String: String]) async throws -> SampleAnswer {
                try await manager.post("/manage/exams", ExamRoutesTests.fields(changes, without: ["units"]))
            }
            let unclear = try await post(["unit": "登記課7", "unitNames": "登記課7\n火星課"])
            #expect(unclear.status == 422 && unclear.text.contains("有好幾個單位符合「登記課7」"))
            #expect(unclear.text.contains("登記課7\n火星課</textarea>"))
            let strange = try await post(["unit": "第5區", "unitNames": "登記課7\n火星課"])
            #expect(strange.status == 422 && strange.text.contains("單位「火星課」不在主辦單位之內"))
            #expect(try await post(["unit": "第5區", "unitNames": "登記課7\n 登記課8 \n\n"]).status == 303)
        }
        let exam = try #require(try ExamRoutesTests.exams(office).first)
        #expect(exam.unitID == ID(rawValue: 105))
        let section = "南華區戶政事務所/第5區/登記課"
        #expect(exam.plan.examinees.units == [section + "7", section + "8"])
        try await office.test { browser in
            let form = try await browser.signedIn("shufen").get("/manage/exams/\(exam.id)/edit").text
            // Below the unit that holds it there are few enough to choose from.
            #expect(form.contains("value=\"\(section)7\" checked"))
        }
    }

    @Test func `the programme of a unit is found by its name`() async throws {
        try await office.test { browser in
            let manager = try await browser.signedIn("shufen")
            let found = try await manager.get("/manage/programme?unit=" + Address.encoded("第5區/登記課7"))
            #expect(found.status == 200 && found.text.contains("南華區戶政事務所/第5區/登記課7。"))
            let none = try await manager.get("/manage/programme?unit=" + Address.encoded("火星課"))
            #expect(none.status == 422 && none.text.contains("找不到「火星課」") && none.text.contains("value=\"火星課\""))
        }
    }

    @Test(arguments: [1, 496, 497, 1480])
    func `an audience may name as many units as there are`(count: Int) throws {
        let today = ROCDate.day(of: office.clock.now())
        try office.database.readAndWait { db in
            let root = try #require(try UnitStore.root(in: db))
            let sections = try UnitStore.all(in: db).filter { $0.name.hasPrefix("登記課") }.prefix(count)
            let audience = Audience(units: sections.map(\.fullName))
            let wanted = try sections.reduce(0) { sum, unit in
                try sum
                    + (Int.fetchOne(db, sql: "SELECT count(*) FROM employee WHERE unitID = ?", arguments: [unit.id])
                        ?? 0)
            }
            #expect(try AudienceStore.count(of: audience, unit: root, today: today, in: db) == wanted)
            let person = try #require(
                try ID<Employee>.fetchOne(
                    db, sql: "SELECT id FROM employee WHERE unitID = ? LIMIT 1", arguments: [sections[0].id]))
            #expect(try AudienceStore.includes(person, audience: audience, unit: root, today: today, in: db))
        }
    }

    @Test func `thousands of names in a form are refused at once and printed once`() async throws {
        try await SampleExams.fill(office)
        try await office.test { browser in
            let manager = try await browser.signedIn("shufen")
            for names in [Array(repeating: "a", count: 60_000), (0..<10_000).map { "課\($0)" }] {
                let fields = ExamRoutesTests.fields(["unitNames": names.joined(separator: "\n")], without: ["units"])
                let answer = try await manager.post("/manage/exams", fields)
                #expect(answer.status == 422 && answer.text.contains("應試對象最多 2000 項"))
                #expect(answer.text.utf8.count < 300_000)
            }
        }
    }
}
