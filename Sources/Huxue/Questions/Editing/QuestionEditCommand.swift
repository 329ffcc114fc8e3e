import ArgumentParser
import Foundation

struct QuestionEditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit", abstract: "以檔案修改一題，成為新的版本。",
        discussion: """
            檔案與題庫的檔案寫法相同，只有一題；id 可以不寫，state 不讀，沒有寫 unit 就在共用題庫。使用中的試題改了題型、題幹、選項或答案，\
            要再由別人審題才會抽進測驗；審題中的試題改了內容，重新送審。內容沒有變就不存。
            """)

    @Argument(help: "試題代號。")
    var code: String

    @OptionGroup var writing: QuestionWriting

    @Option(help: "檔案所據的版本（見 huxue questions list）；之後又有新版本就不儲存。省略時改現在的版本。")
    var revision: Int?

    func run() async throws {
        let session = try writing.options.open()
        let (code, acting) = (StreamSafeText.key(code), session.acting)
        let seal = QuestionSealActions(sources: FeatureList.current.seals)
        let opened = try await session.database.write(as: acting) {
            try QuestionFileActions.open(code, seal: seal, by: $0, in: $1)
        }
        let (file, written) = try await writing.read(of: opened, over: revision, in: session)
        let saved = try await session.database.write(as: acting) {
            try QuestionEditActions.save(written, seal: seal, by: $0, in: $1)
        }
        try await writing.tell(code, file, in: session)
        if saved != .unchanged, written.unit != opened.question.unit?.id.map(\.description) ?? "" {
            let unit = file.topic?.questions.first?.unit ?? ""
            Console.say("這一題移到\(written.unit.isEmpty ? "共用題庫，各單位都可以用" : "「\(unit)」的題庫")。")
        }
        switch saved {
        case .unchanged: Console.say("內容與現在的版本相同，沒有存成新的版本。")
        case .saved: Console.say("已儲存試題「\(code)」。")
        case .submitted: Console.say("已儲存試題「\(code)」並送審，由別人審題通過才會抽進測驗。")
        }
    }
}
