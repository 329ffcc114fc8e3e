/// Words for what questions are.
enum QuestionTerms {
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
