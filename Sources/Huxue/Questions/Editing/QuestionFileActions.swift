import GRDB

/// Writing one question that comes in a file, by the actions of the editor.
enum QuestionFileActions {
    /// What the file is read and compared with.
    struct Basis: Sendable {
        let names: StatuteNames
        let stems: QuestionStems
    }

    /// - Throws: `CommonRefusal.forbidden`.
    static func basis(by actor: Actor, in db: Database) throws -> Basis {
        try Policy.requireSomewhere(.editQuestions, for: actor)
        return Basis(
            names: try StatuteDirectoryStore.names(in: db),
            stems: try QuestionStemStore.all(shownIn: QuestionAccess.scope(for: actor), in: db))
    }

    /// The question that a file changes.
    struct Opened: Sendable {
        let question: Question
        /// Of its current revision.
        let number: Int
    }

    /// Opens a question to be changed by a file; who is told whether a file changes it knows its key, so that is recorded.
    /// - Throws: as `QuestionEditActions.form`.
    static func open(
        _ code: String, seal: QuestionSealActions, by acting: ActionContext, in db: Database
    ) throws -> Opened {
        let opened = try QuestionEditActions.form(code, seal: seal, by: acting.actor, in: db)
        if case .visitor = acting.actor { try QuestionActions.recordKeys(of: [code], by: acting, in: db) }
        return Opened(question: opened.question, number: opened.number)
    }

    /// What the file says, ready to be saved.
    ///
    /// `opened`: nil for a new question; `base`: the revision on which the file is based, nil for the current one.
    /// What the writer has in the browser stays a draft there.
    /// - Throws: `QuestionProblems`, `QuestionEditRefusal`, `StaffRefusal.noSuchUnit`.
    static func written(
        _ file: QuestionFile, of opened: Opened?, over base: Int?, reason: String, isSubmitted: Bool,
        stems: QuestionStems, in db: Database
    ) throws -> QuestionEditActions.Written {
        guard let topic = file.topic, let draft = topic.questions.first else {
            throw QuestionProblems(problems: file.problems)
        }
        return try QuestionEditActions.Written(
            draft, in: topic.name, unit: QuestionUnitStore.choice(named: draft.unit, in: db), reason: reason,
            of: opened?.question, over: base ?? opened?.number ?? 0, seen: "", isSubmitted: isSubmitted,
            stems: stems)
    }

    /// What a writer should look at again, as the editor's preview shows it.
    struct Remarks: Sendable {
        let warnings: [QuestionWarning.Kind]
        /// Words in quotation marks that stand in no cited article.
        let quotations: [String]
        let similar: [SimilarQuestion]
    }

    static func remarks(on file: QuestionFile, code: String, for actor: Actor, in db: Database) throws -> Remarks {
        let draft = file.topic?.questions.first
        let articles = try CitedArticleStore.articles(of: draft?.citations ?? [], in: db)
        return Remarks(
            warnings: QuestionWarningRules.warnings(of: file.readings).map(\.kind),
            quotations: QuestionRules.missingQuotations(in: draft?.explanation ?? "", among: articles),
            similar: try LikenessCache().similar(
                to: draft?.stem ?? "", except: code, shownIn: QuestionAccess.scope(for: actor), in: db))
    }
}
