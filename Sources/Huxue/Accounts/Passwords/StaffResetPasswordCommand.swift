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
        let member = try session.database.readAndWait {
            try PasswordActions.resettable(login: login, by: session.actor, in: $0)
        }
        var generator = SystemRandomNumberGenerator()
        let password = IssuedPassword.make(using: &generator)
        let hash = try PasswordHash.make(password, using: &generator)
        let acting = session.acting
        try session.database.writeAndWait {
            try PasswordActions.reset(member.employee.id, hash: hash, by: acting, in: $0)
        }
        Console.data(password)
        Console.say("已重設 \(member.employee.name)（\(member.login ?? login)）的密碼。一次性密碼如上，72 小時內有效，第一次登入後要改成自己的密碼。")
    }
}
