import ArgumentParser
import GRDB

/// 案例: what went wrong, nearly did, is doubtful or was done well, written down, discussed and taught to everybody.
struct CaseFeature: Feature {
    let migrations = CaseSchema.migrations
    let invariants = CaseSchema.invariants
    let commands: [any ParsableCommand.Type] = [CaseCommand.self, PrivacyCommand.self]
    let navigation = CaseTerms.navigation
    let uploads = [UploadPlace(path: "/cases/attachments", action: .writeCases, size: .memory)]
    let due: (any DueSource)? = CaseHomeActions()
    let notes: (any NoteSource)? = CaseHomeActions()
    let citations: [any CitationSource] = [CaseCitationStore()]
    let attachmentOwner: (any AttachmentOwner)? = CaseAttachmentOwner()
    let vocabularies: [any AuditVocabulary.Type] = [CaseNameStore.self]
    let unitFollowers: [any UnitFollower.Type] = [CaseUnitStore.self]

    func addRoutes(to site: Site) {
        CaseRoutes(office: site.office).add(to: site.signedIn)
        CaseFormRoutes(office: site.office).add(to: site.signedIn)
        CaseStateRoutes(office: site.office).add(to: site.signedIn)
        CasePrivacyRoutes(office: site.office).add(to: site.signedIn)
        CaseDiscussionRoutes(office: site.office).add(to: site.signedIn)
        CaseReadingRoutes(office: site.office).add(to: site.signedIn)
    }

    func searchSources(among features: FeatureList, clock: OfficeClock) -> [any SearchSource] {
        [CaseSearchStore()]
    }

    func desks(among features: FeatureList) -> [any AmendmentDesk] { [CaseAmendmentDeskActions()] }
}
