import GRDB

/// Proposals among the works that rest on the law, each for those who may see it.
struct ProposalAmendmentDeskActions: AmendmentDesk {
    let subject = CitedSubject.proposal
    let reading = Action.manageProposals
    let deciding = Action.manageProposals

    /// Those that the visitor manages; authors find the flags on their own page.
    func works(_ ids: Set<Int64>, for visitor: Visitor, in db: Database) throws -> [Int64: FlaggedWork] {
        try works(ids, where: ProposalStore.managed(by: ProposalActions.reader(visitor)), in: db)
    }

    func readable(_ ids: Set<Int64>, for visitor: Visitor, in db: Database) throws -> [Int64: FlaggedWork] {
        try works(ids, where: ProposalStore.visible(to: ProposalActions.reader(visitor)), in: db)
    }

    private func works(
        _ ids: Set<Int64>, where condition: SQL, in db: Database
    ) throws -> [Int64: FlaggedWork] {
        let lines = try ProposalStore.lines(ids, where: condition, in: db)
        return Dictionary(uniqueKeysWithValues: lines.map { ($0.id.rawValue, Self.work($0)) })
    }

    private static func work(_ line: ProposalLine) -> FlaggedWork {
        FlaggedWork(
            code: "\(line.id)", title: line.title, shortName: line.title, address: ProposalViews.address(of: line.id),
            isInUse: line.state != .withdrawn)
    }
}
