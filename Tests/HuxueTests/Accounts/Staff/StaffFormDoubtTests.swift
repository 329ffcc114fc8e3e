import HTTPTypes
import Testing

@testable import Huxue

/// What may be wrong in the form of one person is looked at before anything is saved.
struct StaffFormDoubtTests {
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

    private static func digest(in page: String) throws -> String {
        String(try #require(page.firstMatch(of: /name="plan" value="(\d+)"/)).output.1)
    }

    /// What is typed, and the sentence of the import.
    @Test(arguments: [
        (["staffNumber": "A1"], "員工編號 A1 與 A01（林雅筑）很像，可能是同一位同仁；若是，請改用同一個編號"),
        (["staffNumber": "a-01"], "員工編號 a-01 與 A01（林雅筑）很像"),
        (["name": "許?蓋"], "姓名「許?蓋」裡的符號可能是存檔時遺失的罕用字"),
        (["name": "許\u{E001}"], "「許\u{E001}」有自造字（U+E001）"),
        (["position": "課\u{F8F8}"], "「課\u{F8F8}」有自造字（U+F8F8）"),
        (["startsOn": "24/3/1"], "「到職日」是 24/3/1（西元 1935 年），請確認年份"),
        (["startsOn": "118/1/1"], "「到職日」是 118/1/1（西元 2029 年），請確認年份"),
    ])
    func `a doubt is shown before a newcomer is saved, and confirmed`(
        changes: [String: String], sentence: String
    ) async throws {
        try await office.test { browser in
            let admin = try await browser.signedIn("zonghan")
            let asked = try await admin.post("/staff/new", Self.fields(changes))
            #expect(asked.status == 422)
            #expect(asked.text.contains(sentence) && asked.text.contains("有 1 個地方請先看過，人員資料還沒有變動。"))
            #expect(asked.text.contains("仍要儲存"))
            for (_, value) in changes { #expect(asked.text.contains("value=\"\(value)\"")) }
            #expect(try member("hsu") == nil)
            // A stale confirmation is none: something else was typed since.
            let plan = try Self.digest(in: asked.text)
            let other = try await admin.post(
                "/staff/new", Self.fields(changes.merging(["login": "hsu2"]) { $1 }) + [("plan", plan)])
            #expect(other.status == 422 && other.text.contains("仍要儲存"))
            #expect(try member("hsu2") == nil)
            let saved = try await admin.post("/staff/new", Self.fields(changes) + [("plan", plan)])
            #expect(saved.status == 303)
        }
        #expect(try member("hsu") != nil)
    }

    @Test func `what is wrong is told first, and nothing can be confirmed then`() async throws {
        try await office.test { browser in
            let admin = try await browser.signedIn("zonghan")
            let answer = try await admin.post("/staff/new", Self.fields(["staffNumber": "A1", "login": "yachu"]))
            #expect(answer.status == 422 && answer.text.contains("帳號 yachu 已由"))
            #expect(!answer.text.contains("仍要儲存"))
        }
    }

    @Test func `a change asks for what it brings, not for what is so already`() async throws {
        let id = try #require(try member("jian")).employee.id
        let usual = [
            "staffNumber": "A02", "name": "詹𠮷安", "unit": "東興辦公室", "position": "主任", "login": "jian",
            "servesCounter": "1", "startsOn": "",
        ]
        @Sendable func fields(_ changes: [String: String]) -> [(String, String)] {
            usual.merging(changes) { $1 }.map { ($0.key, $0.value) }
        }
        try await office.test { browser in
            let admin = try await browser.signedIn("zonghan")
            func change(_ changes: [String: String]) async throws -> SampleAnswer {
                try await admin.post("/staff/\(id)/change", fields(changes))
            }
            // A name stands as it was typed, though the right one is known.
            let lost = try await change(["name": "詹?安"])
            #expect(lost.status == 422 && lost.text.contains("姓名「詹?安」裡的符號可能是存檔時遺失的罕用字"))
            let alike = try await change(["staffNumber": "a-03"])
            #expect(alike.status == 422 && alike.text.contains("員工編號 a-03 與 A03（王淑芬）很像"))
            // Another way to write the own number is no doubt.
            #expect(try await change(["staffNumber": "A2"]).status == 303)
            let old = ["staffNumber": "A2", "startsOn": "24/3/1"]
            let asked = try await change(old)
            let digest = try Self.digest(in: asked.text)
            #expect(
                try await admin.post("/staff/\(id)/change", fields(old) + [("plan", digest)]).status == 303)
            #expect(try await change(old.merging(["position": "秘書"]) { $1 }).status == 303)
        }
        let now = try #require(try member("jian")).employee
        #expect((now.staffNumber, now.name, now.position) == ("A2", "詹𠮷安", "秘書"))
    }

    @Test func `nobody without the role confirms anything`() async throws {
        try await office.test { browser in
            let admin = try await browser.signedIn("zonghan")
            let asked = try await admin.post("/staff/new", Self.fields(["staffNumber": "A1"]))
            let confirmed = Self.fields(["staffNumber": "A1"]) + [("plan", try Self.digest(in: asked.text))]
            #expect(try await browser.post("/staff/new", confirmed).status == 401)
            #expect(try await browser.signedIn("yachu").post("/staff/new", confirmed).status == 403)
        }
        #expect(try member("hsu") == nil)
    }

    @Test func `the command asks too before it gives a number like another's`() async throws {
        func run(_ arguments: String...) async -> Int32 {
            await Huxue.CommandLine.run(["staff", "renumber"] + arguments + ["--data", office.folder.path])
        }
        #expect(await run("A02", "a-03") == 1)
        #expect(try member("jian")?.employee.staffNumber == "A02")
        #expect(await run("A02", "a-03", "--accept-warnings") == 0)
        #expect(try member("jian")?.employee.staffNumber == "a-03")
        // Back to the own number, written otherwise before.
        #expect(await run("a-03", "A02") == 0)
        #expect(await run("A02", "A2") == 0)
    }
}
