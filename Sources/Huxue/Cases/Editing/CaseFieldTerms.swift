/// Words of the fields of a case study.
enum CaseFieldTerms {
    static func name(of field: CaseField) -> String {
        switch field {
        case .title: "案例名稱"
        case .kind: "種類"
        case .subject: "主題"
        case .service: "服務"
        case .events: "發生過程"
        case .handling: "處理情形"
        case .improvement: "檢討改進"
        case .doubt: "疑義"
        case .conclusion: "結論"
        case .citations: "法令依據"
        case .lawAsOf: "依據法規日期"
        case .attachments: "附件"
        case .authors: "作者與貢獻比例"
        case .reason: "這次改了什麼"
        }
    }

    /// The value of a field as it is read, not as it is written.
    static func shown(_ field: CaseField, _ value: String) -> String {
        field == .kind ? CaseKind(rawValue: value).map(CaseTerms.name) ?? value : value
    }

    /// The reason of a first revision.
    static let firstRevision = "新案例"

    /// The reason of the revision in which authors redacted what points to a person.
    static let redacted = "遮蔽個人資料"

    /// The reason of the revision in which the conclusion was written.
    static let concluded = "寫入討論的結論"
}
