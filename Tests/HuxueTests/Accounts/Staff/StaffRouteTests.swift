import GRDB
import Hummingbird
import Testing

@testable import Huxue

struct StaffRouteTests {
    let staff: SampleStaff

    init() throws { staff = try SampleStaff() }

    private static let pages = [
        "/staff", "/staff/export", "/staff/import", "/staff/new", "/staff/3/change", "/staff/3/password",
        "/staff/passwords", "/staff/3", "/people/suggestions?q=A", "/units", "/units/3",
        "/units/3/removal", "/audit", "/audit/export",
    ]

    @Test(arguments: pages)
    func `signed out, one is sent to sign in`(address: String) async throws {
        try await staff.application().test(.router) { client async throws in
            let page = try await Browser(client).get(address)
            #expect(page.status == .seeOther)
            #expect(page.location == "/login?next=" + Address.encoded(address))
        }
    }

    @Test(arguments: pages)
    func `without the role, it is forbidden`(address: String) async throws {
        let token = try staff.startSession("yating")
        let before = try staff.contents()
        try await staff.application().test(.router) { client async throws in
            let page = try await Browser(client, session: token).get(address)
            #expect(page.status == .forbidden)
            #expect(!page.text.contains("A001"))
        }
        #expect(try staff.contents() == before)
    }

    @Test(arguments: pages)
    func `an administrator sees it`(address: String) async throws {
        let token = try staff.startSession("meiling")
        try await staff.application().test(.router) { client async throws in
            #expect(try await Browser(client, session: token).get(address).status == .ok)
        }
    }

    @Test(arguments: [
        "/staff/3/grants", "/staff/3/password", "/staff/passwords", "/staff/import", "/staff/import/1/application",
        "/staff/new", "/staff/3/change",
        "/staff/2/grants/admin/1/end", "/units/3", "/units/3/removal",
    ])
    func `without the role, nothing can be changed`(address: String) async throws {
        let token = try staff.startSession("yating")
        let before = try staff.contents()
        try await staff.application().test(.router) { client async throws in
            let fields = [
                "role": "admin", "unit": "1", "name": "x", "parent": "1", "ownPassword": SampleStaff.password,
            ]
            let page = try await Browser(client, session: token).post(address, fields)
            #expect(page.status == .forbidden)
            let outside = try await Browser(client).post(address, fields)
            #expect(outside.status == .unauthorized)
        }
        #expect(try staff.contents() == before)
    }

    @Test func `a chief sees the own section and nobody else`() async throws {
        try staff.grant(.supervisor, at: "登記一課", to: "chihming")
        let token = try staff.startSession("chihming")
        let stranger = try staff.member("meiling").employee.id
        try await staff.application().test(.router) { client async throws in
            let browser = Browser(client, session: token)
            let list = try await browser.get("/staff?presence=all")
            #expect(list.text.contains("𠮷田惠"))
            #expect(!list.text.contains("黃美玲"))
            #expect(!list.text.contains("核發密碼"))
            #expect(try await browser.get("/staff/\(stranger)").status == .notFound)
            let export = try await browser.get("/staff/export?presence=all").text
            #expect(export.contains("A005") && !export.contains("A002"))
            #expect(try await browser.get("/units").text.contains("行政課") == false)
            #expect(try await browser.get("/audit").status == .forbidden)
        }
        #expect(try staff.audit(.staffExport).map(\.words) == ["3 人"])
    }

    @Test(arguments: [
        ("/staff?q=𠮷", ["𠮷田惠"]), ("/staff?q=A00&unit=3", ["陳志明", "張雅婷", "𠮷田惠"]),
        ("/staff?q=戶籍員&sort=name&descending=1", ["張雅婷", "𠮷田惠"]), ("/staff?presence=left", []),
        ("/staff?q=%27%20OR%201%3D1", []), ("/staff?unit=999&q=shufen", ["林淑芬"]), ("/staff?page=99", ["林淑芬"]),
    ])
    func `the list is searched, filtered and sorted by its address`(address: String, expected: [String]) async throws {
        let token = try staff.startSession("meiling")
        let names = ["林淑芬", "黃美玲", "陳志明", "張雅婷", "𠮷田惠"]
        try await staff.application().test(.router) { client async throws in
            let page = try await Browser(client, session: token).get(
                address.replacing("𠮷", with: Address.encoded("𠮷")).replacing("戶籍員", with: Address.encoded("戶籍員")))
            #expect(page.status == .ok)
            let rows = page.text.components(after: "<tbody>")
            let found = names.filter { rows.contains($0) }
            if address.contains("page=99") {
                #expect(found.count == 5)
            } else {
                #expect(Set(found) == Set(expected))
                let places = expected.compactMap { rows.firstRange(of: $0)?.lowerBound }
                #expect(places == places.sorted())
            }
        }
    }

