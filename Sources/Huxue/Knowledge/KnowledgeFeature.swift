import ArgumentParser
import GRDB

/// 知識庫: pages, announcements that must be read, feeds, and what the public sees.
struct KnowledgeFeature: Feature {
    let migrations =
        PageSchema.migrations + AnnouncementSchema.migrations + FeedSchema.migrations + LocalFactSchema.migrations
    let invariants = PageSchema.invariants + AnnouncementSchema.invariants
    let commands: [any ParsableCommand.Type] = [PageCommand.self]
    let navigation = PageTerms.navigation
    let due: (any DueSource)? = AnnouncementHomeActions()
    let notes: (any NoteSource)? = AnnouncementHomeActions()
    let attachmentOwner: (any AttachmentOwner)? = PageAttachmentOwner()
    let citations: [any CitationSource] = [PageCitationStore()]
    let setup: (any SetupSource)? = PageSetupActions()
    let vocabularies: [any AuditVocabulary.Type] = [PageNameStore.self]
    let unitFollowers: [any UnitFollower.Type] = [AnnouncementUnitStore.self, PageUnitActions.self]
    let staffFollowers: [any StaffFollower.Type] = [AnnouncementStaffStore.self, PageStaffActions.self]

    func addRoutes(to site: Site) {
        let (office, router) = (site.office, site.signedIn)
        PageRoutes(office: office).add(to: router)
        PageFormRoutes(office: office).add(to: router)
        PagePreviewRoutes(office: office).add(to: router)
        PageDraftRoutes(office: office).add(to: router)
        PageRevisionRoutes(office: office).add(to: router)
        AnnouncementRoutes(office: office).add(to: router)
        AnnouncementDraftRoutes(office: office).add(to: router)
        FeedRoutes(office: office).add(to: router)
        FeedFileRoutes(office: office).add(to: site.visits)
        LocalFactRoutes(office: office).add(to: router)
        PublicRoutes(office: office).add(to: site.visits)
    }

    func catchUp(_ database: OfficeDatabase) throws {
        let slice = 50
        while try database.writeAndWait({ try PageIndexStore.catchUp(limit: slice, in: $0) }) == slice {}
    }

    func searchSources(among features: FeatureList, clock: OfficeClock) -> [any SearchSource] {
        [PageSearchStore(clock: clock)]
    }

    func desks(among features: FeatureList) -> [any AmendmentDesk] { [PageAmendmentDeskActions()] }

    func findings(in folder: DataFolder, _ db: Database) throws -> [Finding] {
        try PageIndexStore.outOfStep(in: db).prefix(10).map { Finding(check: PageTerms.indexOutOfStep, detail: $0) }
    }
}
