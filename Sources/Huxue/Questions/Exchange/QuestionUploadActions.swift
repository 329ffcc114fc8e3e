import GRDB

/// Files of questions between upload and import, each its editor's own.
enum QuestionUploadActions {
    /// What the form offers.
    struct Choices: Sendable {
        let topics: [String]
        /// Those that the editor keeps.
        let banks: [QuestionFormActions.Bank]
    }

    /// - Throws: `CommonRefusal.forbidden`.
    static func choices(for actor: Actor, in db: Database) throws -> Choices {
        try Policy.requireSomewhere(.editQuestions, for: actor)
        return Choices(topics: try TopicStore.names(in: db), banks: try QuestionFormActions.banks(for: actor, in: db))
    }

    static func keep(
        _ bytes: [UInt8], name: String, format: QuestionFormat, options: QuestionImportBasis.Options, unit: String,
        by acting: ActionContext, in db: Database
    ) throws -> ID<QuestionUpload> {
        try Policy.requireSomewhere(.editQuestions, for: acting.actor)
        _ = try QuestionEditActions.bank(unit, for: acting.actor, in: db)
        return try QuestionUploadStore.replace(
            of: try acting.visitor.account, fileName: String(name.prefix(200)), format: format, options: options,
            unit: unit, content: bytes, now: acting.now, in: db)
    }

    /// - Throws: `QuestionImportRefusal.uploadGone` when it is gone or another person's.
    static func upload(_ id: ID<QuestionUpload>, of visitor: Visitor, in db: Database) throws -> QuestionUpload {
        try Policy.requireSomewhere(.editQuestions, for: visitor.actor)
        guard let upload = try QuestionUploadStore.upload(id, of: visitor.account, in: db) else {
            throw QuestionImportRefusal.uploadGone
        }
        return upload
    }

    /// Changes what holds for questions that do not say it themselves.
    static func choose(
        _ options: QuestionImportBasis.Options, unit: String, for id: ID<QuestionUpload>, by acting: ActionContext,
        in db: Database
    ) throws {
        let upload = try upload(id, of: acting.visitor, in: db)
        _ = try QuestionEditActions.bank(unit, for: acting.actor, in: db)
        try QuestionUploadStore.choose(options, unit: unit, for: upload.id, in: db)
    }

    static func forget(_ id: ID<QuestionUpload>, by acting: ActionContext, in db: Database) throws {
        try QuestionUploadStore.delete(try upload(id, of: acting.visitor, in: db).id, in: db)
    }
}
