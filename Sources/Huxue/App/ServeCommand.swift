import ArgumentParser
import Foundation
import Hummingbird

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "serve", abstract: "啟動網站。")

    @OptionGroup var options: DataOptions

    @Option(help: "監聽的位址。不是本機（127.0.0.1、::1、localhost）時，必須另加 --behind-tls。")
    var host = "127.0.0.1"

    @Option(help: "監聽的埠。")
    var port = 8080

    @Flag(name: .customLong("behind-tls"), help: "前面有提供 TLS 的代理伺服器：Cookie 加上 Secure，並送出 HSTS。")
    var behindTLS = false

    @Flag(help: "資料夾有問題時仍然啟動；只在來不及處理、又非開不可時使用。")
    var despiteDamage = false

    func validate() throws {
        guard (1...65535).contains(port) else { throw ValidationError("--port 請填 1 到 65535。") }
    }

    func run() async throws {
        let isLoopback = ["127.0.0.1", "::1", "localhost"].contains(host)
        guard isLoopback || behindTLS else {
            throw CommandRefusal.failed("沒有 TLS 時只能監聽本機位址，因此沒有啟動。請改用 --host 127.0.0.1，或在前面架設 TLS 代理並加上 --behind-tls。")
        }
        let settings = Settings(host: host, port: port, isSecure: behindTLS)
        let features = FeatureList.current
        let isMarked = StartCheck.isMarked(DataFolder(path: options.data), features: features)
        let session = try options.open()
        let lock = try Self.lock(session.database.folder)
        let check = despiteDamage ? nil : try StartCheck(session, features: features, isMarked: isMarked)
        if check == nil { try StartCheck.unmark(session.database.folder) }
        try await Self.serve(
            session, lock: lock, check: check, settings: settings, greeting: "戶學已啟動：http://\(host):\(port)　按 Ctrl-C 結束")
    }

    /// The lock that a server holds for as long as it runs.
    /// - Throws: `CommandRefusal` when another server holds the folder's lock.
    static func lock(_ folder: DataFolder) throws -> FileLock {
        let lock = try FileLock(path: folder.serverLockPath)
        guard lock.tryLock() else {
            throw CommandRefusal.failed("這個資料夾已經有一個網站在執行，沒有再啟動一個。請先結束它，或以 --data 指定另一個資料夾。")
        }
        return lock
    }

    /// Serves until told to stop, holding the folder's lock.
    ///
    /// `check`: nil for a folder that was not checked, which is then checked at the next start.
    static func serve(
        _ session: CommandSession, lock: FileLock, check: StartCheck? = nil, settings: Settings, greeting: String
    ) async throws {
        IncomingFile.clear(session.database.folder)
        let features = FeatureList.current
        for feature in features.all { try feature.prepareToServe(session.database, now: session.clock.now()) }
        let application = try buildApplication(session: session, settings: settings, features: features) {
            Console.say(greeting)
        }
        try noteAuditHead(of: session)
        try await application.runService()
        // The folder may be copied as a backup now.
        if !session.database.isBroken { try? session.database.emptyLog() }
        try noteAuditHead(of: session)
        try check?.mark(session.database)
        withExtendedLifetime(lock) {}
    }

    private static func noteAuditHead(of session: CommandSession) throws {
        let now = session.clock.now()
        let head = try session.database.readAndWait { try AuditActions.head(at: now, in: $0) }
        do {
            try AuditHeadFile.add(head, in: session.database.folder)
        } catch  where StorageFault.isFull(error) {
            // Reading goes on without it.
            Console.say(CommandMessages.sentence(for: error))
        }
    }
}
