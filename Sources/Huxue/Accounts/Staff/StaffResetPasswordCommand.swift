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
