import GRDB

/// Keeping what somebody is writing.
enum DraftActions {
    /// Drafts of a kind, of changes too, beside which a person may not begin another of something new.
    static let limit = 50

    /// What the person was writing, the latest first.
    static func drafts<Field>(of visitor: Visitor, in db: Database) throws -> [Draft<Field>] {
        try DraftStore.drafts(by: visitor.employee, in: db)
    }

    static func draft<Field>(of subject: String, by visitor: Visitor, in db: Database) throws -> Draft<Field>? {
        try DraftStore.draft(of: subject, by: visitor.employee, in: db)
    }

    static func count<Field: WrittenField>(_ kind: Field.Type, of visitor: Visitor, in db: Database) throws -> Int {
        try DraftStore.count(of: kind.subjectKind, by: visitor.employee, in: db)
    }

    /// Keeps what the actor person wrote; whether they may write it at all, the caller has asked.
    ///
    /// `seen`: the mark of the draft that the window knows, empty for none; nil when that was not said.
    /// - Throws: `WritingRefusal`: `draftElsewhere` when another window has kept something else since.
    static func keep<Field>(
        _ form: WrittenForm<Field>, of subject: String, base: Int, seen: String? = nil, by acting: ActionContext,
        in db: Database
    ) throws {
        guard case .visitor(let visitor) = acting.actor else { throw CommonRefusal.missing }
        let stored: Draft<Field>? = try DraftStore.draft(of: subject, by: visitor.employee, in: db)
        if let seen, let stored, stored.mark != seen, stored.form != form {
            throw WritingRefusal.draftElsewhere(stored.updatedAt)
        }
        if stored == nil, DraftKey.isKey(subject), try count(Field.self, of: visitor, in: db) >= limit {
            throw WritingRefusal.tooManyDrafts(limit: limit)
        }
        try DraftStore.put(
            Draft(subject: subject, base: base, form: form, updatedAt: acting.now), by: visitor.employee, in: db)
    }

    /// - Throws: `CommonRefusal.missing` when the actor person has no such draft.
    static func discard<Field: WrittenField>(
        _ kind: Field.Type, of subject: String, by acting: ActionContext, in db: Database
    ) throws {
        guard case .visitor(let visitor) = acting.actor,
            try DraftStore.remove(kind.subjectKind, of: subject, by: visitor.employee, in: db)
        else { throw CommonRefusal.missing }
    }

    /// Removes the draft of what was just saved; what another window has kept since is not what was saved.
    static func end<Field: WrittenField>(
        _ kind: Field.Type, of subject: String, seen: String?, by acting: ActionContext, in db: Database
    ) throws {
        guard case .visitor(let visitor) = acting.actor else { return }
        try DraftStore.remove(kind.subjectKind, of: subject, by: visitor.employee, seen: seen, in: db)
    }
}
