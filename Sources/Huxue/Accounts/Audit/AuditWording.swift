/// Puts the details of the log into words, using the vocabularies of all features.
struct AuditWording: Sendable {
    private let vocabularies: [any AuditVocabulary.Type]
    private let actions: [String: AuditAction]

    init(_ vocabularies: [any AuditVocabulary.Type]) {
        self.vocabularies = vocabularies
        actions = Dictionary(vocabularies.flatMap { $0.actions }.map { ($0.code, $0) }) { first, _ in first }
    }

    /// The name of the action; its code when this version of the program does not know it.
    func name(of action: String) -> String { actions[action]?.name ?? action }

    /// A stored detail in words.
    ///
    /// `name`: gives the name of a record such as `exam/5`; nil when unknown.
    func words(for detail: String, of action: String, name: (String) -> String? = { _ in nil }) -> String {
        guard !detail.isEmpty else { return "" }
        let action = actions[action]
        if let values = AuditDetailText.read(detail) {
            if let record = values.record { return name(record) ?? record }
            return action.flatMap { action in first { $0.words(for: values, of: action) } }
                ?? AuditTerms.commonWords(for: values) ?? detail
        }
        let words = action.flatMap { action in first { $0.words(forOldText: detail, of: action) } }
        return AuditOldTerms.filled(words ?? detail, name: name)
    }

    /// The references in the detail whose names `words` needs.
    func references(in detail: String, of action: String) -> [String] {
        guard let values = AuditDetailText.read(detail) else { return AuditOldTerms.references(in: detail) }
        return values.record.map { [$0] } ?? []
    }

    private func first(_ words: (any AuditVocabulary.Type) -> String?) -> String? {
        vocabularies.lazy.compactMap(words).first
    }
}
