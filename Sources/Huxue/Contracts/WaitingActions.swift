import GRDB

/// Asks every feature what waits for a person.
struct WaitingActions: WaitingSource {
    private let features: FeatureList
    private let notes: [any NoteSource]

    init(_ features: FeatureList) {
        self.features = features
        notes = features.notes
    }

    func waiting(on visit: HomeVisit, in db: Database) throws -> Waiting {
        Waiting(
            dues: try features.dues.map { try $0.due(on: visit, in: db) },
            notes: try notes.flatMap { try $0.notes(on: visit, in: db) })
    }

    func counts(
        for visitor: Visitor, of office: Office, now: Moment, in db: Database
    ) throws -> [Address: Int] {
        let visit = HomeVisit(visitor: visitor, office: office, features: features, now: now)
        return try waiting(on: visit, in: db).counts
    }
}
