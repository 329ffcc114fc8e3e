import Testing

@testable import Huxue

/// The form of one person reads what is typed as the import reads a file.
struct StaffFormOddTests {
    let office: SampleOffice

    init() throws { office = try SampleOffice() }

    private func member(_ login: String) throws -> StaffMember? {
        try office.database.readAndWait { try EmployeeStore.member(login: login, in: $0) }
    }

    private static func fields(_ changes: [String: String] = [:]) -> [(String, String)] {
        let usual = [
            "staffNumber": "B01", "name": "許功蓋", "unit": "登記二課", "position": "課員", "login": "hsu",
            "startsOn": "115/11/21", "endsOn": "",
        ]
        return usual.merging(changes) { $1 }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    @Test(arguments: ["=\"00123\"", "００１２３", "00\u{200B}123", " 00123 ", "\u{FEFF}=\"00123\""])
    func `one number however it is typed`(number: String) async throws {
        try await office.test { browser in
            let admin = try await browser.signedIn("zonghan")
            #expect(try await admin.post("/staff/new", Self.fields(["staffNumber": number])).status == 303)
            let same = try await admin.post("/staff/new", Self.fields(["staffNumber": "00123", "login": "other"]))
            #expect(same.status == 422 && same.text.contains("員工編號 00123 已由 許功蓋（00123）使用"))
            for alike in ["123", "１２３", "=\"0123\"", "oo123", "I23"] {
                let asked = try await admin.post("/staff/new", Self.fields(["staffNumber": alike, "login": "other"]))
                #expect(asked.status == 422 && asked.text.contains("與 00123（許功蓋）很像"), "\(alike)")
            }
        }
        #expect(try member("hsu")?.employee.staffNumber == "00123")
        #expect(try member("other") == nil)
    }

    /// What is typed, and what is asked before it is saved.
    @Test(arguments: [
        (["staffNumber": "a01", "name": "林雅筑"], "員工編號 a01 與 A01（林雅筑）很像"),
        (["staffNumber": "AO1"], "員工編號 AO1 與 A01（林雅筑）很像"),
        (["staffNumber": "0A0001"], "員工編號 0A0001 與 A01（林雅筑）很像"), (["staffNumber": "AOl"], "員工編號 AOl 與 A01（林雅筑）很像"),
        (["name": "林?"], "姓名「林?」裡的符號"), (["name": "林\u{E001}"], "（U+E001）"),
        (["startsOn": "5/3/1"], "「到職日」是 5/3/1（西元 1916 年），請確認年份"),
        (["startsOn": "24/3/1"], "「到職日」是 24/3/1（西元 1935 年），請確認年份"),
    ])
    func `the doubts of the import are asked`(changes: [String: String], sentence: String) async throws {
        try await office.test { browser in
            let asked = try await browser.signedIn("zonghan").post("/staff/new", Self.fields(changes))
            #expect(asked.status == 422 && asked.text.contains(sentence) && asked.text.contains("仍要儲存"))
        }
        #expect(try member("hsu") == nil)
    }

    @Test(arguments: ["staffNumber", "name", "position", "login", "startsOn", "endsOn"])
    func `a sign of direction is refused at its field with its code`(field: String) async throws {
        try await office.test { browser in
            let admin = try await browser.signedIn("zonghan")
            for (sign, code) in [("\u{202E}", "U+202E"), ("\u{2066}", "U+2066"), ("\u{200F}", "U+200F")] {
                let value = Self.fields().first { $0.0 == field }.map(\.1) ?? ""
                let answer = try await admin.post("/staff/new", Self.fields([field: value + sign + "1"]))
                #expect(answer.status == 422 && answer.text.contains("會改變文字方向的字元（\(code)）"))
                #expect(answer.text.contains("href=\"#\(field)\""))
            }
        }
        #expect(try member("hsu") == nil)
        let code = await Huxue.CommandLine.run(
            ["staff", "renumber", "A02", "B\u{202E}2", "--data", office.folder.path])
        #expect(code == 1)
        #expect(try member("jian")?.employee.staffNumber == "A02")
    }

    @Test func `the command reads a number as the form does`() async throws {
        let code = await Huxue.CommandLine.run(
            ["staff", "renumber", "A02", "=\"00777\"", "--data", office.folder.path])
        #expect(code == 0)
        #expect(try member("jian")?.employee.staffNumber == "00777")
    }

    @Test func `what must be filled in is marked`() async throws {
        try await office.test { browser in
            let page = try await browser.signedIn("zonghan").get("/staff/new").text
            for field in ["staffNumber", "name", "unit", "login"] {
                let start = try #require(page.firstRange(of: " id=\"\(field)\""))
                #expect(page[start.lowerBound...].prefix { $0 != ">" }.contains("aria-required=\"true\""), "\(field)")
            }
            for field in ["position", "startsOn", "endsOn"] {
                let start = try #require(page.firstRange(of: " id=\"\(field)\""))
                #expect(!page[start.lowerBound...].prefix { $0 != ">" }.contains("required"), "\(field)")
            }
        }
    }
}
