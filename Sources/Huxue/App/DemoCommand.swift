import ArgumentParser
import Foundation
import Hummingbird

struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "啟動示範機關：40 位虛構同仁、隨附題庫與正在編寫、審題的試題、一次已結束、一次進行中與一次將開始的測驗，以及已決議、評審中與徵件中的創意提案。")

    @Option(help: "資料夾；第一次會建立示範資料，之後保留。")
    var data = "./demo"

    @Option(help: "監聽的埠；只在本機。")
    var port = 8080

    @Option(help: "Resources 資料夾。")
    var resources: String?

    @Option(help: "題庫資料夾；不指定時用隨附的 questions。")
    var questions: String?

    @Option(help: "全國法規資料庫的 JSON 或 ZIP 檔；匯入示範機關用到的法規。")
    var statutes: String?

    @Flag(name: .customLong("no-serve"), help: "只準備資料，不啟動網站。")
    var preparesOnly = false

    func validate() throws {
        guard (1...65535).contains(port) else { throw ValidationError("--port 請填 1 到 65535。") }
    }

    func run() async throws {
        let folder = DataFolder(path: data)
        try folder.create()
        let lock = try ServeCommand.lock(folder)
        let database = try OfficeDatabase(folder: folder, migrations: House.current.migrations, creating: true)
        let session = CommandSession(
            database: database, clock: OfficeClock(), explicitResources: resources,
            actor: .console(user: "demo"))
        let bank = try questions ?? session.resources().path + "/../questions"
        let office = DemoOffice(session: session)
        if try database.readAndWait({ try OfficeStore.facts(in: $0) }) == nil { try office.found() }
        guard try database.readAndWait({ try OfficeStore.facts(in: $0) })?.isDemo == true else {
            throw CommandRefusal.failed("資料夾「\(data)」是正式機關的資料，示範沒有啟動。請以 --data 指定另一個資料夾。")
        }
        let law = DemoLaw(session: session)
        try law.bringInSample()
        if let statutes { try law.bringIn(path: statutes) }
        if try database.readAndWait({
            try QuestionStore.pool(on: ROCDate.day(of: OfficeClock().now()), for: nil, in: $0)
        })
        .isEmpty {
            try await office.fillBank(from: [bank, session.resources().path + "/" + DemoLaw.questions])
            try DemoQuestions(session: session).write()
        }
        if try database.readAndWait({ try PageStore.all(in: $0) }).isEmpty {
            let resources = try session.resources().path
            try await office.fillKnowledge(from: [resources + "/../kb", resources + "/" + DemoLaw.pages])
        }
        try office.settle()
        try DemoProposals(session: session).bringIn()
        try DemoCases(session: session).bringIn()
        try DemoExams(session: session).bringUpToDate()
        try StartCheck.unmark(folder)
        guard !preparesOnly else { return }
        try await ServeCommand.serve(
            session, lock: lock, settings: Settings(port: port),
            greeting: DemoTerms.greeting(address: "http://127.0.0.1:\(port)"))
    }
}
