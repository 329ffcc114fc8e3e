import GRDB

/// What waits for those who write and review questions, on their home page.
struct QuestionNoteActions: NoteSource {
    func notes(on visit: HomeVisit, in db: Database) throws -> [ManagerNotes] {
        let visitor = visit.visitor
        guard visitor.may(.reviewQuestions) else { return [] }
        var notes: [ManagerNote] = []
        let waiting = try ReviewerActions.waitingCount(
            for: visitor, seal: QuestionSealActions(sources: visit.features.seals), now: visit.now, in: db)
        if waiting > 0 { notes.append(QuestionReviewTerms.waiting(waiting)) }
        if visitor.may(.editQuestions) {
            let written = Policy.scope(of: .editQuestions, for: visitor.actor)
            let returned = try QuestionReviewStore.returnedCount(to: visitor.employee, scope: written, in: db)
            if returned > 0 { notes.append(QuestionReviewTerms.returned(returned)) }
            let drafts = try DraftActions.count(QuestionField.self, of: visitor, in: db)
            if drafts > 0 { notes.append(QuestionDraftViews.note(drafts)) }
            let since = visit.today.adding(years: -QuestionReviewRules.yearsOfUse)
            let old = try QuestionReviewStore.unrefreshedCount(since: since, scope: written, in: db)
            if old > 0 { notes.append(QuestionReviewTerms.unrefreshed(old)) }
        }
        return notes.isEmpty ? [] : [QuestionReviewTerms.notes(notes)]
    }
}
