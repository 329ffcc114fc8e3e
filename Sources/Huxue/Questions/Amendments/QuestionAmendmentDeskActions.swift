import GRDB

/// The bank among the features whose works rest on the law; what is drawn in the visitor's own open test stays closed.
struct QuestionAmendmentDeskActions: AmendmentDesk {
    let subject = CitedSubject.question
    let reading = Action.browseQuestions
    let deciding = Action.editQuestions
    let seal: QuestionSealActions

    func works(_ ids: Set<Int64>, for visitor: Visitor, in db: Database) throws -> [Int64: FlaggedWork] {
        let sealed = try seal.questions(for: visitor.employee, in: db)
        let open = ids.map { ID<Question>(rawValue: $0) }.filter { !sealed.contains($0) }
        let kept = try QuestionUnitStore.questions(
            open, within: Policy.scope(of: deciding, for: visitor.actor), in: db)
        return Dictionary(
            try QuestionStore.lines(of: open, shownIn: QuestionAccess.scope(for: visitor.actor), in: db).map { line in
                (
                    line.id.rawValue,
                    FlaggedWork(
                        code: line.code, title: line.stem.count > 60 ? line.stem.prefix(60) + "…" : line.stem,
                        shortName: line.code, address: QuestionViews.address(of: line.code),
                        isInUse: line.state == .active, mayDecide: kept.contains(line.id),
                        places: QuestionAmendmentViews.places(of: line.code))
                )
            }
        ) { first, _ in first }
    }

    func readable(_ ids: Set<Int64>, for visitor: Visitor, in db: Database) throws -> [Int64: FlaggedWork] {
        visitor.may(reading) ? try works(ids, for: visitor, in: db) : [:]
    }
}
