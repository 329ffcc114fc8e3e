import GRDB
import Testing

@testable import Huxue

/// Units are renamed, moved and removed; what hangs on them follows or stands in the way.
struct UnitTests {
    let office: SampleOffice

    init() throws { office = try SampleOffice() }

    private func unit(_ name: String) throws -> Huxue.Unit {
        try #require(try office.database.readAndWait { try UnitStore.unit(named: name, in: $0) })
    }

    private func root() throws -> Huxue.Unit { try unit("南華區戶政事務所") }

    private func names() throws -> [String] {
        try office.database.readAndWait { try UnitStore.all(in: $0).map(\.fullName) }
    }

    private func make(_ name: String, below parent: String) throws {
        let parent = try unit(parent)
        _ = try office.database.writeAndWait { try UnitStore.insert(name: name, parent: parent, in: $0) }
    }

    private func audit(_ action: AuditAction) throws -> [AuditEntry] {
        try office.database.readAndWait {
            try AuditStore.entries(AuditFilter(action: action.code), limit: 10, in: $0)
        }
    }

    private func grant(_ role: Role, at unit: String, to login: String) throws {
        let (unit, now) = (try self.unit(unit).id, office.clock.now())
        let employee = try #require(try office.visitor(login)).employee
        _ = try office.database.writeAndWait { try GrantStore.insert(role, at: unit, for: employee, now: now, in: $0) }
    }

    private func expectSound() throws {
        #expect(try office.database.readAndWait { try Doctor.findings(in: office.folder, $0).map(\.check) } == [])
    }

    @Test(arguments: ["\u{202E}", "\u{2066}", "\u{200F}", "\u{61C}"])
    func `a sign of direction in a name is refused at its field with its code`(sign: String) async throws {
        let before = try unit("登記一課")
        try await office.test { browser in
            let admin = try await browser.signedIn("zonghan")
            let answer = try await admin.post("/units/\(before.id)", [("name", "登記\(sign)課"), ("parent", "1")])
            let code = InvisibleText.code(of: sign.unicodeScalars.first ?? " ")
            #expect(answer.status == 422 && answer.text.contains("字元（\(code)），請刪去或重打這一格；單位沒有變動。"))
            #expect(answer.text.contains("href=\"#name\"") && answer.text.contains("id=\"name-error\""))
            // What only takes no room is taken out.
            let harmless = try await admin.post("/units/\(before.id)", [("name", "登記\u{200B}一課"), ("parent", "1")])
            #expect(harmless.status == 303)
        }
        #expect(try unit("登記一課").id == before.id)
    }

    @Test func `a renamed unit stays itself, and those below it follow`() async throws {
        try make("甲股", below: "登記一課")
        let (before, below) = (try unit("登記一課"), try unit("登記一課/甲股"))
        try await office.test { browser in
            let admin = try await browser.signedIn("zonghan")
            #expect(try await admin.get("/units").text.contains("href=\"/units/\(before.id)\""))
            #expect(try await admin.get("/units/\(before.id)").text.contains("value=\"登記一課\""))
            let answer = try await admin.post("/units/\(before.id)", [("name", " 𠮷祥課 "), ("parent", "1")])
            #expect(answer.location == "/units?done=unitChanged")
            #expect(try await admin.get(answer.location).text.contains("單位已變更"))
        }
        #expect(try unit("𠮷祥課").id == before.id)
        #expect(try unit("𠮷祥課/甲股").id == below.id)
        let yachu = try office.database.readAndWait { try EmployeeStore.member(login: "yachu", in: $0)?.unitName }
        #expect(yachu == "南華區戶政事務所/𠮷祥課")
        let entry = try #require(try audit(.unitChange).first)
        #expect(entry.subject == "南華區戶政事務所/𠮷祥課" && entry.actor == "zonghan")
        #expect(entry.words == "南華區戶政事務所/登記一課 → 南華區戶政事務所/𠮷祥課")
        try expectSound()
    }

