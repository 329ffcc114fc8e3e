import GRDB

/// What the law has for those who decide and those who bring it in, on their home page.
struct AmendmentNoteActions: NoteSource {
    func notes(on visit: HomeVisit, in db: Database) throws -> [ManagerNotes] {
        let desks = visit.features.desks
        return [
            StatuteTerms.amendmentNotes(
                try AmendmentListActions.notes(desks, for: visit.visitor, today: visit.today, in: db)),
            StatuteTerms.importNotes(
                try Self.notes(of: StatuteSample(of: visit.office), for: visit.visitor, in: db)),
        ]
    }

    /// The demo's amendment, for somebody who may bring it in; nothing for anybody else, and once it is in.
    static func notes(of sample: StatuteSample?, for visitor: Visitor, in db: Database) throws -> [ManagerNote] {
        guard let sample, Policy.permitsEverywhere(.importLaw, for: visitor.actor),
            sample.isWaiting(known: try StatuteStore.digests(of: sample.pcodes, in: db))
        else { return [] }
        return [StatuteTerms.note(of: sample)]
    }
}
