import GRDB

/// What somebody is writing of questions and has not saved.
enum QuestionDraftActions {
    /// Keeps a new question that somebody is writing.
    ///
    /// - Throws: `CommonRefusal.forbidden`, `.missing` when `key` is no `DraftKey`; `WritingRefusal`.
    static func keep(
        _ form: QuestionForm, key: String, seen: String?, by acting: ActionContext, in db: Database
    ) throws {
        try Policy.requireSomewhere(.editQuestions, for: acting.actor)
        guard DraftKey.isKey(key) else { throw CommonRefusal.missing }
        try DraftActions.keep(form, of: key, base: 0, seen: seen, by: acting, in: db)
    }

    /// Keeps what somebody is writing; see `DraftActions.keep`.
    static func keep(
        _ form: QuestionForm, of code: String, base: Int, seen: String?, by acting: ActionContext, in db: Database
    ) throws {
        // What they wrote is their own, also while the question is closed to them.
        let question = try QuestionActions.editable(code, by: acting.actor, in: db)
        try DraftActions.keep(form, of: key(of: question), base: base, seen: seen, by: acting, in: db)
    }

    /// A draft with the question that it changes; nil for a new one.
    struct Resumable: Sendable {
        let draft: Draft<QuestionField>
        let question: Question?
    }

    /// What the visitor was writing, the latest first.
    ///
    /// Without changes of questions that the visitor is not shown any more.
    static func drafts(of visitor: Visitor, in db: Database) throws -> [Resumable] {
        let drafts: [Draft<QuestionField>] = try DraftActions.drafts(of: visitor, in: db)
        return try drafts.compactMap { try resumable($0, by: visitor, in: db) }
    }

    /// - Throws: `CommonRefusal.missing` when the visitor has no such draft.
    static func draft(_ key: String, by visitor: Visitor, in db: Database) throws -> Resumable {
        let draft: Draft<QuestionField>? = try DraftActions.draft(of: key, by: visitor, in: db)
        guard let found = try draft.flatMap({ try resumable($0, by: visitor, in: db) }) else {
            throw CommonRefusal.missing
        }
        return found
    }

    private static func resumable(
        _ draft: Draft<QuestionField>, by visitor: Visitor, in db: Database
    ) throws -> Resumable? {
        guard !DraftKey.isKey(draft.subject) else { return Resumable(draft: draft, question: nil) }
        guard let question = try question(ofDraft: draft.subject, in: db),
            QuestionAccess.shows(question, to: visitor.actor)
        else { return nil }
        return Resumable(draft: draft, question: question)
    }

    /// The question that a draft of this name changes, whoever asks; nil for a new one.
    static func question(ofDraft key: String, in db: Database) throws -> Question? {
        let prefix = "question-"
        guard key.hasPrefix(prefix), let id = ID<Question>(String(key.dropFirst(prefix.count))) else { return nil }
        return try QuestionStore.question(id, in: db)
    }

    /// Names the draft of a change of this question.
    static func key(of question: Question) -> String { "question-\(question.id)" }
}
