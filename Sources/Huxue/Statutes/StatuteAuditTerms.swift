/// The audit log's words about the law.
enum StatuteAuditTerms {
    /// The audit log's detail of an import, or of its beginning.
    static func imported(_ detail: AuditDetail) -> String? {
        let facts = [
            detail.day("published").map { "\(ROCDate.plain($0)) 發布" }, detail.number("added").map { "新增 \($0)" },
            detail.number("amended").map { "修正 \($0)" }, detail.number("flags").map { "待複核 \($0)" },
        ].compactMap { $0 }
        return facts.isEmpty ? nil : facts.joined(separator: "，")
    }
}

extension AuditAction {
    static let statuteImport = AuditAction("statute.import", "匯入法規")
    static let statuteImportStart = AuditAction("statute.import.start", "開始匯入法規")
    static let amendmentConfirmation = AuditAction("amendment.confirmation", "修法後複核")
}
