import Foundation
import Testing

@testable import Huxue

/// The commands, run as the command line runs them; their exit codes and rows.
struct AccountCommandsTests {
    let office: SampleOffice

    init() throws { office = try SampleOffice() }

    private func run(_ arguments: String..., as login: String? = nil) async -> Int32 {
        await Huxue.CommandLine.run(
            arguments + ["--data", office.folder.path] + (login.map { ["--as", $0] } ?? []))
    }

    private func member(_ login: String) throws -> StaffMember? {
        try office.database.readAndWait { try EmployeeStore.member(login: login, in: $0) }
    }

    private func account(_ login: String) throws -> Account? {
        try office.database.readAndWait { try AccountStore.account(login: login, in: $0) }
    }

    private func minimumLength() throws -> Int? {
        try office.database.readAndWait { try OfficeStore.facts(in: $0)?.minimumPasswordLength }
    }

    /// Newest first.
    private func audit(_ action: AuditAction) throws -> [AuditEntry] {
        try office.database.readAndWait {
            try AuditStore.entries(AuditFilter(action: action.code), limit: 1000, in: $0)
        }
    }

    private func count() throws -> Int {
        try office.database.readAndWait { try AuditStore.count(AuditFilter(), in: $0) }
    }

    /// A file beside the office's data, gone with it.
    private func file(_ rows: String) throws -> String {
        let path = office.folder.path + "/staff-\(UUID().uuidString).csv"
        try Data((SampleStaff.head + rows).utf8).write(to: URL(fileURLWithPath: path))
        return path
    }

