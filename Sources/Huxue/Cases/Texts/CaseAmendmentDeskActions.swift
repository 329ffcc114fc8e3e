import GRDB

/// Case studies among the works that rest on the law, each for those who may see it.
struct CaseAmendmentDeskActions: AmendmentDesk {
    let subject = CitedSubject.caseStudy
    let reading = Action.checkCases
    let deciding = Action.checkCases

    /// Those that the visitor checks; authors find the flags on their own page.
    func works(_ ids: Set<Int64>, for visitor: Visitor, in db: Database) throws -> [Int64: FlaggedWork] {
        try works(ids, where: CaseStore.checked(by: CaseActions.reader(visitor)), in: db)
    }

    func readable(_ ids: Set<Int64>, for visitor: Visitor, in db: Database) throws -> [Int64: FlaggedWork] {
        try works(ids, where: CaseStore.visible(to: CaseActions.reader(visitor)), in: db)
    }

    private func works(
        _ ids: Set<Int64>, where condition: SQL, in db: Database
    ) throws -> [Int64: FlaggedWork] {
        let lines = try CaseStore.lines(ids, where: condition, in: db)
        return Dictionary(uniqueKeysWithValues: lines.map { ($0.id.rawValue, Self.work($0)) })
    }

    private static func work(_ line: CaseLine) -> FlaggedWork {
        FlaggedWork(
            code: "\(line.id)", title: line.title, shortName: line.title, address: CaseViews.address(of: line.id),
            isInUse: line.state != .retired)
    }
}
