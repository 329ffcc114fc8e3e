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
        let acting = session.acting
        let members = try await session.database.read { [unit] db in
            try PasswordActions.waiting(
                below: try unit.map { try StaffActions.named($0, in: db) }, by: acting.actor, now: acting.now, in: db)
        }
        let bar = ProgressBar("核發密碼", total: members.count)
        var slips: [PasswordSlip] = []
        for member in members {
            slips.append(try PasswordSlip(for: member))
            bar.advance(to: slips.count)
        }
        bar.finish()
        let issue = try await PasswordIssue.run(slips) { hashes in
            try await session.database.write { try PasswordActions.issue(hashes, by: acting, in: $0) }
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
