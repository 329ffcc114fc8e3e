import ArgumentParser
import Foundation

struct CaseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cases",
        abstract: "列出與查閱案例，必須以 --as 指定帳號：能看到的和這個人在網頁上看到的一樣，並留下稽核紀錄。",
        subcommands: [CaseListCommand.self, CaseShowCommand.self])
}

struct CaseListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "列出這個帳號可以查閱的案例。")

    @Flag(help: "以 JSON 列出。")
    var json = false

    @OptionGroup var options: DataOptions

    func run() async throws {
        let session = try options.open()
        let lines = try await session.database.write(as: session.acting) { try CaseActions.lines(by: $0, in: $1) }
        guard !json else { return try Console.json(lines.map(CaseRecord.init)) }
        for line in lines {
            Console.data(
                [
                    "\(line.id)", line.state.rawValue, line.kind?.rawValue ?? "", line.title,
                    line.subjects.joined(separator: "、"), line.authors.joined(separator: "、"),
                ].joined(separator: "\t"))
        }
        Console.say("共 \(lines.count) 個。")
    }
}

struct CaseShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "顯示一個案例的內容。")

    @Argument(help: "案例的編號，見 huxue cases list 的第一欄。")
    var id: String

    @Flag(help: "以 JSON 輸出。")
    var json = false

    @OptionGroup var options: DataOptions

    func run() async throws {
        guard let id = ID<CaseStudy>(id) else { throw CaseRefusal.missing }
        let session = try options.open()
        let (shown, form) = try await session.database.write(as: session.acting) {
            try CaseActions.reading(id, by: $0, in: $1)
        }
        guard !json else { return try Console.json(CaseReadingRecord(shown, form)) }
        for field in CaseField.kept where !form[field].isEmpty {
            Console.data("\(field.name)：\(field.shown(form[field]))")
        }
        Console.say(CaseTerms.name(of: shown.study.state))
    }
}

/// A line of `cases list --json`.
private struct CaseRecord: Encodable {
    let id: Int64
    let title: String
    let kind: CaseKind?
    let state: CaseState
    let subjects: [String]
    let services: [String]
    let authors: [String]

    init(_ line: CaseLine) {
        (id, title, kind, state) = (line.id.rawValue, line.title, line.kind, line.state)
        (subjects, services, authors) = (line.subjects, line.services, line.authors)
    }
}

/// What `cases show --json` prints.
private struct CaseReadingRecord: Encodable {
    let id: Int64
    let state: CaseState
    /// By their names in the form.
    let fields: [String: String]
    let authors: [Author]

    struct Author: Encodable {
        let name: String
        let staffNumber: String
        /// In hundredths of a per cent.
        let share: Int
    }

    init(_ shown: CaseActions.Shown, _ form: CaseForm) {
        (id, state) = (shown.study.id.rawValue, shown.study.state)
        fields = Dictionary(uniqueKeysWithValues: form.values.map { ($0.key.rawValue, $0.value) })
        authors = shown.authors.map { Author(name: $0.name, staffNumber: $0.staffNumber, share: $0.share) }
    }
}
