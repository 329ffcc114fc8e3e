import Testing

@testable import Huxue

/// Two windows on one person do not overwrite each other.
struct StaffFormConflictTests {
    let office: SampleOffice

    init() throws { office = try SampleOffice() }

    private func member(_ login: String) throws -> StaffMember {
        try #require(try office.database.readAndWait { try EmployeeStore.member(login: login, in: $0) })
    }

    /// What a browser sends of the form that shows this person; `changes`: what was typed in it.
    private static func sent(_ member: StaffMember, _ changes: [String: String] = [:]) -> [(String, String)] {
        let form = StaffForm(member)
        var fields = Dictionary(
            uniqueKeysWithValues: StaffFile.Column.allCases.map { (StaffForm.mark(of: $0), form.shown[$0] ?? "") })
        for column in StaffFile.Column.allCases where column != .servesCounter { fields[column.code] = form[column] }
        if form.servesCounter { fields[StaffFile.Column.servesCounter.code] = "1" }
        return fields.merging(changes) { $1 }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    @Test func `a stale window takes what others changed, and asks before it saves`() async throws {
        let before = try member("yachu")
        let address = "/staff/\(before.employee.id)/change"
        try await office.test { browser in
            let admin = try await browser.signedIn("zonghan")
            let page = try await admin.get(address).text
            #expect(page.contains("name=\"shown-position\" value=\"戶籍員\""))
            #expect(try await !admin.get("/staff/new").text.contains("shown-"))
            let second = try await admin.post(
                address, Self.sent(before, ["unit": "登記二課", "position": "課員"]))
            #expect(second.status == 303)
            // The first window changes nothing but the name.
            let first = try await admin.post(address, Self.sent(before, ["name": "林雅竹"]))
            #expect(first.status == 409 && first.text.contains("您的變更還沒有儲存"))
            #expect(first.text.contains("「單位」已改為「南華區戶政事務所/登記二課」，已帶入下面的表單"))
            #expect(first.text.contains("「職稱」已改為「課員」，已帶入下面的表單"))
            #expect(first.text.contains("name=\"shown-position\" value=\"課員\"") && first.text.contains("value=\"林雅竹\""))
            #expect(try member("yachu").employee.name == "林雅筑")
            // Saved again as shown.
            let now = try member("yachu")
            #expect(try await admin.post(address, Self.sent(now, ["name": "林雅竹"])).status == 303)
        }
        let after = try member("yachu")
        #expect(after.employee.name == "林雅竹" && after.employee.position == "課員")
        #expect(after.unitName == "南華區戶政事務所/登記二課")
    }

    @Test func `what both changed stays as typed until it is saved again, and what both changed alike is no conflict`()
        async throws
    {
        let before = try member("yachu")
        let address = "/staff/\(before.employee.id)/change"
        try await office.test { browser in
            let admin = try await browser.signedIn("zonghan")
            #expect(try await admin.post(address, Self.sent(before, ["position": "課員"])).status == 303)
            let both = try await admin.post(address, Self.sent(before, ["position": "秘書"]))
            #expect(both.status == 409 && both.text.contains("「職稱」已改為「課員」，您也改了；再儲存一次，就以您填的為準"))
            #expect(both.text.contains("value=\"秘書\""))
            #expect(try member("yachu").employee.position == "課員")
            let alike = try await admin.post(address, Self.sent(before, ["position": "課員"]))
            #expect(alike.location.hasSuffix("done=staffKept"))
            let now = try member("yachu")
            #expect(try await admin.post(address, Self.sent(now, ["position": "秘書"])).status == 303)
        }
        #expect(try member("yachu").employee.position == "秘書")
    }

    @Test(arguments: StaffFile.Column.allCases)
    func `every field is kept apart`(column: StaffFile.Column) throws {
        let member = try member("yachu")
        var stale = try StaffForm(Form(Dictionary(uniqueKeysWithValues: Self.sent(member).map { ($0.0, [$0.1]) })))
        #expect(stale.merged(with: member).conflicts.isEmpty)
        // As if the field had shown something else, which nobody typed over.
        let fields = Self.sent(
            member,
            [
                StaffForm.mark(of: column): column == .servesCounter ? "否" : "舊", column.code: "舊",
            ]
        ).filter { column != .servesCounter || $0.0 != column.code }
        stale = try StaffForm(Form(Dictionary(uniqueKeysWithValues: fields.map { ($0.0, [$0.1]) })))
        let (merged, conflicts) = stale.merged(with: member)
        #expect(conflicts.map(\.column) == [column] && conflicts.allSatisfy { !$0.isChangedHere })
        for other in StaffFile.Column.allCases { #expect(merged[other] == StaffForm(member)[other], "\(other)") }
    }

    @Test func `of two who add the same newcomer at once one gets the form again`() async throws {
        let fields = [
            ("staffNumber", "B01"), ("name", "許功蓋"), ("unit", "登記二課"), ("position", "課員"), ("login", "hsu"),
            ("startsOn", "115/11/21"), ("endsOn", ""),
        ]
        try await office.test { browser in
            let (one, two) = (try await browser.signedIn("zonghan"), try await browser.signedIn("zonghan"))
            async let first = one.post("/staff/new", fields)
            async let second = two.post("/staff/new", fields)
            let answers = try await [first, second].sorted { $0.status < $1.status }
            #expect(answers[0].status == 303 && answers[1].status == 422)
            #expect(answers[1].text.contains("員工編號 B01 已由 許功蓋（B01）使用"))
            #expect(answers[1].text.contains("<form class=\"form\" method=\"post\" action=\"/staff/new\" novalidate>"))
        }
        #expect(try member("hsu").employee.staffNumber == "B01")
    }
}
