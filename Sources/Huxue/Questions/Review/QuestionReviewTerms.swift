/// Words for reviews.
enum QuestionReviewTerms {
    static let unclear = "題目不清楚"
    static let console = "命令列"

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
