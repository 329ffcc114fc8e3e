import ArgumentParser
import Foundation

struct QuestionCommand: AsyncParsableCommand {
    /// Computed, not stored: features above add commands.
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "questions", abstract: "試題：檢查、匯入、匯出、列出、編寫、審題、停用與整理主題。",
            subcommands: [
                QuestionCheckCommand.self, QuestionImportCommand.self, QuestionExportCommand.self,
                QuestionListCommand.self, QuestionNewCommand.self, QuestionEditCommand.self,
                QuestionSubmitCommand.self, QuestionReviewCommand.self, QuestionRetireCommand.self,
                TopicCommand.self,
            ] + FeatureList.current.commands(below: "questions"))
    }
}

struct QuestionCheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "檢查試題檔案，不動題庫。每個問題都指出檔案與行號；另外提醒容易猜中的地方。")

    @Argument(help: "試題檔案（YAML），或放試題檔案的資料夾。")
    var path: String

    @Option(help: "全國法規資料庫的 JSON 檔；指定時核對條文是否存在、是否廢止，以及詳解的引文。")
    var statutes: String?

    @Option(help: "機關的資料夾；指定時也認得這個機關已匯入的法規，並核對單位，以及題幹是否與題庫裡的其他試題相同。")
    var data: String?

    @Flag(help: "以 JSON 列出問題與提醒。")
    var json = false

    func run() async throws {
        let office = try self.office()
        let files = try read(office.directory)
        var others = office.stems.problems(of: files.readings) + (office.units?.problems(of: files.readings) ?? [])
        if let statutes {
            others += QuestionRules.problems(of: files, against: try readStatutes(statutes, for: files))
        }
        let problems = files.problems(and: others)
        let warnings = QuestionWarningRules.warnings(of: files.readings)
        if json {
            try Console.json(problems.map { QuestionFindingRecord($0) } + warnings.map { QuestionFindingRecord($0) })
        } else {
            for problem in problems { Console.say(problem.description) }
            if !warnings.isEmpty { Console.say("提醒（不影響匯入）：") }
            for warning in warnings { Console.say(warning.description) }
        }
        let reminder = warnings.isEmpty ? "" : "另有 \(warnings.count) 個提醒。"
        guard problems.isEmpty else {
            Console.say("共 \(problems.count) 個問題。\(reminder)")
            throw ExitCode.failure
        }
        Console.say("\(files.topics.count) 個檔案、\(files.questionCount) 題，沒有問題。\(reminder)")
    }

    /// What the office has; nothing when none is named.
    private func office() throws -> (
        directory: StatuteDirectory, stems: QuestionStems, units: QuestionImportUnits?
    ) {
        guard let data else { return (StatuteDirectory(), QuestionStems(), nil) }
        let folder = DataFolder(path: data)
        guard folder.holdsDatabase else { throw CommandRefusal.noOffice(data) }
        return try OfficeDatabase(folder: folder, migrations: House.current.migrations).readAndWait {
            (
                try StatuteDirectoryStore.directory(in: $0), try QuestionStemStore.all(in: $0),
                QuestionImportUnits(try UnitStore.all(in: $0)) { _ in true }
            )
        }
    }

    /// Names that are neither in the table nor in the office are looked for in the file of statutes.
    private func read(_ directory: StatuteDirectory) throws -> QuestionBankFiles {
        var directory = directory
        let contents = try QuestionFolder.read(path)
        let files = QuestionBankFiles(contents, names: directory.names)
        guard let statutes, files.problems.contains(where: \.kind.isOfCitation) else { return files }
        guard let handle = FileHandle(forReadingAtPath: statutes) else { throw QuestionRefusal.missingPath(statutes) }
        var names: [StatuteDirectory.Entry] = []
        _ = try StatuteFile.read(StatuteFile(handle)) { edition in
            names.append(
                StatuteDirectory.Entry(pcode: edition.pcode, name: edition.name, isRepealed: edition.isRepealed))
        }
        directory.learn(names)
        return QuestionBankFiles(contents, names: directory.names)
    }

    private func readStatutes(_ path: String, for files: QuestionBankFiles) throws -> StatuteExtract {
        guard let handle = FileHandle(forReadingAtPath: path) else { throw QuestionRefusal.missingPath(path) }
        let pcodes = Set(files.readings.flatMap(\.citations).map(\.citation.statute.pcode))
        return try StatuteExtract(of: StatuteFile(handle), keeping: pcodes)
    }
}

struct QuestionListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "列出題庫的試題。")

    @Option(help: "只列這個主題。")
    var topic = ""

    @Option(help: "只列這個認知層次：recall（記憶）、understand（理解）、apply（應用）。")
    var level: QuestionLevel?

    @Flag(help: "以 JSON 列出。")
    var json = false

    @OptionGroup var options: DataOptions

    func run() async throws {
        let session = try options.open()
        let (topic, level, actor) = (StreamSafeText.key(topic), level, session.actor)
        let lines = try await session.database.read {
            let topic = try TopicActions.name(typed: topic, for: actor, in: $0)
            return try QuestionActions.lines(QuestionFilter(topic: topic, level: level), by: actor, in: $0)
        }
        guard !json else { return try Console.json(lines.map(QuestionRecord.init)) }
        for line in lines {
            Console.data(
                [
                    line.code, String(line.revision), line.type.rawValue, line.level.rawValue, line.topic,
                    line.state.rawValue,
                ].joined(separator: "\t"))
        }
        Console.say("共 \(lines.count) 題。")
    }
}

extension QuestionLevel: ExpressibleByArgument {}

/// A line of `questions list --json`, and what commands print that change one question.
struct QuestionRecord: Encodable {
    let id: String
    let revision: Int
    let type: QuestionType
    let topic: String
    let level: QuestionLevel
    let state: QuestionState

    init(_ line: QuestionLine) {
        id = line.code
        revision = line.revision
        type = line.type
        topic = line.topic
        level = line.level
        state = line.state
    }
}

/// A line of `questions check --json`.
private struct QuestionFindingRecord: Encodable {
    /// Left out, as is the line, when the finding is about all files together.
    let file: String?
    let line: Int?
    /// `error`, which keeps the files out, or `warning`.
    let kind: String
    let problem: String

    init(_ problem: QuestionProblem) {
        (file, line, kind, self.problem) = (problem.file, problem.line, "error", problem.kind.sentence)
    }

    init(_ warning: QuestionWarning) {
        (file, line, kind, problem) = (warning.file, warning.line, "warning", warning.kind.sentence)
    }
}