    @Test func `a moved unit brings people and roles along`() async throws {
        try make("甲股", below: "登記一課")
        let (moving, target) = (try unit("登記一課"), try unit("登記二課"))
        try await office.test { browser in
            let admin = try await browser.signedIn("zonghan")
            let answer = try await admin.post(
                "/units/\(moving.id)", [("name", "登記一課"), ("parent", "\(target.id)")])
            #expect(answer.status == 303)
        }
        let moved = try unit("登記二課/登記一課/甲股")
        #expect(moved.path.hasPrefix("/1/\(target.id)/\(moving.id)/"))
        #expect(try office.visitor("shuhui")?.grants.map(\.unit) == [try unit("登記二課/登記一課").position])
        try expectSound()
    }

    @Test func `an exam that is not over goes on calling the same people`() async throws {
        var plan = SampleExam.plan
        plan.examinees = Audience(units: ["登記一課"])
        let exam = try await SampleExam.publish(plan, in: office)
        func roster() throws -> [String] {
            let today = ROCDate.day(of: office.clock.now())
            return try office.database.readAndWait { db in
                try RosterStore.roster(of: try ExamStore.require(exam, in: db), today: today, in: db)
                    .map(\.staffNumber)
            }
        }
        let before = try roster()
        #expect(before.contains("A01") && !before.contains("A04"))
        let id = try unit("登記一課").id
        try await office.test { browser in
            let admin = try await browser.signedIn("zonghan")
            #expect(try await admin.post("/units/\(id)", [("name", "第一課"), ("parent", "1")]).status == 303)
        }
        #expect(try roster() == before)
    }

    @Test(arguments: [
        ("登記一課", "", 1, UnitRefusal.badName), ("登記一課", "甲/乙", 1, .badName),
        ("登記一課", String(repeating: "字", count: 65), 1, .badName),
        ("登記一課", "登記二課", 1, .nameTaken("南華區戶政事務所/登記二課")),
        ("登記一課", "登記\u{3000}二課", 1, .nameTaken("南華區戶政事務所/登記二課")),
        ("登記一課", "……", 1, .badName), ("登記一課", "·\u{301}", 1, .badName),
        ("登記一課", "\u{301}課", 1, .badName), ("登記一課", "甲℅乙", 1, .badName),
    ])
    func `what cannot be is refused and keeps what was typed`(
        name: String, typed: String, parent: Int, refusal: UnitRefusal
    ) async throws {
        let (id, before) = (try unit(name).id, try names())
        try await office.test { browser in
            let page = try await browser.signedIn("zonghan").post(
                "/units/\(id)", [("name", typed), ("parent", "\(parent)")])
            #expect(page.text.contains(refusal.sentence))
            #expect(page.status == (refusal.kind == .conflict ? 409 : 422))
            #expect(page.text.contains("value=\"\(typed)\""))
        }
        #expect(try names() == before)
        #expect(try audit(.unitChange).isEmpty)
    }

    @Test func `a unit is not put below itself, nor too deep, and the office stays where it is`() async throws {
        try make("甲股", below: "登記一課")
        var deep = "登記二課"
        for level in 2...8 {
            try make("層\(level)", below: deep)
            deep += "/層\(level)"
        }
        let (unit, below, deepest) = (try unit("登記一課").id, try self.unit("登記一課/甲股").id, try self.unit(deep).id)
        let before = try names()
        try await office.test { browser in
            let admin = try await browser.signedIn("zonghan")
            for (parent, refusal) in [
                (unit, UnitRefusal.belowItself), (below, .belowItself), (deepest, .tooDeep(limit: 8)),
            ] {
                let page = try await admin.post("/units/\(unit)", [("name", "登記一課"), ("parent", "\(parent)")])
                #expect(page.text.contains(refusal.sentence))
            }
            for answer in [
                try await admin.get("/units/1"), try await admin.get("/units/1/removal"),
                try await admin.post("/units/1", [("name", "北華區"), ("parent", "1")]),
                try await admin.post("/units/1/removal"),
            ] {
                #expect(answer.status == 409 && answer.text.contains(UnitRefusal.root.sentence))
            }
        }
        #expect(try names() == before)
    }

