import ArgumentParser
import Foundation

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
        let (acting, length) = (session.acting, length)
        try session.database.writeAndWait { try PasswordActions.setMinimumLength(length, by: acting, in: $0) }
        Console.say("自選密碼至少 \(length) 個字元。現在使用中的密碼不變，下一次變更時適用。")
    }
}
