import ArgumentParser
import Foundation

/// The options of every command that works on an office's data.
struct DataOptions: ParsableArguments {
    @Option(help: "資料夾。")
    var data = "./data"

    @Option(name: .customLong("as"), help: "以這個帳號的權限執行；不指定時，以資料夾管理者的身分執行。")
    var login: String?

    @Option(help: "Resources 資料夾；不指定時用環境變數 HUXUE_RESOURCES，再找執行檔旁邊與原始碼資料夾。")
    var resources: String?

    /// Opens the office that `--data` names.
    /// - Throws: `CommandRefusal` when there is none, or when `--as` names nobody in service.
    func open() throws -> CommandSession {
        let folder = DataFolder(path: data)
        guard folder.holdsDatabase else { throw CommandRefusal.noOffice(data) }
        let database = try OfficeDatabase(folder: folder, migrations: House.current.migrations)
        let clock = OfficeClock()
        return CommandSession(
            database: database, clock: clock, explicitResources: resources,
            actor: try actor(in: database, now: clock.now()))
    }

    private func actor(in database: OfficeDatabase, now: Moment) throws -> Actor {
        guard let login else { return .console(user: NSUserName()) }
        guard let visitor = try database.readAndWait({ try SessionStore.visitor(login: login, now: now, in: $0) })
        else { throw CommandRefusal.noSuchLogin(login) }
        return .visitor(visitor)
    }
}
