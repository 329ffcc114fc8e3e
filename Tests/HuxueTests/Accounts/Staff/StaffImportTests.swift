import Foundation
import GRDB
import Testing

@testable import Huxue

struct StaffImportTests {
    let staff: SampleStaff

    init() throws { staff = try SampleStaff() }

    private func plan(_ rows: String, actor: Actor = SampleStaff.console) throws -> StaffImportPlan {
        let file = try StaffFile(bytes: Array((SampleStaff.head + rows).utf8))
        return try staff.database.readAndWait {
            try StaffImportActions.plan(
                file, by: ActionContext(actor: actor, origin: "test", now: SampleStaff.now), in: $0)
        }
    }

    @discardableResult
    private func apply(
        _ rows: String, skippingBad: Bool = false, head: String = SampleStaff.head
    ) throws -> StaffImportPlan {
        let file = try StaffFile(bytes: Array((head + rows).utf8))
        let now = staff.clock.now()
        return try staff.database.writeAndWait {
            try StaffImportActions.apply(
                file, skippingBad: skippingBad, by: ActionContext(actor: SampleStaff.console, origin: "test", now: now),
                in: $0)
        }
    }

    /// Line 2 is the row of each case, and a good row follows it.
    @Test(arguments: [
        (",王大明,登記一課,課員,daming,否,,", "「員工編號」空白"),
        ("B 01,王大明,登記一課,課員,daming,否,,", "「員工編號」中間有空白：B 01"),
        ("B01,,登記一課,課員,daming,否,,", "「姓名」空白"),
        ("B01,\"王\n大明\",登記一課,課員,daming,否,,", "「姓名」含有換行或控制字元"),
        ("B01,王大明,,課員,daming,否,,", "「單位」空白"),
        ("B01,王大明,登記一課//甲,課員,daming,否,,", "「單位」有一層沒有名稱：登記一課//甲"),
        ("B01,王大明,一/二/三/四/五/六/七/八/九,課員,daming,否,,", "「單位」超過 8 層：一/二/三/四/五/六/七/八/九"),
        ("B01,王大明,登記一課/……,課員,daming,否,,", "「單位」的名稱只有符號，或含有看不見、不能用的字元"),
        ("B01,王大明,登記\u{202E}課,課員,daming,否,,", "「單位」含有看不見、會改變文字方向的字元（U+202E），請刪去或重打這一格"),
        ("B01,王大明,登記一課,課員,,否,,", "「帳號」空白"),
        ("B01,王大明,登記一課,課員,王大明,否,,", "「帳號」只能用英文字母、數字與 . _ - @，開頭須為字母或數字，至多 64 字：王大明"),
        ("B01,王大明,登記一課,課員,.da,否,,", "「帳號」只能用英文字母、數字與 . _ - @，開頭須為字母或數字，至多 64 字：.da"),
        ("B01,王大明,登記一課,課員,daming,,,", "「臨櫃」要填「是」或「否」，現在空白"),
        ("B01,王大明,登記一課,課員,daming,Y,,", "「臨櫃」要填「是」或「否」：Y"),
        ("B01,王大明,登記一課,課員,daming,否,115/2/30,", "「到職日」看不懂或沒有這一天：115/2/30（例：115/11/21）"),
        ("B01,王大明,登記一課,課員,daming,否,,明天", "「離職日」看不懂或沒有這一天：明天（例：115/11/21）"),
        ("B01,王大明,登記一課,課員,daming,否,115/3/2,115/3/1", "離職日（115/3/1）早於到職日（115/3/2）"),
        ("B01,王大明,登記一課,課員,daming,否,,,,王", "有 10 格，標題列只有 8 格；請檢查逗號與雙引號"),
        (
            "B01,王大明,登記一課,課員,YATING,否,,",
            "帳號 yating 已由 張雅婷（A004）使用；如果是同一位同仁改了員工編號，請先在「人員」開啟 張雅婷 的頁面，按「變更資料」改成 B01，再匯入"
        ),
        ("A004,張雅婷,登記一課,戶籍員,chihming,是,,", "帳號 chihming 已由 陳志明（A003）使用"),
    ])
    func `a bad row is named by line and reason`(row: String, sentence: String) throws {
        let plan = try plan(row + "\nB02,李小華,登記一課,課員,xiaohua,否,,\n")
        #expect(plan.problems == [StaffRowProblem(line: 2, sentence: sentence)])
        #expect(plan.creations.map(\.row.staffNumber) == ["B02"])
    }

