import ArgumentParser
import Foundation

struct QuestionReviewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review", abstract: "審題：先看題幹與選項作答，作答留下紀錄以後才看得到答案與詳解，再決定通過或退回。",
        discussion: """
            審題的人不能是出題的人，要以 --as 指明。不加 --answer 只印出題目。答案與出題人的不同，或題目不清楚，就退回出題人。\
            答案相同以後，看過詳解再執行一次：--verdict approve 通過，或 --verdict return 並以 --comment 寫明要改什麼。
            """)

    @Argument(help: "試題代號。")
    var code: String

    @Option(help: "您的答案：選項的字母或號碼，例如 B；複選以逗號分開，例如 A,C；是非題也可以寫 ○ 或 ×。")
    var answer: String?

    @Flag(help: "題目不清楚，退回出題人；要以 --comment 寫明。")
    var unclear = false

    @Option(help: "給出題人的話。")
    var comment = ""

    @Option(help: "作答以後的決定：approve（通過）、return（退回）。")
    var verdict: QuestionVerdict?

    @Option(help: "您看到的版本；之後改了版本就不記錄作答。省略時是現在的版本。")
    var revision: Int?

    @Flag(help: "以 JSON 印出；作答以前沒有答案與詳解。")
    var json = false

    @OptionGroup var options: DataOptions

    func validate() throws {
        if answer != nil, unclear { throw ValidationError("--answer 與 --unclear 只能選一個。") }
        if unclear, verdict != nil { throw ValidationError("--unclear 就是退回，不必再寫 --verdict。") }
        if answer == nil, !unclear, verdict == nil, !comment.isEmpty {
            throw ValidationError("--comment 要與 --answer、--unclear 或 --verdict 一起寫。")
        }
    }

    func run() async throws {
        let session = try options.open()
        let (code, acting) = (StreamSafeText.key(code), session.acting)
        let seal = QuestionSealActions(sources: FeatureList.current.seals)
        let remark = String(QuestionForm.line(comment).prefix(QuestionReviewRules.remarkLimit))
        // Before anything is recorded.
        guard verdict != .sendBack || !remark.isEmpty else { throw QuestionReviewRefusal.noRemark }
        let sheet = try await session.database.read {
            try QuestionReviewActions.sheet(code, seal: seal, by: acting, in: $0)
        }
        var record = QuestionReviewRecord(sheet)
        if let answer = try given(for: sheet.revision) {
            let shown = revision ?? sheet.revision.number
            let isRight = try await session.database.write(as: acting) {
                try QuestionReviewActions.answer(
                    code, answer, remark: remark, shown: shown, seal: seal, by: $0, in: $1)
            }
            record.reveal(sheet.revision, answer: answer, stage: isRight ? .answered : .returned)
        }
        let isDecided = verdict != nil && record.stage != .returned
        if let verdict, isDecided {
            try await session.database.write(as: acting) { acting, db in
                switch verdict {
                case .approve: try QuestionReviewActions.approve(code, remark: remark, seal: seal, by: acting, in: db)
                case .sendBack:
                    try QuestionReviewActions.sendBack(code, remark: remark, seal: seal, by: acting, in: db)
                }
            }
            record.stage = verdict == .approve ? .approved : .returned
        }
        if json { try Console.json(record) } else { for line in record.lines { Console.data(line) } }
        Console.say(sentence(record, isDecided: isDecided))
    }

    /// Nil when nothing is answered.
    private func given(for revision: QuestionRevision) throws -> BlindAnswer? {
        if unclear { return .notClear }
        guard let answer else { return nil }
        let truth =
            revision.type == .trueFalse ? QuestionTableFile.truth(answer).map { ChoiceSet([$0 ? 0 : 1]) } : nil
        guard let chosen = truth ?? QuestionTableFile.key(answer, among: revision.choices) else {
            throw QuestionReviewRefusal.noAnswer
        }
        return .choices(chosen)
    }

    private func sentence(_ record: QuestionReviewRecord, isDecided: Bool) -> String {
        switch record.stage {
        case .waiting: "請以 --answer 作答；作答以後才會顯示答案與詳解。"
        case .answered: "答案與出題人的相同，已記錄。看過詳解後，請以 --verdict approve 通過，或 --verdict return --comment 退回。"
        case .approved: "審題通過，試題「\(record.id)」可以抽進測驗了。"
        case .returned where isDecided: "已退回出題人，並附上您的意見。"
        case .returned where unclear: "已記錄題目不清楚，退回出題人，並附上您的意見。"
        case .returned: "您的答案和出題人的不同，已退回出題人，兩邊的答案都有紀錄。"
        }
    }
}

/// What a reviewer decides who has answered right.
enum QuestionVerdict: String, CaseIterable, ExpressibleByArgument {
    case approve
    case sendBack = "return"
}