    @Test func `a unit that is needed stays, and the refusal names by what`() async throws {
        try make("甲股", below: "登記一課")
        var plan = SampleExam.plan
        plan.examinees = Audience(units: ["登記一課"])
        _ = try await SampleExam.publish(plan, in: office)
        let (id, before) = (try unit("登記一課").id, try names())
        let reasons = [
            "下級單位 1 個（甲股）", "在職或即將到職的同仁 3 人（林雅筑、王淑芬、鄭淑惠）", "授予的角色 1 個（鄭淑惠的主管）",
            "測驗 1 個（\(SampleExam.plan.title)）",
        ]
        try await office.test { browser in
            let admin = try await browser.signedIn("zonghan")
            let page = try await admin.get("/units/\(id)/removal").text
            let refused = try await admin.post("/units/\(id)/removal")
            #expect(refused.status == 409)
            for reason in reasons { #expect(page.contains(reason) && refused.text.contains(reason), "\(reason)") }
            #expect(!page.contains("button-danger\">刪除"))
        }
        #expect(try names() == before)
        #expect(try audit(.unitRemoval).isEmpty)
    }

    @Test func `an unused unit goes, and those who left it are kept above it`() async throws {
        try make("舊股", below: "登記二課")
        let (old, above) = (try unit("登記二課/舊股"), try unit("登記二課"))
        try await office.database.write {
            try $0.execute(
                sql: "UPDATE employee SET unitID = ? WHERE staffNumber = 'A07'", arguments: [old.id])
        }
        try await office.test { browser in
            let admin = try await browser.signedIn("zonghan")
            #expect(try await admin.get("/units/\(old.id)/removal").text.contains("要刪除「舊股」嗎？"))
            #expect(try await admin.post("/units/\(old.id)/removal").location == "/units?done=unitRemoved")
            #expect(try await admin.post("/units/\(old.id)/removal").status == 404)
        }
        let left = try office.database.readAndWait { try EmployeeStore.member(staffNumber: "A07", in: $0) }
        #expect(left?.employee.unitID == above.id)
        #expect(try audit(.unitRemoval).map(\.words) == ["已離職的 1 人改列上級單位"])
        try expectSound()
    }

    @Test func `an administrator of one section changes that section alone`() async throws {
        try grant(.admin, at: "登記一課", to: "shuhui")
        let (own, other, before) = (try unit("登記一課").id, try unit("登記二課").id, try names())
        try await office.test { browser in
            let chief = try await browser.signedIn("shuhui")
            #expect(try await chief.get("/units/\(own)").status == 403)
            #expect(try await !chief.get("/units").text.contains("href=\"/units/\(own)\""))
            #expect(try await chief.get("/units/\(other)").status == 404)
            #expect(try await chief.post("/units/\(other)", [("name", "x"), ("parent", "1")]).status == 404)
            #expect(try await chief.post("/units/\(other)/removal").status == 404)
            for fields in [[("name", "登記一課"), ("parent", "\(other)")], [("name", "甲"), ("parent", "1")]] {
                let answer = try await chief.post("/units/\(own)", fields)
                #expect(answer.status == 403 && answer.text.contains(UnitRefusal.ownBound.sentence))
            }
        }
        #expect(try names() == before)
    }

    @Test func `nobody takes a unit out of a section that is not theirs`() async throws {
        try make("甲股", below: "登記一課")
        try make("乙股", below: "登記一課/甲股")
        try grant(.admin, at: "登記一課/甲股", to: "shuhui")
        try grant(.admin, at: "登記二課", to: "shuhui")
        let (bound, below) = (try unit("登記一課/甲股").id, try unit("登記一課/甲股/乙股").id)
        let other = try unit("登記二課").id
        try await office.test { browser in
            let chief = try await browser.signedIn("shuhui")
            let fields = [("name", "甲股"), ("parent", "\(other)")]
            #expect(try await chief.post("/units/\(bound)", fields).status == 403)
            #expect(try await chief.post("/units/\(below)", [("name", "丙股"), ("parent", "\(other)")]).status == 303)
        }
        #expect(try unit("登記二課/丙股").id == below)
    }

    @Test(arguments: ["台東辦公室", "臺東辦公室", "臺東辦公室 "])
    func `two units side by side differ in more than 台 and 臺`(typed: String) async throws {
        try make("臺東辦公室", below: "登記二課")
        let (id, other) = (try unit("東興辦公室").id, try unit("登記二課").id)
        try await office.test { browser in
            let admin = try await browser.signedIn("zonghan")
            let refused = try await admin.post("/units/\(id)", [("name", typed), ("parent", "\(other)")])
            #expect(refused.status == 409 && refused.text.contains("已經有「南華區戶政事務所/登記二課/臺東辦公室」"))
            #expect(try await admin.post("/units/\(id)", [("name", typed), ("parent", "1")]).status == 303)
        }
    }

    @Test func `a change asks for the password again after a while and keeps what was typed`() async throws {
        let id = try unit("登記一課").id
        try await office.test { browser in
            let admin = try await browser.signedIn("zonghan")
            #expect(try await !admin.get("/units/\(id)").text.contains("ownPassword"))
            office.advance(minutes: SessionRules.confirmedMinutes)
            #expect(try await admin.get("/units/\(id)").text.contains("id=\"change-password\""))
            let fields = [("name", "第一課"), ("parent", "1")]
            let refused = try await admin.post("/units/\(id)", fields)
            #expect(refused.status == 422 && refused.text.contains(PasswordRefusal.unconfirmed.sentence))
            #expect(refused.text.contains("value=\"第一課\""))
            #expect(try audit(.unitChange).isEmpty)
            let done = try await admin.post("/units/\(id)", fields + [("ownPassword", SampleOffice.password)])
            #expect(done.status == 303)
        }
        #expect(try unit("第一課").id == id)
    }

    @Test func `a unit called to a published exam does not leave the exam's own unit`() async throws {
        try make("甲股", below: "登記一課")
        try make("乙股", below: "登記一課/甲股")
        let (moving, target) = (try unit("登記一課/甲股"), try unit("登記二課").id)
        let section = try unit("登記一課").id
        var plan = SampleExam.plan
        plan.title = "一課小考"
        plan.examinees = Audience(units: ["南華區戶政事務所/登記一課/甲股/乙股"], employees: ["A03"])
        let (exam, now) = (try await SampleExam.publish(plan, in: office), office.clock.now())
        try await office.database.write {
            try $0.execute(sql: "UPDATE exam SET unitID = ? WHERE id = ?", arguments: [section, exam])
        }
        let before = try names()
        try await office.test { browser in
            let admin = try await browser.signedIn("zonghan")
            let away = [("name", "甲股"), ("parent", "\(target)")]
            let refused = try await admin.post("/units/\(moving.id)", away)
            #expect(refused.status == 409 && refused.text.contains("測驗 1 個（一課小考）"))
            #expect(try names() == before)
            let renamed = try await admin.post("/units/\(moving.id)", [("name", "丙股"), ("parent", "\(section)")])
            #expect(renamed.status == 303)
            let together = try await admin.post("/units/\(section)", [("name", "登記一課"), ("parent", "\(target)")])
            #expect(together.status == 303)
            try await office.database.write {
                try $0.execute(
                    sql: "UPDATE exam SET state = 'closed', closedAt = ? WHERE id = ?", arguments: [now, exam])
            }
            #expect(try await admin.post("/units/\(moving.id)", away).status == 303)
        }
    }

    @Test func `the refusal fits whatever would lose people, an announcement too`() async throws {
        let office = try AnnouncementSample.office()
        try AnnouncementSample.save(AnnouncementSample.content(), in: office)
        try AnnouncementSample.send("notice", Audience(units: ["登記一課"]), in: office)
        let (id, target) = try office.database.readAndWait { db in
            (
                try #require(try UnitStore.unit(named: "登記一課", in: db)).id,
                try #require(try UnitStore.unit(named: "登記二課", in: db)).id
            )
        }
        try await office.database.write {
            // As if one section had sent it to itself.
            try $0.execute(sql: "UPDATE announcement SET unitID = ?", arguments: [id])
            try $0.execute(
                sql: """
                    INSERT INTO unit (id, parentID, name, fullName, path)
                    VALUES (90, ?, '甲股', '南華區戶政事務所/登記一課/甲股', '/1/' || ? || '/90/')
                    """, arguments: [id, id])
            try $0.execute(
                sql: """
                    UPDATE announcement SET audience = json_set(audience, '$.units', json_array('南華區戶政事務所/登記一課/甲股'))
                    """)
        }
        try await office.test { browser in
            let admin = try await browser.signedIn("zonghan")
            let refused = try await admin.post("/units/90", [("name", "甲股"), ("parent", "\(target)")])
            #expect(refused.status == 409 && refused.text.contains("被列為對象"))
            #expect(!refused.text.contains("應試") && !refused.text.contains("等測驗結束"))
        }
    }
}