    @Test func `init makes an office once`() async throws {
        let folder = DataFolder(path: NSTemporaryDirectory() + "huxue-init-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(atPath: folder.path) }
        let arguments = ["init", "--data", folder.path, "--office", "三峽區戶政事務所", "--admin", "Ting"]
        #expect(await Huxue.CommandLine.run(arguments + ["--password-length", "13"]) == 64)
        #expect(await Huxue.CommandLine.run(["init", "--data", folder.path, "--admin", "ting"]) == 64)
        #expect(!folder.holdsDatabase)
        #expect(await Huxue.CommandLine.run(arguments + ["--password-length", "12"]) == 0)
        #expect(await Huxue.CommandLine.run(arguments) == 1)
        let database = try OfficeDatabase(folder: folder, migrations: Features.all.migrations)
        let (facts, account, entries) = try database.readAndWait {
            (
                try OfficeStore.facts(in: $0), try AccountStore.account(login: "ting", in: $0),
                try AuditStore.entries(AuditFilter(), limit: 10, in: $0)
            )
        }
        #expect(facts?.name == "三峽區戶政事務所")
        #expect(facts?.minimumPasswordLength == 12)
        #expect(account?.passwordIsIssued == true)
        #expect(entries.map(\.action) == ["office.foundation"])
        #expect(entries.map(\.origin) == [CommandSession.origin])
    }

    @Test func `init refuses names that cannot be`() async throws {
        let path = NSTemporaryDirectory() + "huxue-init-\(UUID().uuidString)"
        #expect(await Huxue.CommandLine.run(["init", "--data", path, "--office", "甲/乙", "--admin", "a"]) == 1)
        #expect(await Huxue.CommandLine.run(["init", "--data", path, "--office", "甲", "--admin", "王"]) == 1)
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test func `staff import previews, refuses, skips and imports`() async throws {
        let good = try file("B01,𠮷田惠,東興辦公室/一股,課員,yoshida,否,,\n")
        let bad = try file("B02,李𡘙,登記一課,課員,li,否,,\nB03,,登記一課,課員,x,否,,\n")
        #expect(await run("staff", "import", good, "--dry-run", "--json") == 0)
        #expect(await run("staff", "import", bad) == 1)
        #expect(await run("staff", "import", office.folder.path + "/nothing.csv") == 1)
        #expect(await run("staff", "import") == 64)
        #expect(await run("staff", "import", good, as: "shufen") == 1)
        #expect(try member("yoshida") == nil && member("li") == nil)
        #expect(await run("staff", "import", bad, "--skip-bad") == 0)
        #expect(await run("staff", "import", good, as: "zonghan") == 0)
        #expect(try member("li")?.employee.name == "李𡘙")
        #expect(try member("yoshida")?.unitName == "南華區戶政事務所/東興辦公室/一股")
        #expect(try audit(.staffCreation).prefix(2).map(\.subject) == ["B01", "B02"])
        #expect(try audit(.staffCreation).first?.actor == "zonghan")
        #expect(try audit(.unitCreation).first?.subject == "南華區戶政事務所/東興辦公室/一股")
    }

    @Test func `staff import does not let the last administrator go`() async throws {
        let leaving = try file("zonghan,蔡宗翰,南華區戶政事務所,,zonghan,否,,115/11/20\n")
        #expect(await run("staff", "import", leaving) == 1)
        #expect(await run("staff", "import", leaving, "--skip-bad") == 0)
        #expect(try member("zonghan")?.employee.endsOn == nil)
    }

    @Test func `staff list is for those who may read it`() async throws {
        let before = try count()
        #expect(await run("staff", "list") == 0)
        #expect(await run("staff", "list", "--json", "--in-service", "--unit", "登記一課", as: "shuhui") == 0)
        #expect(await run("staff", "list", "--unit", "沒有這一課") == 1)
        #expect(await run("staff", "list", as: "yachu") == 1)
        #expect(await run("staff", "list", as: "nobody") == 1)
        #expect(await run("staff", "list", as: "left") == 1)
        #expect(await run("staff", "list", "--page", "2") == 64)
        #expect(await Huxue.CommandLine.run(["staff", "list", "--data", office.folder.path + "/none"]) == 1)
        #expect(try count() == before)
    }

    @Test func `reset-password ends what was there`() async throws {
        let hash = try account("yachu")?.passwordHash
        #expect(await run("staff", "reset-password", "yachu", as: "shuhui") == 1)
        #expect(await run("staff", "reset-password", "nobody") == 1)
        #expect(await run("staff", "reset-password") == 64)
        #expect(try account("yachu")?.passwordHash == hash)
        #expect(await run("staff", "reset-password", "YaChu", as: "zonghan") == 0)
        #expect(try account("yachu")?.passwordHash != hash)
        #expect(try account("yachu")?.passwordIsIssued == true)
        let entry = try #require(try audit(.passwordReset).first)
        #expect([entry.actor, entry.subject, entry.origin] == ["zonghan", "yachu", "command"])
    }

    @Test func `issue-passwords serves those who have none`() async throws {
        #expect(await run("staff", "import", try file("B01,𠮷田惠,登記一課,課員,yoshida,否,,\n")) == 0)
        #expect(await run("staff", "issue-passwords", as: "meiling") == 1)
        #expect(await run("staff", "issue-passwords", "--unit", "沒有這一課") == 1)
        #expect(await run("staff", "issue-passwords", "--unit", "登記二課") == 0)
        #expect(try account("yoshida")?.passwordHash == nil)
        #expect(await run("staff", "issue-passwords", "--unit", "登記一課") == 0)
        #expect(try account("yoshida")?.passwordHash != nil)
        #expect(try audit(.passwordIssue).map(\.subject) == ["yoshida"])
    }

    @Test func `password-length is 12 or 15, and a change is logged once`() async throws {
        for wrong in ["13", "0", "-1", "99999999999999999999", "十二"] {
            #expect(await run("staff", "password-length", wrong) == 64)
        }
        #expect(await run("staff", "password-length") == 64)
        #expect(await run("staff", "password-length", "12", as: "meiling") == 1)
        #expect(try minimumLength() == 15)
        for _ in 0..<2 { #expect(await run("staff", "password-length", "12", as: "zonghan") == 0) }
        #expect(try minimumLength() == 12)
        let entries = try audit(.officeSetting)
        #expect(entries.map(\.words) == ["15 → 12"])
        #expect(entries.map(\.actor) == ["zonghan"])
        #expect(await run("staff", "password-length", "15") == 0)
        #expect(try minimumLength() == 15)
    }

    @Test func `an administrator of one section does not set the office's password length`() async throws {
        #expect(await run("role", "grant", "shuhui", "admin", "--unit", "登記一課") == 0)
        #expect(await run("staff", "password-length", "12", as: "shuhui") == 1)
        #expect(try minimumLength() == 15)
    }

    @Test func `roles are granted, listed and revoked`() async throws {
        func roles() throws -> [String] {
            let employee = try #require(try member("yachu")).employee.id
            return try office.database.readAndWait {
                try GrantStore.grants(scope: .everywhere, of: employee, in: $0).map {
                    "\($0.role.rawValue) @ \($0.unitName)"
                }
            }
        }
        #expect(await run("role", "grant", "yachu", "supervisor", as: "shufen") == 1)
        #expect(await run("role", "grant", "nobody", "supervisor") == 1)
        #expect(await run("role", "grant", "yachu", "king") == 1)
        #expect(await run("role", "grant", "yachu", "employee") == 1)
        #expect(await run("role", "grant", "yachu", "supervisor", "--unit", "沒有這一課") == 1)
        #expect(await run("role", "grant", "yachu") == 64)
        #expect(try roles().isEmpty)
        #expect(await run("role", "grant", "yachu", "測驗承辦人", "--unit", "登記一課") == 0)
        #expect(await run("role", "grant", "yachu", "examManager", "--unit", "登記一課") == 1)
        #expect(try roles() == ["examManager @ 南華區戶政事務所/登記一課"])
        #expect(await run("role", "list") == 0)
        #expect(await run("role", "list", "--json", as: "meiling") == 0)
        #expect(await run("role", "list", as: "jian") == 1)
        #expect(await run("role", "revoke", "yachu", "examManager") == 1)
        #expect(await run("role", "revoke", "yachu", "examManager", "--unit", "登記一課", as: "yachu") == 1)
        #expect(await run("role", "revoke", "yachu", "examManager", "--unit", "登記一課") == 0)
        #expect(try roles().isEmpty)
        #expect(try audit(.roleGrant).first?.words == "測驗承辦人，範圍：南華區戶政事務所/登記一課")
        #expect(try audit(.roleRevocation).map(\.subject) == ["yachu"])
    }

    @Test func `the last administrator keeps the role`() async throws {
        #expect(await run("role", "revoke", "zonghan", "admin") == 1)
        #expect(await run("role", "grant", "meiling", "admin") == 0)
        #expect(await run("role", "revoke", "zonghan", "admin") == 0)
        #expect(await run("role", "list", as: "zonghan") == 1)
    }

    @Test func `the log is listed for administrators of the whole office`() async throws {
        let before = try count()
        #expect(await run("audit", "list") == 0)
        #expect(await run("audit", "list", "--json", "--since", "115/11/1", "--limit", "3", as: "zonghan") == 0)
        #expect(await run("audit", "list", "--actor", "nobody") == 0)
        #expect(await run("audit", "list", as: "meiling") == 1)
        #expect(await run("audit", "list", "--limit", "0") == 64)
        #expect(await run("audit", "list", "--limit", "many") == 64)
        #expect(await run("audit", "list", "--since", "115/2/30") == 64)
        #expect(try count() == before)
    }

    @Test func `doctor answers administrators of the whole office alone`() async throws {
        #expect(await run("role", "grant", "shuhui", "admin", "--unit", "登記一課") == 0)
        #expect(await run("doctor", as: "shuhui") == 1)
        #expect(await run("audit", "list", as: "shuhui") == 1)
        #expect(await run("doctor", as: "yachu") == 1)
        #expect(await run("doctor", as: "zonghan") == 0)
        #expect(await run("doctor") == 0)
    }
}
