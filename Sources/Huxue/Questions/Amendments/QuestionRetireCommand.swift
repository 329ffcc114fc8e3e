import ArgumentParser
import Foundation

struct QuestionRetireCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retire", abstract: "停用一題：不再抽進新的測驗；已發布的測驗與以前的成績不變。")

    @OptionGroup var question: QuestionArgument

    @Option(help: "為什麼停用，記在稽核紀錄。")
    var reason: String

    func run() async throws {
        let session = try question.options.open()
        let (code, reason) = (StreamSafeText.key(question.code), QuestionForm.line(reason))
        guard !reason.isEmpty else { throw QuestionRefusal.noRetirementReason }
        try await session.database.write(as: session.acting) {
            try QuestionAmendmentActions.retire(code, reason: reason, by: $0, in: $1)
        }
        try await question.tell(code, in: session)
        Console.say("已停用試題「\(code)」。")
    }
}
