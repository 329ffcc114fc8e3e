import ArgumentParser
import Foundation

struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "建立一個機關的資料夾與第一位系統管理者，並印出一次性密碼。",
        discussion: "一次性密碼 72 小時內有效；第一次登入後要改成自己的密碼。")

    @Option(help: "資料夾。")
    var data = "./data"

    @Option(help: "機關名稱，例如「南華區戶政事務所」。")
    var office: String

    @Option(help: "第一位系統管理者的帳號。")
    var admin: String

    @Option(help: "第一位系統管理者的姓名；不指定時，匯入人員後由人員檔補上。")
    var adminName: String?

    @Option(help: "密碼至少幾個字元：15，或 12。")
    var passwordLength = 15

    func validate() throws {
        guard PasswordRules.minimumLengths.contains(passwordLength) else {
            throw ValidationError("--password-length 只能是 12 或 15。")
        }
    }

    func run() throws {
        let foundation = try OfficeFoundation(officeName: office, adminLogin: admin, adminName: adminName)
        var generator = SystemRandomNumberGenerator()
        let password = IssuedPassword.make(using: &generator)
        let hash = try PasswordHash.make(password, using: &generator)
        let database = try OfficeDatabase(
            folder: DataFolder(path: data), migrations: House.current.migrations, creating: true)
        let acting = ActionContext(
            actor: .console(user: NSUserName()), origin: CommandSession.origin, now: OfficeClock().now())
        try database.writeAndWait {
            try OfficeFoundationActions.found(
                foundation, hash: hash, minimumPasswordLength: passwordLength, by: acting, in: $0)
        }
        Console.data(password)
        Console.say("已建立「\(foundation.officeName)」。帳號 \(foundation.adminLogin) 的一次性密碼如上，72 小時內有效。")
        Console.say("下一步：huxue staff import 人員檔.csv --data \(data)")
    }
}
