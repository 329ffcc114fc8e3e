/// Words of the fields of a question.
enum QuestionFieldTerms {
    static func name(of field: QuestionField) -> String {
        switch field {
        case .topic: "主題"
        case .unit: "題庫"
        case .type: "題型"
        case .level: "認知層次"
        case .stem: "題幹"
        case .answer: "正確答案"
        case .explanation: "詳解"
        case .citations: "法源依據"
        case .lawAsOf: "依據法規日期"
        case .reason: "修改理由"
        default: "選項 \((QuestionField.choices.firstIndex(of: field) ?? 0) + 1)"
        }
    }

    /// The value of a field as it is read, not as it is written.
    static func shown(_ field: QuestionField, _ value: String) -> String {
        switch field {
        case .type: QuestionType(rawValue: value).map(QuestionTerms.name) ?? value
        case .level: QuestionLevel(rawValue: value).map(QuestionTerms.name) ?? value
        default: value
        }
    }

    /// The reason of a first revision.
    static let firstRevision = "新增試題"

    /// The reason of a revision that answers an amendment.
    static let amended = "配合法規修正"

    /// The reason of a revision that brings an older one back.
    static func restored(_ number: Int) -> String { "改回第 \(number) 版" }

    /// Whose work a revision is that came with files.
    static let importer = "匯入的檔案"
}
