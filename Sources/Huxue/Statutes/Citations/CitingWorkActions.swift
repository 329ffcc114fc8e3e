import GRDB

extension CitationSource {
    /// Works in use that cite the statute, in the order of their codes; one for each citation.
    func citing(_ pcode: String, in db: Database) throws -> [CitingWork] {
        try works(citing: pcode, in: db).compactMap(CitingWork.init)
    }
}

/// What rests on an article, for somebody who looks at it.
struct CitingWorkActions: Sendable {
    let sources: [any CitationSource]
    let desks: [any AmendmentDesk]
    let clock: OfficeClock

    /// Those that the visitor may read, each once, by feature; of the whole statute alone when `number` is nil.
    func works(
        citing pcode: String, _ number: ArticleNumber?, for visitor: Visitor, in db: Database
    ) throws -> [ArticleViews.Work] {
        let today = ROCDate.day(of: clock.now())
        return try sources.sorted { $0.subject.place > $1.subject.place }.flatMap { source in
            var seen: Set<Int64> = []
            let found = try source.citing(pcode, in: db).filter { work in
                (number.map(work.passage.covers) ?? work.passage.isWhole) && seen.insert(work.id).inserted
            }
            guard !found.isEmpty, let desk = desks.first(where: { $0.subject == source.subject }) else {
                return [ArticleViews.Work]()
            }
            let shown = try desk.readable(Set(found.map(\.id)), for: visitor, in: db)
            let flags = shown.isEmpty ? [] : try AmendmentStore.open(source.subject, in: db)
            let waiting = Set(
                flags.filter { $0.phase(on: today) == .opened && $0.isCitedPartTouched }.map(\.subjectID))
            let coming = Set(flags.filter { $0.phase(on: today) == .coming }.map(\.subjectID))
            return found.compactMap { work in
                shown[work.id].map { name in
                    ArticleViews.Work(
                        title: name.shortName, kind: source.subject.name, address: name.address,
                        isWaiting: waiting.contains(work.id), isComing: coming.contains(work.id),
                        restsOnWhole: work.passage.isWhole)
                }
            }
        }
    }
}