    @Test func `numbers and logins that stand twice are refused at the second place`() throws {
        let plan = try plan(
            """
            B01,王大明,登記一課,課員,daming,否,,
            B01,王小明,登記一課,課員,xiaoming,否,,
            B03,王中明,登記一課,課員,DaMing,否,,
            """)
        #expect(
            plan.problems == [
                StaffRowProblem(line: 3, sentence: "員工編號 B01 與第 2 列重複"),
                StaffRowProblem(line: 4, sentence: "帳號 daming 與第 2 列重複"),
            ])
    }

    @Test(arguments: [
        ("", StaffRefusal.emptyFile), ("姓名,單位,職稱,帳號,臨櫃,到職日", .missingColumns(["員工編號", "離職日"], separator: .comma)),
        ("員工編號,姓名,姓名,單位,職稱,帳號,臨櫃,到職日,離職日", .doubledColumn("姓名")),
    ])
    func `a file with wrong columns is refused`(head: String, expected: StaffRefusal) {
        #expect(throws: expected) { try StaffFile(bytes: Array(head.utf8)) }
    }

    @Test func `columns may stand in any order, further ones are ignored`() throws {
        let plan = try apply(
            "是,2026-08-01,備,daming,𠮷王大明,B01,,登記一課,課員\n",
            head: "臨櫃,到職日,備註,帳號, 姓名 ,員工編號,離職日,單位,職稱\n")
        #expect(plan.ignoredColumns == ["備註"])
        let member = try staff.member("daming")
        #expect(member.employee.name == "𠮷王大明")
        #expect(member.employee.servesCounter)
        #expect(member.employee.startsOn == Day(year: 2026, month: 8, day: 1))
        #expect(member.employee.endsOn == nil)
        #expect(member.unitName == "南華區戶政事務所/登記一課")
        #expect(!member.hasPassword)
    }

    @Test func `cells left out at the end of a row are blank`() throws {
        #expect(try apply("B01,王大明,登記一課,課員,daming,否\n").creations.count == 1)
    }

    @Test func `a Big5 file is read`() throws {
        let text = SampleStaff.head + "B01,許功蓋,登記一課,課員,hsu,否,,\n"
        let big5 = try #require(text.data(using: .init(rawValue: 0x8000_0A03)))
        #expect(try StaffFile(bytes: Array(big5)).rows.map(\.name) == ["許功蓋"])
    }

    @Test func `the shipped sample is good, rare characters and all`() throws {
        let file = try StaffFile(bytes: Array(try SampleStaff.resources.data("samples/staff.csv")))
        #expect(file.problems.isEmpty)
        #expect(file.ignoredColumns.isEmpty)
        #expect(file.rows.map(\.name).filter { "𠮷㐂李".contains($0.prefix(1)) } == ["𠮷田惠", "㐂屋明", "李𡘙"])
    }

    @Test func `running an import again changes nothing`() throws {
        let before = try staff.contents()
        let plan = try apply(SampleStaff.file.replacingOccurrences(of: SampleStaff.head, with: ""))
        #expect(plan.unchangedCount == 5)
        #expect(plan.isEmpty)
        #expect(try staff.contents() == before)
    }

    @Test func `an export imports to the same`() throws {
        let before = try staff.contents()
        let members = try staff.database.readAndWait {
            try EmployeeStore.members(scope: .everywhere, today: SampleStaff.today, in: $0)
        }
        let file = try StaffFile(bytes: StaffExport.file(of: members))
        let plan = try staff.database.writeAndWait {
            try StaffImportActions.apply(
                file, skippingBad: false, by: Self.acting, in: $0)
        }
        #expect(plan.unchangedCount == 5)
        #expect(try staff.contents() == before)
    }

    @Test func `one bad row keeps the whole file out`() throws {
        let before = try staff.contents()
        let rows = "B01,王大明,新單位,課員,daming,否,,\nB02,,登記一課,課員,xiaohua,否,,\n"
        #expect(throws: StaffRefusal.badRows(count: 1)) { try apply(rows) }
        #expect(try staff.contents() == before)
    }

    @Test func `bad rows may be left out`() throws {
        let plan = try apply(
            "B01,王大明,新單位,課員,daming,否,,\nB02,,舊單位,課員,xiaohua,maybe,,\n", skippingBad: true)
        #expect(plan.badRowCount == 1)
        #expect(plan.newUnits.map(\.fullName) == ["南華區戶政事務所/新單位"])
        #expect(try staff.member("daming").unitName == "南華區戶政事務所/新單位")
        #expect(throws: SampleStaff.Missing.self) { try staff.member("xiaohua") }
    }

    @Test(arguments: [
        ("南華區戶政事務所", "南華區戶政事務所"), ("南華區戶政事務所/登記一課", "南華區戶政事務所/登記一課"),
        ("登記一課", "南華區戶政事務所/登記一課"), ("南華區戶政事務所／登記一課／甲股", "南華區戶政事務所/登記一課/甲股"),
        ("東興辦公室/台語窗口", "南華區戶政事務所/東興辦公室/台語窗口"),
    ])
    func `a path may begin with the office or below it`(path: String, expected: String) throws {
        try apply("B01,王大明,\(path),課員,daming,否,,\n")
        #expect(try staff.member("daming").unitName == expected)
    }

    @Test func `of units alike, the one written exactly so is meant`() throws {
        try staff.database.writeAndWait { db in
            let root = try UnitStore.root(in: db)
            for name in ["臺江組", "台江組"] {
                let unit = try UnitStore.insert(name: name, parent: root, in: db)
                _ = try UnitStore.insert(name: "股" + name, parent: unit, in: db)
            }
        }
        let names = ["臺江組", "台江組", "臺江組/股台江組", "台江組/股臺江組", "台 江組"]
        let rows = names.enumerated().map { "B0\($0.offset),甲,\($0.element),課員,b\($0.offset),否,,\n" }
        let plan = try plan(rows.joined())
        #expect(
            plan.creations.map { $0.unitName.replacingOccurrences(of: "南華區戶政事務所/", with: "") }
                == ["臺江組", "台江組", "臺江組/股臺江組", "台江組/股台江組", "臺江組"])
        #expect(plan.newUnits.isEmpty)
    }

    @Test func `units are made once, those above first`() throws {
        let plan = try apply(
            "B01,王大明,東興/一股,課員,daming,否,,\nB02,李小華,東興/二股,課員,xiaohua,否,,\nB03,丁中,東興,課員,ding,否,,\n")
        #expect(
            plan.newUnits.map(\.fullName) == [
                "南華區戶政事務所/東興", "南華區戶政事務所/東興/一股", "南華區戶政事務所/東興/二股",
            ])
        #expect(try staff.unit("東興").position.covers(staff.unit("東興/二股").position))
    }

    @Test func `a change says what it changes and is kept in the log`() throws {
        let plan = try apply("A004,張雅婷,行政課,課員,yating2,否,108/11/4,\n")
        #expect(plan.changes.first?.differences.map(\.column) == [.unit, .position, .login, .servesCounter])
        let member = try staff.member("yating2")
        #expect(member.unitName == "南華區戶政事務所/行政課")
        #expect(member.hasPassword)
        let entry = try #require(try staff.audit(.staffChange).first)
        #expect(entry.subject == "A004")
        #expect(
            entry.words
                == "單位：南華區戶政事務所/登記一課→南華區戶政事務所/行政課；職稱：戶籍員→課員；帳號：yating→yating2；臨櫃：是→否")
        #expect(try staff.audit(.staffImport).first?.words == "新增 0、變更 1、不變 0、略過 0、新單位 0")
    }

    @Test func `the founder takes the staff number of the file and stays administrator`() throws {
        let member = try staff.member("meiling")
        #expect(member.employee.staffNumber == "A002")
        #expect(member.employee.name == "黃美玲")
        #expect(try staff.visitor("meiling").may(.manageStaff))
        let count = try staff.database.readAndWait {
            try EmployeeStore.count(StaffFilter(presence: .all), scope: .everywhere, today: SampleStaff.today, in: $0)
        }
        #expect(count == 5)
    }

    @Test func `leaving ends every session, a coming end does not`() throws {
        _ = try staff.startSession("yating")
        _ = try staff.startSession("yating")
        try apply("A004,張雅婷,登記一課,戶籍員,yating,是,108/11/4,115/11/21\n")
        #expect(try staff.sessionCount("yating") == 2)
        try apply("A004,張雅婷,登記一課,戶籍員,yating,是,108/11/4,115/11/20\n")
        #expect(try staff.sessionCount("yating") == 0)
    }

    @Test func `people missing from the file stay`() throws {
        try apply("B01,王大明,登記一課,課員,daming,否,,\n")
        #expect(try staff.member("yoshida").employee.name == "𠮷田惠")
    }

    @Test func `an administrator of one section imports that section alone`() throws {
        try staff.grant(.admin, at: "登記一課", to: "chihming")
        let actor = try staff.visitor("chihming").actor
        let plan = try plan(
            """
            B01,王大明,登記一課/甲股,課員,daming,否,,
            B02,李小華,行政課,課員,xiaohua,否,,
            A002,黃美玲,登記一課,課員,meiling,否,101/3/15,
            B03,林小安,登記一課,課員,meiling,否,,
            """, actor: actor)
        #expect(plan.creations.map(\.row.staffNumber) == ["B01"])
        #expect(plan.problems.map(\.line) == [3, 4, 5])
        #expect(plan.changes.isEmpty)
    }

    @Test func `two people may swap their logins`() throws {
        let (yating, yoshida) = (try staff.account("yating"), try staff.account("yoshida"))
        let plan = try apply(
            "A004,張雅婷,登記一課,戶籍員,yoshida,是,108/11/4,\nA005,𠮷田惠,登記一課,戶籍員,yating,是,110/2/1,\n")
        #expect(plan.changes.map { $0.differences.map(\.column) } == [[.login], [.login]])
        #expect(try staff.account("yoshida").id == yating.id)
        #expect(try staff.account("yating").id == yoshida.id)
        #expect(try staff.account("yoshida").passwordHash == yating.passwordHash)
        #expect(try staff.member("yoshida").employee.name == "張雅婷")
    }

    @Test func `a newcomer may take a login that the same file sets free`() throws {
        try apply(
            "B01,王大明,登記一課,課員,yating,否,,\nA004,張雅婷,登記一課,戶籍員,chihming,是,108/11/4,\n"
                + "A003,陳志明,登記一課,課長,zhiming,否,95/8/1,\n")
        #expect(try staff.member("yating").employee.staffNumber == "B01")
        #expect(try staff.member("chihming").employee.staffNumber == "A004")
        #expect(try staff.member("zhiming").employee.staffNumber == "A003")
    }

    @Test func `a login that its holder does not give up after all stays refused down the chain`() throws {
        let plan = try plan(
            "B01,王大明,登記一課,課員,yating,否,,\nA004,張雅婷,登記一課,戶籍員,chihming,是,108/11/4,\n"
                + "A003,陳志明,登記一課,課長,meiling,否,95/8/1,\n")
        #expect(plan.problems.first?.line == 2)
        #expect(plan.problems.first?.sentence.hasPrefix("帳號 yating 已由 張雅婷（A004）使用；如果是同一位同仁改了員工編號") == true)
        #expect(
            Array(plan.problems.dropFirst()) == [
                StaffRowProblem(line: 3, sentence: "帳號 chihming 已由 陳志明（A003）使用"),
                StaffRowProblem(line: 4, sentence: "帳號 meiling 已由 黃美玲（A002）使用"),
            ])
        #expect(plan.isEmpty)
    }

    @Test func `a long chain of logins is judged link by link`() throws {
        let rows = (1...3000).map { "C\($0),同仁\($0),登記一課,課員,c\($0),否,,\n" }.joined()
        try apply(rows)
        let chain = (1...3000).map { "C\($0),同仁\($0),登記一課,課員,c\($0 + 1),否,,\n" }.joined()
        let blocked = chain.replacing("c3001,", with: "yating,")
        #expect(try plan(chain).changes.count == 3000)
        #expect(try plan(blocked).problems.count == 3000)
    }

    @Test(arguments: ["101/3/15,115/11/20", "101/3/15,115/12/31", "115/11/22,"])
    func `the last administrator cannot be let go by a file`(days: String) throws {
        let before = try staff.contents()
        let row = "A002,黃美玲,行政課,課員,meiling,否,\(days)\n"
        #expect(
            try plan(row).problems == [
                StaffRowProblem(
                    line: 2, sentence: "黃美玲 的到職日、離職日這樣改，就沒有全機關的系統管理者了；請先授予另一位同仁「系統管理者」")
            ])
        #expect(throws: StaffRefusal.badRows(count: 1)) { try apply(row) }
        #expect(try apply(row, skippingBad: true).changes.isEmpty)
        #expect(try staff.contents() == before)
    }

    @Test func `one of two administrators may leave, both together may not`() throws {
        try staff.grant(.admin, at: "南華區戶政事務所", to: "shufen")
        let one = "A002,黃美玲,行政課,課員,meiling,否,101/3/15,115/11/20\n"
        #expect(try plan(one + "A001,林淑芬,南華區戶政事務所,主任,shufen,否,98/7/1,115/11/30\n").problems.map(\.line) == [2, 3])
        #expect(try apply(one).changes.count == 1)
        #expect(try !staff.member("meiling").employee.isInService(on: SampleStaff.today))
    }

    @Test func `an administrator whose return is refused does not let the other go`() throws {
        try staff.grant(.admin, at: "南華區戶政事務所", to: "shufen")
        try apply("A001,林淑芬,南華區戶政事務所,主任,shufen,否,98/7/1,115/11/20\n")
        let before = try staff.contents()
        let rows =
            "A002,黃美玲,行政課,課員,meiling,否,101/3/15,115/11/20\n"
            + "A001,林淑芬,南華區戶政事務所,主任,yating,否,98/7/1,\n"
        #expect(throws: StaffRefusal.noAdministratorLeft) { try apply(rows, skippingBad: true) }
        #expect(try staff.contents() == before)
    }

    @Test func `each new unit and each new person has an audit row`() throws {
        let before = (try staff.audit(.unitCreation).count, try staff.audit(.staffCreation).count)
        try apply("B01,王大明,東興/一股,課員,daming,否,,\nB02,李𡘙,東興/一股,課員,li,否,,\n")
        #expect(
            try staff.audit(.unitCreation).dropLast(before.0).map(\.subject) == [
                "南華區戶政事務所/東興/一股", "南華區戶政事務所/東興",
            ])
        let people = try staff.audit(.staffCreation).dropLast(before.1)
        #expect(people.map(\.subject) == ["B02", "B01"])
        #expect(people.first?.words == "姓名：李𡘙；單位：南華區戶政事務所/東興/一股；帳號：li")
        #expect(try staff.database.readAndWait { try AuditStore.firstBreak(in: $0) } == nil)
    }

    @Test func `units put under the office without its name are named`() throws {
        let rows =
            "B01,王大明,南華區戶政事物所/登記一課,課員,daming,否,,\nB02,李小華,登記一課/甲股,課員,xiaohua,否,,\n"
            + "B03,丁中,南華區戶政事務所/東興,課員,ding,否,,\nB04,丁大,南華區戶政事物所,課員,dingda,否,,\n"
        let plan = try plan(rows)
        #expect(plan.placedBelow == ["南華區戶政事物所"])
        #expect(
            AccountTerms.placedBelow(plan)
                == "「南華區戶政事物所」不是本機關的名稱（南華區戶政事務所），也不是現有的單位，會建立在本機關之下。")
    }

    @Test func `two rows of one person are refused at the second place`() throws {
        try staff.database.writeAndWait { db in
            let root = try UnitStore.root(in: db)
            let employee = try EmployeeStore.insert(
                staffNumber: "founder", name: "建立者", unit: try #require(root).id, position: "", servesCounter: false,
                startsOn: nil, endsOn: nil, in: db)
            _ = try AccountStore.insert(employee: employee, login: "founder", in: db)
        }
        let plan = try plan("founder,甲,行政課,課員,jia,否,,\nB09,乙,行政課,課員,founder,否,,\n")
        #expect(plan.problems == [StaffRowProblem(line: 3, sentence: "與第 2 列是同一位同仁")])
    }

    @Test func `a change after the plan makes it anew, and nothing is done twice`() async throws {
        let file = try StaffFile(bytes: Array((SampleStaff.head + "B01,王大明,登記一課,課員,daming,否,,\n").utf8))
        let stale = try await staff.database.read {
            try StaffImportActions.plan(file, by: Self.acting, in: $0)
        }
        try apply("B02,李小華,登記一課,課員,xiaohua,否,,\n")
        let before = try staff.contents()
        #expect(throws: StaffImportActions.Outdated.self) {
            try staff.database.writeAndWait {
                try StaffImportActions.carryOut(
                    stale, skippingBad: false, by: Self.acting, in: $0)
            }
        }
        #expect(try staff.contents() == before)
        let importing = StaffImport(
            file: file, skippingBad: false, followers: [], acting: Self.acting)
        #expect(try await importing.run(in: staff.database).creations.count == 1)
        #expect(try await importing.run(in: staff.database).unchangedCount == 1)
        #expect(try staff.member("daming").employee.name == "王大明")
        #expect(try staff.database.readAndWait { try AuditStore.firstBreak(in: $0) } == nil)
    }

    @Test(arguments: [
        "INSERT INTO unit (id, parentID, name, fullName, path) VALUES (99, 1, '新', '南華區戶政事務所/新', '/1/99/')",
        "UPDATE unit SET name = '改', fullName = '南華區戶政事務所/改' WHERE id = 2",
        "UPDATE employee SET position = '課員' WHERE staffNumber = 'A004'",
        "UPDATE account SET login = 'other' WHERE login = 'yating'",
        "INSERT INTO roleGrant (employeeID, role, unitID, grantedAt) VALUES (1, 'hr', 1, '2026-11-21')",
        "DELETE FROM roleGrant",
    ])
    func `whatever changes staff, units or roles makes a plan old`(sql: String) throws {
        let file = try StaffFile(bytes: Array((SampleStaff.head + "B01,王大明,登記一課,課員,daming,否,,\n").utf8))
        let plan = try staff.database.readAndWait { try StaffImportActions.plan(file, by: Self.acting, in: $0) }
        try staff.database.writeAndWait { try $0.execute(sql: sql) }
        #expect(throws: StaffImportActions.Outdated.self) {
            try staff.database.writeAndWait {
                try StaffImportActions.carryOut(plan, skippingBad: false, by: Self.acting, in: $0)
            }
        }
    }

    private static let acting = ActionContext(actor: SampleStaff.console, origin: "test", now: SampleStaff.now)

    @Test func `sign-ins and saved results do not make a plan old`() throws {
        let file = try StaffFile(bytes: Array((SampleStaff.head + "B01,王大明,登記一課,課員,daming,否,,\n").utf8))
        let plan = try staff.database.readAndWait {
            try StaffImportActions.plan(file, by: Self.acting, in: $0)
        }
        try staff.database.writeAndWait { db in
            let account = try #require(try AccountStore.account(login: "yating", in: db))
            try AccountStore.setIssuedPassword(hash: "x", until: SampleStaff.now, of: account.id, in: db)
            try AccountStore.setTheme(.dark, of: account.id, in: db)
            try SessionStore.endAll(of: account.id, in: db)
            for action in Features.all.house.auditActions {
                try AuditStore.append(action, on: "x", by: Self.acting, in: db)
            }
            try StaffImportActions.carryOut(
                plan, skippingBad: false, by: Self.acting, in: db)
        }
        #expect(try staff.member("daming").employee.name == "王大明")
    }

    @Test func `ten imports of one newcomer at once make one person`() async throws {
        let file = try StaffFile(bytes: Array((SampleStaff.head + "B01,王大明,新課,課員,daming,否,,\n").utf8))
        let (database, now) = (staff.database, SampleStaff.now)
        let created = await withTaskGroup(of: Int.self) { group in
            for _ in 0..<10 {
                group.addTask {
                    let importing = StaffImport(
                        file: file, skippingBad: false, followers: [],
                        acting: ActionContext(actor: SampleStaff.console, origin: "test", now: now))
                    return (try? await importing.run(in: database).creations.count) ?? 0
                }
            }
            return await group.reduce(0, +)
        }
        #expect(created == 1)
        #expect(try staff.audit(.staffCreation).count { $0.subject == "B01" } == 1)
    }

    @Test(arguments: ["姓名", "單位", "帳號", "到職日"])
    func `a field of endless marks or letters is refused before it is composed`(column: String) throws {
        for long in ["a" + String(repeating: "\u{0301}\u{0323}", count: 15_000), String(repeating: "字", count: 20_000)]
        {
            var fields = ["B01", "王大明", "登記一課", "課員", "daming", "否", "", ""]
            let place = try #require(StaffFile.Column.allCases.firstIndex { $0.rawValue == column })
            fields[place] = long
            let text = SampleStaff.head + fields.joined(separator: ",") + "\n"
            var file: StaffFile?
            let time = try ContinuousClock().measure { file = try StaffFile(bytes: Array(text.utf8)) }
            #expect(time < .seconds(4))
            #expect(file?.problems.contains { $0.sentence == "「\(column)」太長，或疊了太多附加符號" } == true)
            #expect(file?.rows.isEmpty == true)
        }
    }

    @Test func `a city's staff is planned and applied quickly`() throws {
        let rows = (1...1000).map { "C\($0),同仁\($0),第\($0 % 20)所/第\($0 % 4)課,課員,c\($0),是,108/11/4,\n" }.joined()
        let clock = ContinuousClock()
        let time = try clock.measure { try apply(rows) }
        #expect(time < .seconds(4))
    }
}
