import GRDB

/// Every feature whose works rest on the law.
enum CitationSources {
    static let all: [any CitationSource] = [QuestionCitationStore(), PageCitationStore()]

    /// The same features as people see them on 法規異動 and the home page.
    static let desks: [any AmendmentDesk] = [
        QuestionAmendmentDeskActions(sealing: AttemptSeal()), PageAmendmentDeskActions(),
    ]
}

/// What rests on an article, for somebody who looks at it.
///
/// Pages are for all who may read them. The bank is for those who may browse it, and what is drawn in their own open
/// test stays closed: from the article the answer could be guessed.
struct OfficeCitationIndex: CitationIndex {
    let sealing: any SealedQuestions
    let clock: OfficeClock

    func works(
        citing pcode: String, _ number: ArticleNumber?, for visitor: Visitor, in db: Database
    ) throws -> [ArticlePages.CitingWork] {
        var found =
            try Policy.permitsSomewhere(.readPages, for: visitor.actor)
            ? works(of: PageCitationStore(), citing: pcode, number, in: db).filter { found in
                try PageActions.isSeen(ID(rawValue: found.work.id), by: visitor.actor, in: db)
            } : []
        if Policy.permitsSomewhere(.browseQuestions, for: visitor.actor) {
            let sealed = try QuestionStore.questions(of: sealing.sealed(for: visitor.employee, in: db), in: db)
            found += try works(of: QuestionCitationStore(), citing: pcode, number, in: db)
                .filter { !sealed.contains(ID(rawValue: $0.work.id)) }
        }
        return found.map(\.line)
    }

    /// Each work once.
    private func works(
        of source: any CitationSource, citing pcode: String, _ number: ArticleNumber?, in db: Database
    ) throws -> [(work: CitedWork, line: ArticlePages.CitingWork)] {
        let today = ROCDate.day(of: clock.now())
        let flags = try AmendmentStore.open(source.subject, in: db)
        let waiting = Set(
            flags.filter { $0.phase(on: today) == .opened && $0.isCitedPartTouched }.map(\.subjectID))
        let coming = Set(flags.filter { $0.phase(on: today) == .coming }.map(\.subjectID))
        var shown: Set<Int64> = []
        return try source.works(citing: pcode, in: db)
            .filter { work in
                (number.map(work.passage.covers) ?? work.passage.isWhole) && shown.insert(work.id).inserted
            }
            .map { work in
                let isPage = work.subject == .page
                return (
                    work,
                    ArticlePages.CitingWork(
                        title: isPage ? work.title : work.code, kind: StatuteTerms.name(of: work.subject),
                        address: isPage ? PageAddress.page(work.code) : QuestionPages.address(of: work.code),
                        isWaiting: waiting.contains(work.id), isComing: coming.contains(work.id),
                        restsOnWhole: work.passage.isWhole)
                )
            }
    }
}
