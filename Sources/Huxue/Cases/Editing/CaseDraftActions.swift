import GRDB

/// What somebody was writing of a case study and has not saved.
enum CaseDraftActions {
    /// The latest first.
    static func drafts(of visitor: Visitor, in db: Database) throws -> [Draft<CaseField>] {
        try DraftActions.drafts(of: visitor, in: db)
    }

    /// - Throws: `CommonRefusal.missing` when the visitor has no such draft.
    static func draft(_ key: String, by visitor: Visitor, in db: Database) throws -> Draft<CaseField> {
        guard let draft: Draft<CaseField> = try DraftActions.draft(of: key, by: visitor, in: db) else {
            throw CommonRefusal.missing
        }
        return draft
    }

    private static let prefix = "case-"

    /// Names the draft of a change of this case study.
    static func key(of id: ID<CaseStudy>) -> String { "\(prefix)\(id)" }

    /// The case study that a draft of this name changes; nil for a new one.
    static func study(ofDraft key: String) -> ID<CaseStudy>? {
        key.hasPrefix(prefix) ? ID<CaseStudy>(String(key.dropFirst(prefix.count))) : nil
    }

    /// Keeps what somebody is writing; see `DraftActions.keep`.
    ///
    /// `id`: nil for a new case study, whose draft `key` names.
    static func keep(
        _ form: CaseForm, of id: ID<CaseStudy>?, key: String, base: Int, seen: String?, by acting: ActionContext,
        in db: Database
    ) throws {
        if let id {
            _ = try CaseActions.own(id, by: acting.visitor, in: db)
        } else {
            try Policy.requireSomewhere(.writeCases, for: acting.actor)
            guard DraftKey.isKey(key) else { throw CommonRefusal.missing }
        }
        try DraftActions.keep(
            form, of: id.map { Self.key(of: $0) } ?? key, base: id == nil ? 0 : base, seen: seen, by: acting, in: db)
    }
}