    @Test func `a role is granted with one's own password and taken away again`() async throws {
        let token = try staff.startSession("meiling")
        let employee = try staff.member("yating").employee.id
        try await staff.application().test(.router) { client async throws in
            let browser = Browser(client, session: token)
            var fields = ["role": "examManager", "unit": "1", "ownPassword": "wrong"]
            let refused = try await browser.post("/staff/\(employee)/grants", fields)
            #expect(refused.status == .unprocessableContent)
            #expect(refused.text.contains(PasswordRefusal.wrongCurrent.sentence))
            #expect(refused.text.contains("value=\"examManager\" selected"))
            #expect(try !staff.visitor("yating").may(.manageExams))
            fields["ownPassword"] = SampleStaff.password
            #expect(try await browser.post("/staff/\(employee)/grants", fields).status == .seeOther)
            #expect(try staff.visitor("yating").may(.manageExams))
            let page = try await browser.get("/staff/\(employee)?done=granted")
            #expect(page.text.contains("已授予角色"))
            let end = "/staff/\(employee)/grants/examManager/1/end"
            #expect(page.text.contains(end))
            #expect(try await browser.get(end).text.contains("要收回 張雅婷"))
            #expect(try await browser.post(end, ["ownPassword": SampleStaff.password]).status == .seeOther)
            #expect(try !staff.visitor("yating").may(.manageExams))
            #expect(try await browser.get(end).status == .notFound)
        }
        #expect(try staff.audit(.roleGrant).first?.actor == "meiling")
        #expect(try staff.audit(.roleRevocation).count == 1)
    }

