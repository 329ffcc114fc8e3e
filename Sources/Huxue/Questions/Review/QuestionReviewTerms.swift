/// Words for reviews.
enum QuestionReviewTerms {
    static let unclear = "題目不清楚"

    /// The first line of a question in review.
    static func head(_ code: String, _ topic: String, _ type: QuestionType, _ number: Int) -> String {
        "\(code)　\(topic)　\(QuestionTerms.name(of: type))　第 \(number) 版"
    }

    /// `key`: labels of the right choices.
    static func solution(_ key: [String], _ explanation: String) -> [String] {
        ["正確答案：\(key.joined(separator: "、"))", "詳解：\(explanation)"]
    }

    static func notes(_ notes: [ManagerNote]) -> ManagerNotes {
        ManagerNotes(title: "題庫", link: ("/questions", "題庫"), notes: notes, place: 3)
    }

    static func waiting(_ count: Int) -> ManagerNote {
        ManagerNote(
            title: "有 \(count) 題等您審題。", sentence: "先作答，再對答案；通過的才會抽進測驗。",
            links: [(QuestionReviewListViews.address, "去審題")], tone: .info)
    }

    static func returned(_ count: Int) -> ManagerNote {
        ManagerNote(
            title: "您有 \(count) 題被審題退回。", sentence: "看過意見，修改後再送審。",
            links: [(QuestionReviewListViews.address.with([("state", QuestionState.draft.rawValue)]), "看草稿")],
            tone: .warn)
    }

    static func unrefreshed(_ count: Int) -> ManagerNote {
        ManagerNote(
            title: "有 \(count) 題滿三年沒有更新。", sentence: "請對照現行條文，改好依據法規日期，不適用的停用。",
            links: [(QuestionListViews.address(QuestionFilter(state: .active, isUnrefreshed: true)), "看這些試題")],
            tone: .warn)
    }

    static func name(of stage: QuestionReview.Stage) -> String {
        switch stage {
        case .waiting: "待審"
        case .answered: "已作答，待決定"
        case .ended(.approved): "通過"
        case .ended(.returned): "退回"
        case .ended(.withdrawn): "撤回"
        }
    }
}
