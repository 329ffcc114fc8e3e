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
        let database = try OfficeDatabase(folder: folder, migrations: Schema.migrations)
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

/// An office opened by a command.
struct CommandSession {
    let database: OfficeDatabase
    let clock: OfficeClock
    /// From `--resources`; nil when not given.
    let explicitResources: String?
    let actor: Actor

    init(database: OfficeDatabase, clock: OfficeClock, explicitResources: String?, actor: Actor) {
        self.database = database
        self.clock = clock
        self.explicitResources = explicitResources
        self.actor = actor
        StatuteDirectory.shared.follow(database)
    }

    /// The folder `Resources`, looked for only when it is needed.
    /// - Throws: `Resources.Missing`.
    func resources() throws -> Resources {
        try Resources(
            explicit: explicitResources ?? ProcessInfo.processInfo.environment["HUXUE_RESOURCES"],
            executable: "/proc/self/exe")
    }

    /// What stays closed to somebody who is taking a test.
    var sealing: any SealedQuestions { AttemptSeal() }

    /// What the audit log keeps as the place from which a command acted.
    static let origin = "command"
}

enum CommandRefusal: Refusal {
    case noOffice(String)
    case noSuchLogin(String)
    case failed(String)

    var kind: RefusalKind { .invalid }

    var sentence: String {
        switch self {
        case .noOffice(let path): "資料夾「\(path)」裡還沒有機關資料。請先執行 huxue init，或以 --data 指定正確的資料夾。"
        case .noSuchLogin(let login): "找不到在職帳號「\(login)」，沒有執行。請以 huxue staff list 查明帳號。"
        case .failed(let sentence): sentence
        }
    }
}

/// Where commands print: data on standard output, sentences on standard error.
enum Console {
    static func data(_ text: String) {
        FileHandle.standardOutput.write(Data((text + "\n").utf8))
    }

    static func raw(_ bytes: [UInt8]) {
        FileHandle.standardOutput.write(Data(bytes))
    }

    static func say(_ sentence: String) {
        FileHandle.standardError.write(Data((sentence + "\n").utf8))
    }

    /// Pretty-printed JSON with keys in the order of their names.
    static func json(_ value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        data(String(decoding: try encoder.encode(value), as: UTF8.self))
    }

    static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }
}

/// A bar on a terminal for work that lasts longer than a second; silent elsewhere.
final class ProgressBar {
    private let title: String
    private let total: Int
    private let began = OfficeClock.readMachine().elapsed
    private var shown = -1

    init(_ title: String, total: Int) {
        self.title = title
        self.total = max(total, 1)
    }

    func advance(to done: Int) {
        guard Console.isTerminal, OfficeClock.readMachine().elapsed - began > 1000 else { return }
        let percent = min(100, done * 100 / total)
        guard percent != shown else { return }
        shown = percent
        let bar = String(repeating: "█", count: percent / 5) + String(repeating: "░", count: 20 - percent / 5)
        FileHandle.standardError.write(Data("\r\(title) \(bar) \(percent)%".utf8))
    }

    func finish() {
        if shown >= 0 { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
    }
}
