import Hummingbird
import Testing

@testable import Huxue

/// What a scoped administrator reaches, and passwords for many at once.
struct PasswordIssueTests {
    let staff: SampleStaff

    init() throws {
        staff = try SampleStaff()
        try staff.grant(.admin, at: "登記一課", to: "chihming")
    }

    private func add(_ rows: String) throws {
        let file = try StaffFile(bytes: Array((SampleStaff.head + rows).utf8))
        try staff.database.writeAndWait {
            _ = try StaffImportActions.apply(
                file, skippingBad: false,
                by: ActionContext(actor: SampleStaff.console, origin: "test", now: SampleStaff.now), in: $0)
        }
    }

    @Test func `a role is granted to nobody whom one may not see, whether they exist or not`() async throws {
        let token = try staff.startSession("chihming")
        let (hidden, seen) = (try staff.member("meiling").employee.id, try staff.member("yating").employee.id)
        let fields = [
            "role": "hr", "unit": String(describing: try staff.unit("登記一課").id), "ownPassword": SampleStaff.password,
        ]
        try await staff.application().test(.router) { client async throws in
            let chief = Browser(client, session: token)
            let answer = try await chief.post("/staff/\(hidden)/grants", fields)
            let nobody = try await chief.post("/staff/999999/grants", fields)
            #expect(answer.status == .notFound && nobody.status == .notFound)
            #expect(answer.text == nobody.text)
            #expect(try await chief.post("/staff/\(seen)/grants", fields).status == .seeOther)
        }
        #expect(try staff.audit(.roleGrant).filter { $0.actor == "chihming" }.map(\.subject) == ["yating"])
    }

    @Test(arguments: ["page", "csv"])
    func `one beyond scope is left out and named, the others get theirs`(format: String) async throws {
        try add("A006,李佳穎,南華區戶政事務所/登記一課,戶籍員,chiaying,是,,\n")
        try staff.grant(.hr, at: "南華區戶政事務所", to: "yoshida")
        let token = try staff.startSession("chihming")
        let fields = [
            "unit": String(describing: try staff.unit("登記一課").id), "format": format,
            "ownPassword": SampleStaff.password,
        ]
        try await staff.application().test(.router) { client async throws in
            let answer = try await Browser(client, session: token).post("/staff/passwords", fields)
            #expect(answer.status == .ok)
            #expect(answer.text.contains("李佳穎") && answer.text.contains("𠮷田惠"))
            #expect(answer.text.contains(AccountTerms.slipBeyondScope))
            #expect(answer.text.contains(AccountTerms.slipsLeftOut(1)) == (format == "page"))
        }
        #expect(try staff.account("chiaying").passwordHash != nil)
        #expect(try staff.account("yoshida").passwordHash == nil)
        #expect(try staff.audit(.passwordIssue).map(\.subject) == ["chiaying"])
    }

    private func manySlips() throws -> [PasswordSlip] {
        try add((100..<220).map { "B\($0),王\($0),南華區戶政事務所/登記一課,戶籍員,b\($0),是,,\n" }.joined())
        return try staff.database.readAndWait {
            try EmployeeStore.members(
                StaffFilter(withoutPassword: true), scope: .everywhere, today: SampleStaff.today, in: $0)
        }.map { try PasswordSlip(for: $0, parameters: SampleStaff.parameters) }
    }

    @Test func `no write has more than fifty`() async throws {
        let slips = try manySlips()
        var sizes: [Int] = []
        let issue = try await PasswordIssue.run(slips) { hashes in
            sizes.append(hashes.count)
            return try await staff.database.write {
                try PasswordActions.issue(
                    hashes, by: ActionContext(actor: SampleStaff.console, origin: "test", now: SampleStaff.now), in: $0)
            }
        }
        #expect(sizes == [50, 50, 21])
        #expect(issue.done == Set(slips.map(\.employee)) && issue.leftOut(of: slips).isEmpty)
    }

    @Test func `a failure after the first slice loses no password already written`() async throws {
        let slips = try manySlips()
        var writes = 0
        let issue = try await PasswordIssue.run(slips) { hashes in
            writes += 1
            guard writes == 1 else { throw CommonRefusal.diskFull }
            return PasswordIssue(done: Set(hashes.keys))
        }
        #expect(writes == 2 && issue.done == Set(slips.prefix(50).map(\.employee)) && issue.failure != nil)
        #expect(issue.leftOut(of: slips).map(\.slip.employee) == slips.dropFirst(50).map(\.employee))
        await #expect(throws: CommonRefusal.self) {
            _ = try await PasswordIssue.run(slips) { _ in throw CommonRefusal.diskFull }
        }
    }
}
