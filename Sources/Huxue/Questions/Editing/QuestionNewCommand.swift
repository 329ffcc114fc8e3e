import ArgumentParser
import Foundation

struct QuestionNewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "新增一題：存成草稿，或立即送審。",
        discussion: """
            檔案與題庫的檔案寫法相同，只有一題：topic、lawAsOf、questions。沒有寫 id 就由系統編代號；沒有寫 unit 就在共用題庫。\
            state 不讀，新題都是草稿，由別人審題通過才會抽進測驗。
            """)

    @OptionGroup var writing: QuestionWriting

    func run() async throws {
        let session = try writing.options.open()
        let acting = session.acting
        let (file, written) = try await writing.read(of: nil, over: nil, in: session)
        let code = try await session.database.write(as: acting) {
            try QuestionEditActions.add(written, by: $0, in: $1)
        }
        try await writing.tell(code, file, in: session)
        let next = writing.submit ? "並送審，由別人審題通過才會抽進測驗。" : "為草稿。送審請執行 huxue questions submit \(code)。"
        Console.say("已存試題「\(code)」\(next)")
    }
}

/// The file of one question, and what becomes of it.
struct QuestionWriting: ParsableArguments {
    @Argument(help: "試題檔案（YAML，一題）；- 由標準輸入讀取。")
    var file: String

    @Option(help: "為什麼這樣寫或修改，留在版本紀錄；修改時要寫。")
    var reason = ""

    @Flag(help: "只儲存，不送審；不指定時也是。")
    var draft = false

    @Flag(help: "儲存後送審。")
    var submit = false

    @Flag(help: "以 JSON 印出試題與提醒。")
    var json = false

    @OptionGroup var options: DataOptions

    func validate() throws {
        guard !(draft && submit) else { throw ValidationError("--draft 與 --submit 只能選一個。") }
    }

    /// Reads the file against what the office has.
    ///
    /// `opened`: the question that it changes, nil for a new one; `base`: the revision on which it is based.
    func read(
        of opened: QuestionFileActions.Opened?, over base: Int?, in session: CommandSession
    ) async throws -> (file: QuestionFile, written: QuestionEditActions.Written) {
        let (name, bytes) =
            try file == "-"
            ? ("標準輸入", Console.input(limit: QuestionFile.sizeLimit)) : (file, QuestionFolder.file(file))
        let (actor, reason, isSubmitted) = (session.actor, QuestionForm.line(reason), submit)
        let basis = try await session.database.read { try QuestionFileActions.basis(by: actor, in: $0) }
        let read = QuestionFile(reading: bytes, path: name, names: basis.names, code: opened?.question.code ?? "")
        let written = try await session.database.read {
            try QuestionFileActions.written(
                read, of: opened, over: base, reason: reason, isSubmitted: isSubmitted, stems: basis.stems, in: $0)
        }
        return (read, written)
    }

    /// Prints the saved question and what its writer should look at again.
    func tell(_ code: String, _ file: QuestionFile, in session: CommandSession) async throws {
        let actor = session.actor
        let (line, remarks) = try await session.database.read {
            (
                try QuestionActions.line(code, by: actor, in: $0),
                try QuestionFileActions.remarks(on: file, code: code, for: actor, in: $0)
            )
        }
        let warnings =
            remarks.warnings.map(\.sentence)
            + remarks.quotations.map { QuestionProblem.Kind.quotationNotFound($0).sentence }
            + remarks.similar.map { "與試題「\($0.code)」相近 \($0.percent)%：\($0.stem)" }
        if json {
            try Console.json(QuestionWritingRecord(line, warnings: warnings))
        } else {
            Console.data(code)
            for warning in warnings { Console.say("提醒：\(warning)") }
        }
    }
}

/// What `questions new --json` and `questions edit --json` print: the keys of a line of the list, and warnings.
private struct QuestionWritingRecord: Encodable {
    let question: QuestionRecord
    let warnings: [String]

    private enum CodingKeys: CodingKey {
        case warnings
    }

    init(_ line: QuestionLine, warnings: [String]) {
        (question, self.warnings) = (QuestionRecord(line), warnings)
    }

    func encode(to encoder: any Encoder) throws {
        try question.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(warnings, forKey: .warnings)
    }
}
