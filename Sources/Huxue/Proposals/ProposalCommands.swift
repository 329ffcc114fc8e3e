import ArgumentParser
import Foundation

struct ProposalCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "proposals",
        abstract: "列出、查閱、分配與排名創意提案，必須以 --as 指定帳號：能看到的和這個人在網頁上看到的一樣，並留下稽核紀錄。",
        subcommands: [
            ProposalListCommand.self, ProposalShowCommand.self, ProposalAssignCommand.self, ProposalRankCommand.self,
            ProposalExportCommand.self,
        ])
}

struct ProposalListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "列出這個帳號可以查閱的提案。")

    @Flag(help: "以 JSON 列出。")
    var json = false

    @OptionGroup var options: DataOptions

    func run() async throws {
        let session = try options.open()
        let lines = try await session.database.write(as: session.acting) { try ProposalActions.lines(by: $0, in: $1) }
        guard !json else { return try Console.json(lines.map(ProposalRecord.init)) }
        for line in lines {
            Console.data(
                [
                    "\(line.id)", line.callTitle, line.number.map { "\($0)" } ?? "", line.state.rawValue, line.title,
                    line.authors.joined(separator: "、"),
                ].joined(separator: "\t"))
        }
        Console.say("共 \(lines.count) 件。")
    }
}

struct ProposalShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "顯示一件提案的內容。")

    @Argument(help: "提案的編號，見 huxue proposals list 的第一欄。")
    var id: String

    @Flag(help: "以 JSON 輸出。")
    var json = false

    @OptionGroup var options: DataOptions

    func run() async throws {
        guard let id = ID<Proposal>(id) else { throw ProposalRefusal.missing }
        let session = try options.open()
        let (shown, form) = try await session.database.write(as: session.acting) {
            try ProposalActions.reading(id, by: $0, in: $1)
        }
        guard !json else {
            return try Console.json(ProposalReadingRecord(shown, form))
        }
        for field in ProposalField.kept where !form[field].isEmpty {
            Console.data("\(field.name)：\(field.shown(form[field]))")
        }
        Console.say("\(shown.call.plan.title)　\(ProposalTerms.name(of: shown.proposal.state))")
    }
}

/// A line of `proposals list --json`.
private struct ProposalRecord: Encodable {
    let id: Int64
    let call: String
    /// Left out until it is submitted.
    let number: Int?
    let title: String
    let kind: ProposalKind?
    let state: ProposalState
    let authors: [String]

    init(_ line: ProposalLine) {
        (id, call, number, title) = (line.id.rawValue, line.callTitle, line.number, line.title)
        (kind, state, authors) = (line.kind, line.state, line.authors)
    }
}

/// What `proposals show --json` prints.
private struct ProposalReadingRecord: Encodable {
    let id: Int64
    let call: String
    let number: Int?
    let state: ProposalState
    /// By their names in the form.
    let fields: [String: String]
    let authors: [Author]

    struct Author: Encodable {
        let name: String
        let staffNumber: String
        /// In hundredths of a per cent.
        let share: Int
        let consent: String
    }

    init(_ shown: ProposalActions.Shown, _ form: ProposalForm) {
        (id, call) = (shown.proposal.id.rawValue, shown.call.plan.title)
        (number, state) = (shown.proposal.number, shown.proposal.state)
        fields = Dictionary(uniqueKeysWithValues: form.values.map { ($0.key.rawValue, $0.value) })
        authors = shown.authors.map {
            Author(name: $0.name, staffNumber: $0.staffNumber, share: $0.share, consent: $0.consent.rawValue)
        }
    }
}
