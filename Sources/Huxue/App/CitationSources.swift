import GRDB

/// Every feature whose works rest on the law.
enum CitationSources {
    static let all: [any CitationSource] = [QuestionCitationStore(), PageCitationStore()]

    /// The same features as people see them on 法規異動 and the home page.
    static let desks: [any AmendmentDesk] = [QuestionAmendmentDeskActions(sealing: AttemptSeal())]
}

/// What rests on an article, for somebody who looks at it.
///
/// The bank is for those who may browse it, and what is drawn in their own open test stays closed: from the article
/// the answer could be guessed.
struct OfficeCitationIndex: CitationIndex {
    let sealing: any SealedQuestions

    func works(
        citing pcode: String, _ number: ArticleNumber?, for visitor: Visitor, in db: Database
    ) throws -> [ArticlePages.CitingWork] {
        guard Policy.permitsSomewhere(.browseQuestions, for: visitor.actor) else { return [] }
        let sealed = try QuestionStore.questions(of: sealing.sealed(for: visitor.employee, in: db), in: db)
        let waiting = Set(try AmendmentStore.open(.question, in: db).map(\.subjectID))
        var shown: Set<Int64> = []
        return try QuestionCitationStore().works(citing: pcode, in: db)
            .filter { work in
                (number.map(work.passage.covers) ?? work.passage.isWhole) && !sealed.contains(ID(rawValue: work.id))
                    && shown.insert(work.id).inserted
            }
            .map { work in
                ArticlePages.CitingWork(
                    title: work.code, kind: StatuteTerms.name(of: .question),
                    address: QuestionPages.address(of: work.code),
                    isWaiting: waiting.contains(work.id), restsOnWhole: work.passage.isWhole)
            }
    }
}
