import Testing

@testable import Huxue

/// The menu's headings fit what the person finds under them.
struct NavigationTests {
    @Test(arguments: [
        ("yachu", []), ("shufen", ["測驗承辦：年度測驗 題庫 審題 法規異動 測驗成績 試題分析", "機關人員：人員 單位"]),
        ("guanting", ["題庫管理：題庫 審題 法規異動 試題分析"]),
        ("shuhui", ["查閱成績：測驗成績", "公告：必讀公告", "機關人員：人員 單位"]), ("meiling", ["查閱成績：測驗成績", "創意提案：提案獎勵", "機關人員：人員 單位"]),
        ("zonghan", ["評分：評分表", "系統管理：人員 單位 稽核紀錄"]),
    ])
    func `headings fit`(login: String, expected: [String]) throws {
        let office = try SampleOffice()
        let visitor = try #require(try office.visitor(login))
        let groups = NavigationGroup.groups(Features.all.house.navigation, for: visitor).dropFirst().map { group in
            "\(group.title ?? "")：" + group.entries.map(\.title).joined(separator: " ")
        }
        #expect(groups == expected)
    }

    @Test func `an administrator of one section is not led to the office's audit log`() throws {
        let office = try SampleOffice()
        let now = office.clock.now()
        try office.database.writeAndWait { db in
            guard let unit = try UnitStore.unit(named: "登記一課", in: db),
                let chief = try EmployeeStore.member(login: "shuhui", in: db)
            else { throw CommonRefusal.missing }
            _ = try GrantStore.insert(.admin, at: unit.id, for: chief.employee.id, now: now, in: db)
        }
        let groups = NavigationGroup.groups(
            Features.all.house.navigation, for: try #require(try office.visitor("shuhui")))
        #expect(groups.last?.title == "系統管理")
        #expect(groups.last?.entries.map(\.title) == ["人員", "單位"])
    }
}
