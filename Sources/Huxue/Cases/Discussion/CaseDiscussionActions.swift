import GRDB

/// What participants say while a case study is discussed: everybody who may read it takes part.
enum CaseDiscussionActions {
    /// - Throws: `CaseRefusal`: `missing` also for a comment of another case study.
    static func comment(
        _ text: String, on id: ID<CaseStudy>, answering parent: ID<CaseComment>?, by acting: ActionContext,
        in db: Database
    ) throws {
        let shown = try discussed(id, by: acting.visitor, in: db)
        try CaseDiscussionRules.require(text, limit: CaseDiscussionRules.commentLimit)
        try CasePrivacyRules.requireNoNumber(in: text)
        let comments = try CaseDiscussionStore.comments(on: id, in: db)
        guard comments.count < CaseDiscussionRules.mostComments else { throw CaseRefusal.tooManyComments }
        if let parent {
            guard comments.contains(where: { $0.id == parent }) else { throw CaseRefusal.missing }
        }
        try CaseDiscussionStore.comment(
            text, on: id, answering: parent, by: shown.visitor, now: acting.now, in: db)
        try AuditStore.append(.caseComment, on: "case/\(id)", by: acting, in: db)
    }

    /// Its author takes a comment back, or somebody who checks the case: it may say what points to a person.
    static func remove(
        _ comment: ID<CaseComment>, on id: ID<CaseStudy>, by acting: ActionContext, in db: Database
    ) throws {
        let shown = try CaseActions.shown(id, to: acting.visitor, in: db)
        let comments = try CaseDiscussionStore.comments(on: id, in: db)
        guard let found = comments.first(where: { $0.id == comment }) else { throw CaseRefusal.missing }
        if shown.role != .checker {
            guard found.author == shown.visitor else { throw CaseRefusal.notYourComment }
            try CaseRules.require(shown.study.state == .discussion)
            guard CaseDiscussionRules.mayRemove(found, among: comments) else { throw CaseRefusal.otherState }
        }
        guard !found.isRemoved else { return }
        try CaseDiscussionStore.remove(comment, now: acting.now, in: db)
        try AuditStore.append(.caseCommentRemoval, on: "case/\(id)", by: acting, in: db)
    }

    /// An author or a checker proposes how it should end; what was said to an earlier proposal stays with that one.
    static func propose(_ text: String, for id: ID<CaseStudy>, by acting: ActionContext, in db: Database) throws {
        let shown = try discussed(id, by: acting.visitor, in: db)
        guard shown.role != .colleague else { throw CaseRefusal.notAnAuthor }
        try CaseDiscussionRules.require(text, limit: CaseForm.proseLimit)
        try CasePrivacyRules.requireNoNumber(in: text)
        try CaseDiscussionStore.propose(text, for: id, by: shown.visitor, now: acting.now, in: db)
        try AuditStore.append(.caseProposal, on: "case/\(id)", by: acting, in: db)
    }

    /// `conclusion`: as the page has shown it.
    /// - Throws: `CaseRefusal`: `changedMeanwhile` when another conclusion was proposed since; `noWords` for opposing
    ///   without a reason.
    static func vote(
        _ agrees: Bool, reason: String, on conclusion: ID<CaseConclusion>?, of id: ID<CaseStudy>,
        by acting: ActionContext, in db: Database
    ) throws {
        let shown = try discussed(id, by: acting.visitor, in: db)
        guard let proposed = try CaseDiscussionStore.proposed(for: id, in: db), proposed.id == conclusion else {
            throw CaseRefusal.changedMeanwhile
        }
        if !agrees { try CaseDiscussionRules.require(reason, limit: CaseDiscussionRules.reasonLimit) }
        try CasePrivacyRules.requireNoNumber(in: reason)
        try CaseDiscussionStore.vote(
            agrees, String(reason.prefix(CaseDiscussionRules.reasonLimit)), on: proposed.id, by: shown.visitor,
            now: acting.now, in: db)
        try AuditStore.append(.caseVote, on: "case/\(id)", by: acting, in: db)
    }

    private static func discussed(
        _ id: ID<CaseStudy>, by visitor: Visitor, in db: Database
    ) throws -> CaseActions.Shown {
        let shown = try CaseActions.shown(id, to: visitor, in: db)
        try CaseRules.require(shown.study.state == .discussion)
        return shown
    }
}
