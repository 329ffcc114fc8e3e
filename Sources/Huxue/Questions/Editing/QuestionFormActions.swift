import GRDB

/// What the editor shows beside what is written.
enum QuestionFormActions {
    /// A bank to which a question may belong.
    struct Bank: Hashable, Sendable {
        /// The id of its unit; empty for the shared bank.
        let unit: String
        let name: String
    }

    struct Facts: Sendable {
        /// Nil for a new question.
        let question: Question?
        /// Of its current revision; 0 for a new question.
        let number: Int
        let topics: [String]
        /// Those that the writer keeps.
        let banks: [Bank]
        /// What the reviewer wrote who sent it back; nil when nobody did.
        let returned: String?
        /// Amendments in force that wait for a decision on it, and where they are compared.
        let opened: [AmendmentFlag]
        let comparisons: [ID<StatuteVersion>: AmendmentLink]
    }

    /// - Throws: `CommonRefusal.forbidden`.
    static func facts(_ question: Question?, on today: Day, by actor: Actor, in db: Database) throws -> Facts {
        try Policy.requireSomewhere(.editQuestions, for: actor)
        let opened = try question.map { try QuestionAmendmentActions.opened($0, on: today, in: db) } ?? []
        return Facts(
            question: question, number: try question.map { try QuestionRevisionStore.current($0, in: db).number } ?? 0,
            topics: try TopicStore.names(in: db),
            banks: try banks(for: actor, in: db),
            returned: try question.flatMap { try QuestionReviewStore.returned($0, in: db) }, opened: opened,
            comparisons: try AmendmentVersionStore.comparisons(of: Set(opened.map(\.version)), in: db))
    }

    static func banks(for actor: Actor, in db: Database) throws -> [Bank] {
        try UnitChoiceActions.choice(.editQuestions, for: actor, in: db).units.map { unit in
            unit.position.isRoot
                ? Bank(unit: "", name: QuestionTerms.sharedBank) : Bank(unit: "\(unit.id)", name: unit.shortName)
        }
    }

    /// A new question, filled from the last that the writer added.
    static func blank(topic: String, on today: Day, by actor: Actor, in db: Database) throws -> QuestionForm {
        let lawAsOf = try StatuteStore.dataVersion(in: db)?.published ?? today
        return QuestionForm(
            blank: topic, unit: try banks(for: actor, in: db).first?.unit ?? "", lawAsOf: lawAsOf)
    }

    /// The question that is being changed, which is not like itself; nil for a new one, and for one that the actor may
    /// not change.
    /// - Throws: `CommonRefusal.forbidden`.
    static func subject(ofDraft key: String, by actor: Actor, in db: Database) throws -> Question? {
        try Policy.requireSomewhere(.editQuestions, for: actor)
        guard let question = try QuestionDraftActions.question(ofDraft: key, in: db),
            QuestionAccess.permits(.editQuestions, on: question, for: actor)
        else { return nil }
        return question
    }

    /// Reads what is written against the law and the bank that the office has.
    ///
    /// `question`: nil for a new one; `likeness`: how like other stems it is that are shown to the actor.
    static func preview(
        _ form: QuestionForm, of question: Question?, likeness: LikenessCache, for actor: Actor, in db: Database
    ) throws -> QuestionPreviewViews.Preview {
        let names = try StatuteDirectoryStore.names(in: db)
        let reading = form.reading(of: question, names: names)
        let citations = reading.draft?.citations ?? form.citations(names)
        let articles = try CitedArticleStore.articles(of: citations, in: db)
        return QuestionPreviewViews.Preview(
            revision: form.sketch, problems: reading.problems, isBegun: question != nil || !form.isUnwritten,
            warnings: reading.warnings,
            quotations: QuestionRules.missingQuotations(in: form[.explanation], among: articles),
            citations: try doubts(about: citations, in: db),
            similar: try likeness.similar(
                to: form[.stem], except: question?.code, shownIn: QuestionAccess.scope(for: actor), in: db),
            articles: articles,
            links: try CitationLinkStore.links(citations, in: db))
    }

    /// What speaks against citations of statutes of which the office has the text.
    private static func doubts(about citations: [Citation], in db: Database) throws -> [QuestionProblem.Kind] {
        try citations.compactMap { citation in
            let pcode = citation.statute.pcode
            guard let number = citation.article, try StatuteStore.name(of: pcode, in: db) != nil else { return nil }
            let text = try StatuteStore.text(of: pcode, number, in: db)
            return QuestionRules.problem(of: citation, in: text.map { ArticleText($0) })
        }
    }
}
