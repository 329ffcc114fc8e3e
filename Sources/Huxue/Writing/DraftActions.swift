import GRDB

/// Storing and discarding drafts.
enum DraftActions {
    /// How many drafts of one kind, including drafts of changes, a person may have before a new record is refused.
    static let limit = 50

    /// The person's drafts of this kind, the latest first.
    static func drafts<Field>(of visitor: Visitor, in db: Database) throws -> [Draft<Field>] {
        try DraftStore.drafts(by: visitor.employee, in: db)
    }

    static func draft<Field>(of subject: String, by visitor: Visitor, in db: Database) throws -> Draft<Field>? {
        try DraftStore.draft(of: subject, by: visitor.employee, in: db)
    }

    static func count<Field: WrittenField>(_ kind: Field.Type, of visitor: Visitor, in db: Database) throws -> Int {
        try DraftStore.count(of: kind.subjectKind, by: visitor.employee, in: db)
    }

    /// Stores the form as the actor's draft; the caller must have checked that they may write it at all.
    ///
    /// `seen`: the mark of the draft that the browser window has shown, empty for none; nil to skip this check.
    /// - Throws: `WritingRefusal.tooManyDrafts`, or `.draftElsewhere` when another window has stored other text since;
    ///   `CommonRefusal.missing` when the actor is no signed-in person.
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

    /// - Throws: `CommonRefusal.missing` when the actor has no such draft.
    static func discard<Field: WrittenField>(
        _ kind: Field.Type, of subject: String, by acting: ActionContext, in db: Database
    ) throws {
        guard case .visitor(let visitor) = acting.actor,
            try DraftStore.remove(kind.subjectKind, of: subject, by: visitor.employee, in: db)
        else { throw CommonRefusal.missing }
    }

    /// Removes the draft of a record that was just saved, unless another window has changed the draft since.
    ///
    /// `seen`: the mark of the draft that was saved; nil to remove it in any state.
    static func end<Field: WrittenField>(
        _ kind: Field.Type, of subject: String, seen: String?, by acting: ActionContext, in db: Database
    ) throws {
        guard case .visitor(let visitor) = acting.actor else { return }
        try DraftStore.remove(kind.subjectKind, of: subject, by: visitor.employee, seen: seen, in: db)
    }
}