    @Test func `the one-time password is shown once and works`() async throws {
        let token = try staff.startSession("meiling")
        let victim = try staff.startSession("yating")
        let employee = try staff.member("yating").employee.id
        try await staff.application().test(.router) { client async throws in
            let browser = Browser(client, session: token)
            #expect(
                try await browser.post("/staff/\(employee)/password", ["ownPassword": "x"]).status
                    == .unprocessableContent)
            #expect(try staff.sessionCount("yating") == 1)
            let page = try await browser.post("/staff/\(employee)/password", ["ownPassword": SampleStaff.password])
            #expect(page.status == .ok)
            let password = String(page.text.components(after: "<code>").prefix { $0 != "<" })
            #expect(password.count == 20)
            #expect(try await Browser(client, session: victim).get("/account").status == .seeOther)
            #expect(try await browser.get("/staff/\(employee)").text.contains(password) == false)
            var own = Browser(client)
            #expect(try await own.signIn("yating", password: password).status == .seeOther)
        }
        let log = try staff.audit(.passwordReset)
        #expect(log.map(\.subject) == ["yating"])
    }

    @Test func `the form sent twice does not void the password that was handed out`() async throws {
        let token = try staff.startSession("meiling")
        let employee = try staff.member("yating").employee.id
        try await staff.application().test(.router) { client async throws in
            let browser = Browser(client, session: token)
            let form = try await browser.get("/staff/\(employee)/password").text
            let issued = String(form.components(after: "name=\"issued\" value=\"").prefix { $0 != "\"" })
            let fields = ["issued": issued, "ownPassword": SampleStaff.password]
            #expect(try await browser.post("/staff/\(employee)/password", fields).status == .ok)
            let again = try await browser.post("/staff/\(employee)/password", fields)
            #expect(again.status == .conflict && again.text.contains("仍然有效"))
        }
        #expect(try staff.audit(.passwordReset).count == 1)
    }

    @Test func `passwords for all who have none come as a file`() async throws {
        let token = try staff.startSession("meiling")
        try await staff.application().test(.router) { client async throws in
            let browser = Browser(client, session: token)
            #expect(try await browser.get("/staff").text.contains("核發密碼（1 人還沒有密碼）"))
            let fields = ["unit": "1", "format": "csv", "ownPassword": SampleStaff.password]
            let page = try await browser.post("/staff/passwords", fields)
            let lines = page.text.split(separator: "\r\n")
            #expect(lines.count == 2)
            #expect(lines[1].hasPrefix("yoshida,𠮷田惠,"))
            #expect(page.headers[.contentDisposition]?.hasPrefix("attachment") == true)
            let password = String(lines[1].split(separator: ",")[2])
            #expect(PasswordHash.matches(password, try staff.account("yoshida").passwordHash ?? ""))
            #expect(try await browser.get("/staff/passwords").text.contains("每位在職同仁都有密碼"))
        }
    }

    @Test func `a file is looked at first and imported then`() async throws {
        let token = try staff.startSession("meiling")
        let file = SampleStaff.head + "B01,許功蓋,新單位,課員,hsu,否,115/3/1,\nA004,張雅婷,行政課,課員,yating,否,108/11/4,\n"
        try await staff.application().test(.router) { client async throws in
            let browser = Browser(client, session: token)
            let sent = try await browser.upload("/staff/import", file: Array(file.utf8))
            #expect(sent.status == .seeOther)
            let address = sent.location ?? ""
            let before = try staff.contents(of: ["unit", "employee", "account"])
            let preview = try await browser.get(address)
            #expect(preview.text.contains("許功蓋"))
            #expect(preview.text.contains("data-label=\"到職日\">115/3/1</td>"))
            #expect(preview.text.contains("data-label=\"離職日\">在職中</td>"))
            #expect(preview.text.contains("<del>戶籍員</del>"))
            #expect(preview.text.contains("南華區戶政事務所/新單位"))
            #expect(preview.text.contains("「新單位」不是本機關的名稱（南華區戶政事務所）"))
            #expect(try staff.contents(of: ["unit", "employee", "account"]) == before)
            let shown = Self.shownPlan(preview.text)
            #expect(try await browser.post(address + "/application", shown).location == Self.imported)
            let told = try await browser.get(Self.imported)
            #expect(told.text.contains("匯入完成。新增 1 人、變更 1 人、不變 0 人、新單位 1 個。"))
            #expect(try staff.member("hsu").unitName == "南華區戶政事務所/新單位")
            #expect(try staff.member("yating").employee.position == "課員")
            #expect(try await browser.post(address + "/application", shown).status == .conflict)
        }
        #expect(try staff.audit(.staffImport).first?.actor == "meiling")
    }

    private static let imported = "/staff?done=staffImported&created=1&changed=1&unchanged=0&skipped=0&units=1"

    /// The field by which the form says what it showed.
    private static func shownPlan(_ page: String) -> [String: String] {
        ["plan": String(page.components(after: "name=\"plan\" value=\"").prefix { $0 != "\"" })]
    }

    @Test func `what was not shown is not done`() async throws {
        let token = try staff.startSession("meiling")
        let file = SampleStaff.head + "A004,張雅婷,登記一課,課員,yating,否,108/11/4,\n"
        let other = SampleStaff.head + "A004,張雅婷,登記一課,技工,yating,否,108/11/4,\n"
        try await staff.application().test(.router) { client async throws in
            let browser = Browser(client, session: token)
            let address = try await browser.upload("/staff/import", file: Array(file.utf8)).location ?? ""
            let shown = Self.shownPlan(try await browser.get(address).text)
            try staff.database.writeAndWait {
                try $0.execute(sql: "UPDATE employee SET servesCounter = 0 WHERE staffNumber = 'A004'")
            }
            let before = try staff.contents()
            for fields in [shown, [:]] {
                let again = try await browser.post(address + "/application", fields)
                #expect(again.status == .conflict && again.text.contains(StaffRefusal.previewOutdated.sentence))
                #expect(Self.shownPlan(again.text) != shown)
            }
            #expect(try staff.contents() == before)
            let renewed = Self.shownPlan(try await browser.get(address).text)
            let second = try await browser.upload("/staff/import", file: Array(other.utf8)).location ?? ""
            #expect(try await browser.post(second + "/application", renewed).status == .conflict)
            let last = Self.shownPlan(try await browser.get(second).text)
            #expect(try await browser.post(second + "/application", last).location?.hasPrefix("/staff?done=") == true)
        }
        #expect(try staff.member("yating").employee.position == "技工")
    }

    @Test func `bad rows are shown by line and left out only when asked`() async throws {
        let token = try staff.startSession("meiling")
        let file = SampleStaff.head + "B01,許功蓋,新單位,課員,hsu,否,,\nB02,,行政課,課員,x,否,,\n"
        try await staff.application().test(.router) { client async throws in
            let browser = Browser(client, session: token)
            let address = try await browser.upload("/staff/import", file: Array(file.utf8)).location ?? ""
            let preview = try await browser.get(address)
            #expect(preview.text.contains("第 3 列"))
            #expect(preview.text.contains("「姓名」空白"))
            #expect(preview.text.contains("略過 1 列，匯入其餘"))
            let before = try staff.contents()
            var fields = Self.shownPlan(preview.text)
            #expect(try await browser.post(address + "/application", fields).status == .unprocessableContent)
            #expect(try staff.contents() == before)
            fields["skipBad"] = "1"
            #expect(try await browser.post(address + "/application", fields).status == .seeOther)
            #expect(try staff.member("hsu").employee.name == "許功蓋")
        }
    }

    @Test func `a file that cannot be read is refused on the page`() async throws {
        let token = try staff.startSession("meiling")
        let stranger = try staff.startSession("shufen")
        try staff.grant(.admin, at: "南華區戶政事務所", to: "shufen")
        try await staff.application().test(.router) { client async throws in
            let browser = Browser(client, session: token)
            let broken = try await browser.upload("/staff/import", file: [0x41, 0x0A, 0xFF, 0xFF])
            #expect(broken.status == .unprocessableContent)
            #expect(broken.text.contains("第 2 列有無法辨識的文字"))
            let columns = try await browser.upload("/staff/import", file: Array("姓名,單位\n".utf8))
            #expect(columns.text.contains("缺少欄位：員工編號、職稱、帳號、臨櫃、到職日、離職日"))
            #expect(try await browser.upload("/staff/import", file: []).text.contains("沒有選擇檔案"))
            let good = try await browser.upload("/staff/import", file: Array(SampleStaff.file.utf8)).location ?? ""
            #expect(try await browser.get(good).text.contains("不必匯入"))
            #expect(try await Browser(client, session: stranger).get(good).status == .conflict)
        }
    }

    @Test func `a role granted twice is told at its field`() async throws {
        let token = try staff.startSession("meiling")
        let other = try staff.member("yating").employee.id
        try await staff.application().test(.router) { client async throws in
            let browser = Browser(client, session: token)
            let fields = ["role": "hr", "unit": "1", "ownPassword": SampleStaff.password]
            #expect(try await browser.post("/staff/\(other)/grants", fields).status == .seeOther)
            let again = try await browser.post("/staff/\(other)/grants", fields)
            #expect(again.status == .conflict && again.text.contains("href=\"#role\""))
            #expect(again.text.contains("id=\"role-error\"") && again.text.contains("已有這個角色"))
        }
    }

    @Test func `the log is read, filtered and exported, and the export is logged`() async throws {
        let token = try staff.startSession("meiling")
        try await staff.application().test(.router) { client async throws in
            let browser = Browser(client, session: token)
            let page = try await browser.get("/audit?action=staff.import")
            #expect(page.text.contains("匯入人員"))
            #expect(!page.text.contains("建立機關資料</td>"))
            #expect(try await browser.get("/audit?since=115/11/22").text.contains("沒有符合的紀錄"))
            #expect(try await browser.get("/audit?until=115/11/20").text.contains("沒有符合的紀錄"))
            let file = try await browser.get("/audit/export").text
            #expect(file.hasPrefix("\u{FEFF}序號,時間,人員,動作,動作代碼,對象,內容,來源\r\n"))
            #expect(file.contains("staff.import"))
        }
        #expect(try staff.audit(.auditExport).map(\.actor) == ["meiling"])
    }

    @Test(arguments: [("since=昨天", "since", "昨天"), ("until=115/2/30", "until", "115/2/30")])
    func `a day that the log's filter cannot read is told at its field`(
        query: String, field: String, typed: String
    ) async throws {
        let token = try staff.startSession("meiling")
        let address = query.replacing(typed, with: Address.encoded(typed))
        try await staff.application().test(.router) { client async throws in
            let browser = Browser(client, session: token)
            let page = try await browser.get("/audit?" + address)
            #expect(
                page.status == .ok && page.text.contains("href=\"#\(field)\"") && page.text.contains("看不懂「\(typed)」"))
            #expect(page.text.contains("value=\"\(typed)\""))
            let export = try await browser.get("/audit/export?" + address)
            #expect(export.status == .unprocessableContent && export.text.contains("看不懂日期「\(typed)」"))
        }
        #expect(try staff.audit(.auditExport).isEmpty)
    }

    @Test(arguments: ["meiling", "A002", "黃美玲", "黃美玲（A002）"])
    func `the log is filtered by a person's login, number or name`(person: String) async throws {
        let token = try staff.startSession("meiling")
        try await staff.application().test(.router) { client async throws in
            let browser = Browser(client, session: token)
            _ = try await browser.get("/staff/export")
            let page = try await browser.get("/audit?actor=" + Address.encoded(person))
            #expect(page.text.contains("匯出人員名冊") && !page.text.contains("建立機關資料</td>"))
            #expect(page.text.contains("value=\"\(person)\""))
        }
    }

    @Test func `units are shown as a tree with their people`() async throws {
        let token = try staff.startSession("meiling")
        try await staff.application().test(.router) { client async throws in
            let text = try await Browser(client, session: token).get("/units").text
            #expect(text.contains("　<a href=\"/staff?unit=3\">登記一課</a>"))
            #expect(text.contains("<td class=\"num\" data-label=\"含下級單位\">5</td>"))
        }
    }
}

extension String {
    /// What stands after the first `mark`; empty when it does not occur.
    func components(after mark: String) -> String {
        firstRange(of: mark).map { String(self[$0.upperBound...]) } ?? ""
    }
}
