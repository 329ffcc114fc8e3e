import ArgumentParser
import GRDB

/// 法規: the law that the office keeps, its amendments, and what rests on it.
struct StatuteFeature: Feature {
    let migrations = StatuteSchema.migrations + StatuteIndexSchema.migrations
    let invariants = StatuteSchema.invariants
    let commands: [any ParsableCommand.Type] = [StatuteCommand.self]
    let navigation = StatuteTerms.navigation
    let uploads = [UploadPlace(path: "/statutes/import", action: .importLaw, size: .disk)]
    let notes: (any NoteSource)? = AmendmentNoteActions()
    let setup: (any SetupSource)? = StatuteSetupActions()
    let vocabularies: [any AuditVocabulary.Type] = [StatuteNameStore.self]

    func addRoutes(to site: Site) throws {
        let (office, features, router) = (site.office, site.features, site.signedIn)
        let citing = CitingWorkActions(sources: features.citations, desks: features.desks, clock: office.clock)
        AmendmentRoutes(office: office, desks: features.desks).add(to: router)
        StatuteRoutes(office: office, index: citing).add(to: router)
        CitationChoiceRoutes(office: office).add(to: router)
        ArticleRoutes(office: office, index: citing).add(to: router)
        StatuteImportRoutes(
            office: office, sources: features.citations, desks: features.desks, sample: try StatuteSample(of: office)
        ).add(to: router)
    }

    func catchUp(_ database: OfficeDatabase) throws {
        let slice = 200
        while try database.writeAndWait({ try StatuteIndexStore.catchUp(limit: slice, in: $0) }) == slice {}
        while try database.writeAndWait({ try ArticleIndexStore.catchUp(limit: slice, in: $0) }) == slice {}
    }

    func prepareToServe(_ database: OfficeDatabase, now: Moment) throws {
        try database.writeAndWait { try StatuteUploadStore.interruptAll(now: now, in: $0) }
    }

    func searchSources(among features: FeatureList, clock: OfficeClock) -> [any SearchSource] {
        [ArticleSearchStore(), StatuteSearchStore()]
    }
}
