import Testing

@testable import Huxue

struct AccessTests {
    let staff: SampleStaff

    init() throws { staff = try SampleStaff() }

    private func grant(_ role: Role, at unit: String, to login: String, by actor: Actor) throws {
        let (employee, unit) = (try staff.member(login).employee.id, try staff.unit(unit).id)
        try staff.database.writeAndWait {
            try GrantActions.grant(
                role, at: unit, to: employee, by: ActionContext(actor: actor, origin: "10.0.0.1", now: SampleStaff.now),
                in: $0)
        }
    }

    private func revoke(_ role: Role, at unit: String, from login: String) throws {
        let (employee, unit) = (try staff.member(login).employee.id, try staff.unit(unit).id)
        try staff.database.writeAndWait {
            try GrantActions.revoke(
                role, at: unit, from: employee,
                by: ActionContext(actor: SampleStaff.console, origin: "10.0.0.1", now: SampleStaff.now), in: $0)
        }
    }

    private func reset(_ login: String, by actor: Actor) throws {
        let employee = try staff.member(login).employee.id
        try staff.database.writeAndWait {
            try PasswordActions.reset(
                employee, hash: "$new", by: ActionContext(actor: actor, origin: "10.0.0.1", now: SampleStaff.now),
                in: $0)
        }
    }

    @Test func `a grant gives the role at once and is logged`() throws {
        try grant(.examManager, at: "南華區戶政事務所", to: "yating", by: staff.visitor("meiling").actor)
        #expect(try staff.visitor("yating").may(.manageExams))
        let entry = try #require(try staff.audit(.roleGrant).first)
        #expect(entry.actor == "meiling")
        #expect(entry.subject == "yating")
        #expect(entry.detail == #"{"role":"examManager","unit":"南華區戶政事務所"}"#)
        #expect(entry.origin == "10.0.0.1")
    }

    @Test func `a grant made twice, or of what everybody has, is refused`() throws {
        try grant(.hr, at: "登記一課", to: "yating", by: SampleStaff.console)
        let before = try staff.contents()
        #expect(throws: StaffRefusal.alreadyGranted) {
            try grant(.hr, at: "登記一課", to: "yating", by: SampleStaff.console)
        }
        #expect(throws: StaffRefusal.roleNeedsNoGrant) {
            try grant(.employee, at: "登記一課", to: "yating", by: SampleStaff.console)
        }
        #expect(throws: StaffRefusal.notGranted) { try revoke(.reviewer, at: "登記一課", from: "yating") }
        #expect(try staff.contents() == before)
    }

    @Test func `nobody grants beyond their own unit`() throws {
        try staff.grant(.admin, at: "登記一課", to: "chihming")
        let chief = try staff.visitor("chihming").actor
        try grant(.hr, at: "登記一課", to: "yating", by: chief)
        #expect(throws: CommonRefusal.self) { try grant(.hr, at: "南華區戶政事務所", to: "yating", by: chief) }
        #expect(throws: CommonRefusal.self) { try grant(.hr, at: "行政課", to: "yating", by: chief) }
        let clerk = try staff.visitor("yating").actor
        #expect(throws: CommonRefusal.self) { try grant(.admin, at: "登記一課", to: "yating", by: clerk) }
    }

    @Test func `the last administrator of the office stays`() throws {
        #expect(throws: StaffRefusal.lastAdministrator) { try revoke(.admin, at: "南華區戶政事務所", from: "meiling") }
        try staff.grant(.admin, at: "南華區戶政事務所", to: "shufen")
        try revoke(.admin, at: "南華區戶政事務所", from: "meiling")
        #expect(try !staff.visitor("meiling").may(.manageStaff))
    }

    @Test func `a reset ends every session and is to be changed`() throws {
        _ = try staff.startSession("yating")
        _ = try staff.startSession("yating")
        _ = try staff.startSession("chihming")
        try reset("yating", by: staff.visitor("meiling").actor)
        #expect(try staff.sessionCount("yating") == 0)
        #expect(try staff.sessionCount("chihming") == 1)
        let account = try staff.account("yating")
        #expect(account.passwordIsIssued)
        #expect(account.passwordExpiresAt == SampleStaff.now.adding(seconds: 72 * 3600))
        #expect(try staff.audit(.passwordReset).first?.subject == "yating")
    }

    @Test func `an administrator of a section resets nobody who is more than that`() throws {
        try staff.grant(.admin, at: "登記一課", to: "chihming")
        try staff.grant(.hr, at: "南華區戶政事務所", to: "yating")
        let chief = try staff.visitor("chihming").actor
        try reset("yoshida", by: chief)
        #expect(throws: StaffRefusal.beyondScope("張雅婷")) { try reset("yating", by: chief) }
        #expect(throws: CommonRefusal.self) { try reset("meiling", by: chief) }
    }

    @Test func `passwords are issued to those who have none`() throws {
        let members = try staff.database.readAndWait {
            try EmployeeStore.members(
                StaffFilter(withoutPassword: true), scope: .everywhere, today: SampleStaff.today, in: $0)
        }
        #expect(members.map(\.login) == ["yoshida"])
        let slips = try members.map { try PasswordSlip(for: $0, parameters: SampleStaff.parameters) }
        let hashes = PasswordSlip.hashes(of: slips)
        for expected in [1, 0] {
            let issue = try staff.database.writeAndWait {
                try PasswordActions.issue(
                    hashes, by: ActionContext(actor: SampleStaff.console, origin: "test", now: SampleStaff.now), in: $0)
            }
            #expect(issue.done.count == expected)
        }
        let file = String(decoding: PasswordSlip.file(of: slips), as: UTF8.self)
        #expect(file == "\u{FEFF}帳號,姓名,一次性密碼\r\nyoshida,𠮷田惠,\(slips[0].password)\r\n")
        #expect(PasswordHash.matches(slips[0].password, try staff.account("yoshida").passwordHash ?? ""))
    }

    @Test func `a second founding is refused`() throws {
        let before = try staff.contents()
        let foundation = try OfficeFoundation(officeName: "北華區戶政事務所", adminLogin: "x", adminName: nil)
        #expect(throws: StaffRefusal.officeExists) {
            try staff.database.writeAndWait {
                try OfficeFoundationActions.found(
                    foundation, hash: "$",
                    by: ActionContext(actor: SampleStaff.console, origin: "test", now: SampleStaff.now), in: $0)
            }
        }
        #expect(try staff.contents() == before)
    }

    @Test(arguments: [
        ("", "a"), ("  ", "a"), ("甲/乙", "a"), ("甲\n乙", "a"), ("甲", "王"), ("甲", ""),
        ("甲\r\n乙", "a"), ("甲\u{2028}乙", "a"), ("甲\u{202E}乙", "a"),
    ])
    func `an office needs a name and a login that can be typed`(name: String, login: String) {
        #expect(throws: StaffRefusal.self) {
            try OfficeFoundation(officeName: name, adminLogin: login, adminName: nil)
        }
    }

    @Test(arguments: ["王\u{202E}大明", "王\n大明", "王\r\n大明", "王\u{2029}大明", String(repeating: "王", count: 65)])
    func `the first administrator's name is one line that nothing turns`(name: String) throws {
        #expect(throws: StaffRefusal.badAdminName) {
            try OfficeFoundation(officeName: "甲", adminLogin: "a", adminName: name)
        }
        #expect(try OfficeFoundation(officeName: "甲", adminLogin: "a", adminName: " 王\u{200B}大明").adminName == "王大明")
    }
}
