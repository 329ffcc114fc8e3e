import Testing

@testable import Huxue

struct StaffFormTests {
    let office: SampleOffice

    init() throws { office = try SampleOffice() }

    private func member(_ login: String) throws -> StaffMember? {
        try office.database.readAndWait { try EmployeeStore.member(login: login, in: $0) }
    }

    private func unit(_ name: String) throws -> Huxue.Unit {
        try office.database.readAndWait { try #require(try UnitStore.unit(named: name, in: $0)) }
    }

    private func audit(_ action: AuditAction) throws -> [String] {
        try office.database.readAndWait {
            try AuditStore.entries(AuditFilter(action: action.code), limit: 100, in: $0)
        }.map { "\($0.actor) \($0.subject) \($0.words)" }
    }

    private func count() throws -> Int {
        try office.database.readAndWait { try AuditStore.count(AuditFilter(), in: $0) }
    }

    private static func fields(_ changes: [String: String] = [:]) -> [(String, String)] {
        let usual = [
            "staffNumber": "B01", "name": "許功蓋", "unit": "登記二課", "position": "課員", "login": "hsu",
            "startsOn": "115/11/21", "endsOn": "",
        ]
        return usual.merging(changes) { $1 }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    @Test func `one newcomer is added by form, on the record`() async throws {
        try await office.test { browser in
            let admin = try await browser.signedIn("zonghan")
            #expect(try await admin.get("/staff").text.contains("href=\"/staff/new\""))
            let form = try await admin.get("/staff/new")
            #expect(form.status == 200 && form.text.contains("value=\"115/11/21\""))
            let added = try await admin.post("/staff/new", Self.fields(["servesCounter": "1", "login": "HSU"]))
            let id = try #require(try member("hsu")).employee.id
            #expect(added.location == "/staff/\(id)?done=staffAdded")
            let page = try await admin.get(added.location)
            #expect(page.text.contains("已新增這位同仁") && page.text.contains("核發密碼"))
        }
        let added = try #require(try member("hsu"))
        #expect(added.employee.staffNumber == "B01" && added.employee.servesCounter)
        #expect(added.unitName == "南華區戶政事務所/登記二課" && added.employee.startsOn == Day("2026-11-21"))
        #expect(try audit(.staffCreation).first?.hasPrefix("zonghan B01 ") == true)
        #expect(try audit(.staffImport).filter { $0.hasPrefix("zonghan") }.isEmpty)
    }

    /// What is typed, and the field and sentence of what is wrong with it.
    @Test(arguments: [
        (["staffNumber": ""], "staffNumber", "「員工編號」空白"),
        (["staffNumber": "A01"], "staffNumber", "員工編號 A01 已由 林雅筑（A01）使用"),
        (["staffNumber": "B 01"], "staffNumber", "「員工編號」中間有空白：B 01"),
        (["name": ""], "name", "「姓名」空白"), (["unit": ""], "unit", "「單位」空白"),
        (["unit": "沒有這一課"], "unit", UnitRefusal.noSuchName("沒有這一課").sentence),
        (["login": "yachu"], "login", "帳號 yachu 已由 林雅筑（A01）使用"),
        (["login": "許"], "login", "「帳號」只能用英文字母"),
        (["startsOn": "明天"], "startsOn", "「到職日」看不懂或沒有這一天：明天"),
        (["endsOn": "115/2/30"], "endsOn", "「離職日」看不懂或沒有這一天：115/2/30"),
        (["endsOn": "115/11/1"], "endsOn", "離職日（115/11/1）早於到職日（115/11/21）"),
        (["position": String(repeating: "長", count: 65)], "position", "「職稱」超過 64 字"),
    ])
    func `what is wrong is said at its field, by the rules of the file`(
        changes: [String: String], field: String, sentence: String
    ) async throws {
        let before = try count()
        try await office.test { browser in
            let admin = try await browser.signedIn("zonghan")
            let answer = try await admin.post("/staff/new", Self.fields(changes))
            #expect(answer.status == 422)
            #expect(answer.text.contains("href=\"#\(field)\""))
            #expect(answer.text.contains("id=\"\(field)-error\""))
            #expect(answer.text.contains(sentence))
            for (name, value) in changes where name != "unit" { #expect(answer.text.contains("value=\"\(value)\"")) }
        }
        #expect(try count() == before)
    }

    @Test func `a person's number, login and unit change and everything stays theirs`() async throws {
        let before = try #require(try member("yachu"))
        let id = before.employee.id
        let exam = try published(Audience(employees: ["A01", "A02"], except: ["A01"]))
        let unit = try unit("登記二課").id
        try await office.test { browser in
            let own = try await browser.signedIn("yachu")
            let admin = try await browser.signedIn("zonghan")
            #expect(try await admin.get("/staff/\(id)").text.contains("href=\"/staff/\(id)/change\""))
            #expect(try await admin.get("/staff/\(id)/change").text.contains("value=\"A01\""))
            let fields = Self.fields([
                "staffNumber": "C77", "name": "林雅竹", "unit": "\(unit)", "position": "課員", "login": "yachu.lin",
                "servesCounter": "1", "startsOn": "109/11/2",
            ])
            #expect(try await admin.post("/staff/\(id)/change", fields).location == "/staff/\(id)?done=staffChanged")
            #expect(try await admin.post("/staff/\(id)/change", fields).location == "/staff/\(id)?done=staffKept")
            #expect(try await own.get("/account").status == 200)
        }
        let after = try #require(try member("yachu.lin"))
        #expect(after.employee.id == id && after.account == before.account && after.employee.staffNumber == "C77")
        #expect(after.unitName == "南華區戶政事務所/登記二課" && after.employee.name == "林雅竹")
        #expect(try member("yachu") == nil)
        let log = try audit(.staffChange)
        #expect(log.count == 1 && log[0].hasPrefix("zonghan C77 員工編號：A01→C77；"))
        let examinees = try office.database.readAndWait { try ExamStore.require(exam, in: $0).plan.examinees }
        #expect(examinees == Audience(employees: ["C77", "A02"], except: ["C77"]))
    }

    private func published(_ audience: Audience) throws -> ID<Exam> {
        let (unit, now) = (try unit("登記一課"), office.clock.now())
        return try office.database.writeAndWait { db in
            try ExamStore.insert(
                samplePlan { $0.examinees = audience }, unit: try #require(unit.parentID), seed: ExamStoreTests.seed,
                now: now, in: db)
        }
    }

    @Test func `nobody changes people of other units, and nobody's form is seen without the role`() async throws {
        let (yachu, guanting) = (
            try #require(try member("yachu")).employee.id, try #require(try member("guanting")).employee.id
        )
        try AnnouncementSample.grant("shuhui", .admin, at: "登記一課", in: office)
        let before = try count()
        try await office.test { browser in
            for path in ["/staff/new", "/staff/\(yachu)/change"] {
                #expect(try await browser.get(path).status == 303)
                #expect(try await browser.post(path, Self.fields()).status == 401)
                for login in ["yachu", "shufen", "meiling"] {
                    let other = try await browser.signedIn(login)
                    #expect(try await other.get(path).status == 403, "\(login)")
                    #expect(try await other.post(path, Self.fields()).status == 403, "\(login)")
                }
            }
            let chief = try await browser.signedIn("shuhui")
            #expect(try await chief.get("/staff/\(yachu)/change").status == 200)
            #expect(try await chief.get("/staff/\(guanting)/change").status == 404)
            #expect(try await chief.post("/staff/\(guanting)/change", Self.fields()).status == 404)
            let elsewhere = try unit("登記二課").id
            #expect(try await chief.post("/staff/new", Self.fields(["unit": "\(elsewhere)"])).status == 404)
            // Another's number is refused without telling whose it is.
            let own = try unit("登記一課").id
            let taken = try await chief.post("/staff/new", Self.fields(["unit": "\(own)", "staffNumber": "A04"]))
            #expect(taken.status == 422 && taken.text.contains("員工編號 A04 已由其他人使用"))
        }
        #expect(try count() == before)
    }

    @Test func `the last administrator cannot be let go by form`() async throws {
        let zonghan = try #require(try member("zonghan")).employee
        try await office.test { browser in
            let admin = try await browser.signedIn("zonghan")
            let answer = try await admin.post(
                "/staff/\(zonghan.id)/change",
                Self.fields([
                    "staffNumber": zonghan.staffNumber, "name": zonghan.name, "unit": "1", "login": "zonghan",
                    "startsOn": "", "endsOn": "115/11/1",
                ]))
            #expect(answer.status == 422 && answer.text.contains("就沒有全機關的系統管理者了"))
        }
        #expect(try member("zonghan")?.employee.endsOn == nil)
    }

    private func run(_ arguments: String..., as login: String? = nil) async -> Int32 {
        await Huxue.CommandLine.run(
            arguments + ["--data", office.folder.path] + (login.map { ["--as", $0] } ?? []))
    }

    @Test func `a command renumbers one person, and audiences follow`() async throws {
        let exam = try published(Audience(employees: ["A01"]))
        #expect(await run("staff", "renumber", "A01", "A02") == 1)
        #expect(await run("staff", "renumber", "Z99", "B99") == 1)
        #expect(await run("staff", "renumber", "A01", "B 9") == 1)
        #expect(await run("staff", "renumber", "A01", "B09", as: "yachu") == 1)
        #expect(await run("staff", "renumber", "A01") == 64)
        #expect(try member("yachu")?.employee.staffNumber == "A01")
        #expect(await run("staff", "renumber", "A01", "B09") == 0)
        #expect(await run("staff", "renumber", "B09", "B09") == 0)
        #expect(try member("yachu")?.employee.staffNumber == "B09")
        let examinees = try office.database.readAndWait { try ExamStore.require(exam, in: $0).plan.examinees }
        #expect(examinees == Audience(employees: ["B09"]))
    }

    @Test func `the page asks before it replaces a password, and issues the first one by its name`() async throws {
        let (yachu, zonghan) = (
            try #require(try member("yachu")).employee.id, try #require(try member("zonghan")).employee.id
        )
        try AnnouncementSample.grant("shuhui", .admin, at: "登記一課", in: office)
        try await office.test { browser in
            let chief = try await browser.signedIn("shuhui")
            #expect(try await chief.get("/staff/\(yachu)").text.contains("href=\"/staff/\(yachu)/password\""))
            let asked = try await chief.get("/staff/\(yachu)/password")
            #expect(asked.status == 200 && asked.text.contains("要為 林雅筑 重設密碼嗎？"))
            #expect(asked.text.contains("原來的密碼立即失效"))
            #expect(try await chief.get("/staff/\(zonghan)/password").status == 404)
            let slip = try await chief.post("/staff/\(yachu)/password")
            #expect(slip.status == 200 && slip.text.contains("data-print") && slip.text.contains("slips"))
        }
    }

    @Test func `a role that does nothing yet is offered and granted to nobody`() async throws {
        let yachu = try #require(try member("yachu")).employee.id
        try await office.test { browser in
            let admin = try await browser.signedIn("zonghan")
            let page = try await admin.get("/staff/\(yachu)").text
            for role in Role.allCases {
                #expect(page.contains("value=\"\(role.rawValue)\"") == Policy.grantableRoles.contains(role), "\(role)")
            }
            let refused = try await admin.post("/staff/\(yachu)/grants", [("role", "planOfficer"), ("unit", "1")])
            #expect(refused.status == 422 && refused.text.contains("「研考」目前還沒有作用"))
        }
        #expect(await run("role", "grant", "yachu", "planOfficer") == 1)
    }
}
