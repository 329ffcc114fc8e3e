import ArgumentParser
import Foundation

struct StaffResetPasswordCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reset-password", abstract: "重設一個帳號的密碼，印出一次性密碼；原有登入全部結束。")

    @OptionGroup var options: DataOptions

    @Argument(help: "帳號。")
    var login: String

    func run() throws {
        let session = try options.open()
        try Policy.requireSomewhere(.resetPasswords, for: session.actor)
        let folded = Login.folded(login)
        guard let member = try session.database.readAndWait({ try EmployeeStore.member(login: folded, in: $0) })
        else { throw StaffRefusal.noSuchLogin(login) }
        var generator = SystemRandomNumberGenerator()
        let password = IssuedPassword.make(using: &generator)
        let hash = try PasswordHash.make(password, using: &generator)
        let now = session.clock.now()
        let actor = session.actor
        try session.database.writeAndWait {
            try AccessStore.reset(
                member.employee.id, hash: hash, actor: actor, origin: CommandSession.origin, now: now, in: $0)
        }
        Console.data(password)
        Console.say("已重設 \(member.employee.name)（\(folded)）的密碼。一次性密碼如上，72 小時內有效，第一次登入後要改成自己的密碼。")
    }
}

struct StaffIssuePasswordsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "issue-passwords",
        abstract: "為還沒有密碼的在職同仁各核發一組一次性密碼，印出 CSV（帳號、姓名、一次性密碼）。")

    @OptionGroup var options: DataOptions

    @Option(help: "只核發這個單位與其下單位，寫全名。")
    var unit: String?

    func run() async throws {
        let session = try options.open()
        try Policy.requireSomewhere(.resetPasswords, for: session.actor)
        let now = session.clock.now()
        let members = try await session.database.read { db in
            var filter = StaffFilter(withoutPassword: true)
            if let unit {
                guard let found = try UnitStore.unit(named: unit, in: db) else { throw StaffRefusal.noSuchUnit(unit) }
                filter.unit = found.position
            }
            return try EmployeeStore.members(
                filter, scope: Policy.scope(of: .resetPasswords, for: session.actor), today: ROCDate.day(of: now),
                in: db)
        }
        let bar = ProgressBar("核發密碼", total: members.count)
        var slips: [PasswordSlip] = []
        for member in members {
            slips.append(try PasswordSlip(for: member))
            bar.advance(to: slips.count)
        }
        bar.finish()
        let actor = session.actor
        let issue = try await PasswordIssue.run(slips) { hashes in
            try await session.database.write {
                try AccessStore.issue(hashes, actor: actor, origin: CommandSession.origin, now: now, in: $0)
            }
        }
        Console.raw(PasswordSlip.file(of: slips.filter { issue.done.contains($0.employee) }))
        let leftOut = issue.leftOut(of: slips)
        if !leftOut.isEmpty {
            Console.say(AccountTerms.slipsLeftOut(leftOut.count))
            for person in leftOut { Console.say("\(person.slip.name)（\(person.slip.login)）：\(person.reason)。") }
        }
        Console.say("已核發 \(issue.done.count) 組一次性密碼，72 小時內有效。請個別交給本人，交付後刪除這份名單。")
    }
}

struct StaffPasswordLengthCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "password-length", abstract: "設定自選密碼至少幾個字元：15，或 12。",
        discussion: "下一次變更密碼時適用；現在使用中的密碼不變。設為 12 時，huxue doctor 會提醒。")

    @OptionGroup var options: DataOptions

    @Argument(help: "15，或 12。")
    var length: Int

    func validate() throws {
        guard PasswordRules.minimumLengths.contains(length) else { throw ValidationError("字元數只能是 12 或 15。") }
    }

    func run() throws {
        let session = try options.open()
        let (actor, now, length) = (session.actor, session.clock.now(), length)
        try session.database.writeAndWait {
            try AccessStore.setMinimumPasswordLength(
                length, actor: actor, origin: CommandSession.origin, now: now, in: $0)
        }
        Console.say("自選密碼至少 \(length) 個字元。現在使用中的密碼不變，下一次變更時適用。")
    }
}
