import ArgumentParser
import Foundation

struct TopicCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "topics", abstract: "列出與整理題庫的主題：名稱、順序、合併。",
        subcommands: [
            TopicListCommand.self, TopicAddCommand.self, TopicRenameCommand.self, TopicMoveCommand.self,
            TopicMergeCommand.self, TopicRemoveCommand.self,
        ], defaultSubcommand: TopicListCommand.self)
}

struct TopicListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "照順序列出主題：檔名、名稱、使用中的題數、全部題數。")

    @Flag(help: "以 JSON 列出。")
    var json = false

    @OptionGroup var options: DataOptions

    func run() async throws {
        let session = try options.open()
        let actor = session.actor
        let topics = try await session.database.read { try TopicActions.contents(for: actor, in: $0).topics }
        guard !json else { return try Console.json(topics.map(TopicRecord.init)) }
        for topic in topics { Console.data(TopicTerms.printed(topic)) }
        Console.say("共 \(topics.count) 個主題。")
    }
}

struct TopicAddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "add", abstract: "新增沒有試題的主題，排在最後。")

    @Argument(help: "主題名稱。")
    var name: String

    @Option(help: "新試題的代號由它開頭，例如 birth；省略時用主題名稱。")
    var prefix = ""

    @OptionGroup var options: DataOptions

    func run() async throws {
        let (session, name, prefix) = (try options.open(), name, prefix)
        let file = try await session.database.write(as: session.acting) {
            try TopicActions.add(name, prefix: prefix, by: $0, in: $1)
        }
        Console.say("已新增主題「\(name)」，檔名 \(file)。")
    }
}

struct TopicRenameCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rename", abstract: "把主題改名，試題、寫到一半的試題與測驗草稿都跟著改；已發布的測驗照舊。")

    @Argument(help: "現在的名稱。")
    var name: String

    @Argument(help: "新的名稱。")
    var newName: String

    @OptionGroup var options: DataOptions

    func run() async throws {
        let (session, name, newName) = (try options.open(), name, newName)
        let followers = FeatureList.current.topicFollowers
        let count = try await session.database.write(as: session.acting) { acting, db in
            try TopicActions.rename(
                TopicActions.fileName(of: name, in: db), to: newName, followers: followers, by: acting, in: db)
        }
        Console.say("已把主題「\(name)」改名為「\(newName)」，\(count) 題一起改了。")
    }
}

struct TopicMoveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "move", abstract: "把主題移到第幾個。")

    @Argument(help: "主題名稱。")
    var name: String

    @Argument(help: "第幾個，從 1 算起。")
    var place: Int

    @OptionGroup var options: DataOptions

    func run() async throws {
        let (session, name, place) = (try options.open(), name, place)
        try await session.database.write(as: session.acting) { acting, db in
            try TopicActions.put(TopicActions.fileName(of: name, in: db), at: place, by: acting, in: db)
        }
        Console.say("主題「\(name)」現在是第 \(place) 個。")
    }
}

struct TopicMergeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge", abstract: "把主題的試題排到另一個主題的後面，原來的主題不再存在。")

    @Argument(help: "不再需要的主題。")
    var name: String

    @Argument(help: "併入的主題。")
    var target: String

    @OptionGroup var options: DataOptions

    func run() async throws {
        let (session, name, target) = (try options.open(), name, target)
        let followers = FeatureList.current.topicFollowers
        let count = try await session.database.write(as: session.acting) { acting, db in
            try TopicActions.merge(
                TopicActions.fileName(of: name, in: db), into: TopicActions.fileName(of: target, in: db),
                followers: followers, by: acting, in: db)
        }
        Console.say("已把主題「\(name)」的 \(count) 題併入「\(target)」。")
    }
}

struct TopicRemoveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "remove", abstract: "刪除沒有試題的主題。")

    @Argument(help: "主題名稱。")
    var name: String

    @OptionGroup var options: DataOptions

    func run() async throws {
        let (session, name) = (try options.open(), name)
        let followers = FeatureList.current.topicFollowers
        try await session.database.write(as: session.acting) { acting, db in
            try TopicActions.remove(
                TopicActions.fileName(of: name, in: db), followers: followers, by: acting, in: db)
        }
        Console.say("已刪除主題「\(name)」。")
    }
}

/// A line of `questions topics --json`.
private struct TopicRecord: Encodable {
    let file: String
    let name: String
    let active: Int
    let total: Int

    init(_ topic: TopicLine) {
        (file, name, active, total) = (topic.fileName, topic.name, topic.active, topic.total)
    }
}
