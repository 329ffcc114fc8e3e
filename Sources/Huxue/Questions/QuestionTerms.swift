/// Words for what questions are.
enum QuestionTerms {
    static let noun = "試題"
    /// Between choices in one line.
    static let separator = "／"

    static func facts(_ question: Question, _ revision: QuestionRevision) -> String {
        [question.code, question.topic, name(of: revision.type), name(of: revision.level)].joined(separator: "　")
    }

    static func name(of type: QuestionType) -> String {
        switch type {
        case .single: "單選"
        case .multiple: "複選"
        case .trueFalse: "是非"
        }
    }

    static func name(of level: QuestionLevel) -> String {
        switch level {
        case .recall: "記憶"
        case .understand: "理解"
        case .apply: "應用"
        }
    }

    static func name(of state: QuestionState) -> String {
        switch state {
        case .active: "使用中"
        case .retired: "已停用"
        }
    }
}
