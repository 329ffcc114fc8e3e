import ArgumentParser
import Foundation

struct QuestionSubmitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "submit", abstract: "把草稿送審，由別人審題通過才會抽進測驗。")

    @OptionGroup var question: QuestionArgument

    func run() async throws {
        let session = try question.options.open()
        let code = StreamSafeText.key(question.code)
        try await session.database.write(as: session.acting) {
            try QuestionReviewActions.submit(code, by: $0, in: $1)
        }
        try await question.tell(code, in: session)
        Console.say("已送審試題「\(code)」。")
    }
}

/// The question that a command changes.
struct QuestionArgument: ParsableArguments {
    @Argument(help: "試題代號。")
    var code: String

    @Flag(help: "以 JSON 印出試題。")
    var json = false

    @OptionGroup var options: DataOptions

    /// Prints the question as it is now, for `--json`.
    func tell(_ code: String, in session: CommandSession) async throws {
        guard json else { return }
        let actor = session.actor
        try Console.json(
            QuestionRecord(try await session.database.read { try QuestionActions.line(code, by: actor, in: $0) }))
    }
}
