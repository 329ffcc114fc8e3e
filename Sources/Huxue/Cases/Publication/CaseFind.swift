/// Something in a case study that may point to a person, wherever it stands in one field.
struct CaseFind: Hashable, Sendable {
    let field: CaseField
    let kind: PrivacyKind
    let text: String
    let proposal: String

    /// Whether its authors may say, with a reason, that it points to nobody.
    var isWaivable: Bool { kind.isWaivable }
}

/// That somebody has said why a find points to nobody.
struct CaseWaiver: Sendable {
    let field: CaseField
    let kind: String
    let text: String
    let reason: String
    let name: String

    func covers(_ find: CaseFind) -> Bool {
        find.isWaivable && field == find.field && kind == find.kind.rawValue && text == find.text
    }
}

/// What its authors decide about a find.
enum CaseFindChoice: Hashable, Sendable {
    case redact
    case waive(reason: String)
}
