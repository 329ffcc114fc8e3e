import ArgumentParser
import Foundation

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
