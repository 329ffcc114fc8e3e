import ArgumentParser
import Foundation

struct QuestionExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "把題庫寫成試題檔案：YAML 一個主題一個檔案，內容沒有變的檔案不動；其他格式是一個檔案。")

    @Argument(help: "要寫入的資料夾（YAML），或要寫成的檔案（其他格式）。")
    var path: String

    @Option(help: "格式：yaml、csv、xlsx、gift、moodle、qti。省略時由檔名的結尾判斷；沒有結尾或已有的資料夾是 yaml。")
    var format: QuestionFormat?

    @Option(help: "只匯出這個主題。")
    var topic = ""

    @Option(help: "只匯出這個狀態：draft（草稿）、inReview（審題中）、active（使用中）、retired（已停用）。")
    var state: QuestionState?

    @OptionGroup var options: DataOptions

    func run() async throws {
        let format = try format ?? Self.format(of: path)
        let session = try options.open()
        let (path, acting) = (path, session.acting)
        let seal = QuestionSealActions(sources: FeatureList.current.seals)
        let (topic, state) = (StreamSafeText.key(topic), state)
        let selection = try await session.database.read {
            let topic = try TopicActions.name(typed: topic, for: acting.actor, in: $0)
            return try QuestionExportActions.selection(
                QuestionFilter(topic: topic, state: state), by: acting.actor, in: $0)
        }
        try await session.database.write(as: acting) {
            try QuestionExportActions.record(selection, to: path, seal: seal, by: $0, in: $1)
        }
        guard format != .yaml else {
            let written = try QuestionFolder.write(selection.topics, to: path)
            return Console.say("共 \(selection.topics.count) 個主題；寫入 \(written.count) 個檔案，其餘沒有變動。")
        }
        try Data(try format.file(of: selection.topics)).write(to: URL(fileURLWithPath: path), options: .atomic)
        Console.say("已寫入 \(path)：\(selection.topics.count) 個主題、\(selection.count) 題。")
    }

    /// A folder for a name without an ending, and for any folder that is there.
    /// - Throws: `QuestionRefusal.unknownEnding`.
    static func format(of path: String) throws -> QuestionFormat {
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue { return .yaml }
        let ending = URL(fileURLWithPath: path).pathExtension.lowercased()
        if ending.isEmpty || path.hasSuffix("/") { return .yaml }
        guard let format = QuestionFormat.allCases.first(where: { $0 != .yaml && $0.ending == ending }) else {
            throw QuestionRefusal.unknownEnding(path)
        }
        return format
    }
}

extension QuestionState: ExpressibleByArgument {}
