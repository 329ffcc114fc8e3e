import ArgumentParser
import GRDB

/// 創意提案: calls for ideas, the proposals that come in, and their review.
struct ProposalFeature: Feature {
    let migrations = ProposalSchema.migrations
    let invariants = ProposalSchema.invariants
    let commands: [any ParsableCommand.Type] = [ProposalCommand.self]
    let navigation = ProposalTerms.navigation
    let uploads = [UploadPlace(path: "/proposals/attachments", action: .proposeIdeas, size: .memory)]
    let due: (any DueSource)? = ProposalHomeActions()
    var notes: (any NoteSource)? { ProposalNoteActions() }
    let citations: [any CitationSource] = [ProposalCitationStore()]
    let attachmentOwner: (any AttachmentOwner)? = ProposalAttachmentOwner()
    let vocabularies: [any AuditVocabulary.Type] = [ProposalNameStore.self]
    let unitFollowers: [any UnitFollower.Type] = [ProposalUnitStore.self]

    func addRoutes(to site: Site) {
        ProposalCallRoutes(office: site.office).add(to: site.signedIn)
        ProposalRoutes(office: site.office).add(to: site.signedIn)
        ProposalFormRoutes(office: site.office).add(to: site.signedIn)
        ProposalStateRoutes(office: site.office).add(to: site.signedIn)
        ReviewRoutes(office: site.office).add(to: site.signedIn)
        ReviewBoardRoutes(office: site.office).add(to: site.signedIn)
        ProposalMeetingRoutes(office: site.office).add(to: site.signedIn)
        ProposalTaskRoutes(office: site.office).add(to: site.signedIn)
        ProposalMeritRoutes(office: site.office).add(to: site.signedIn)
        ProposalResultRoutes(office: site.office).add(to: site.signedIn)
    }

    func searchSources(among features: FeatureList, clock: OfficeClock) -> [any SearchSource] {
        [ProposalSearchStore()]
    }

    func desks(among features: FeatureList) -> [any AmendmentDesk] { [ProposalAmendmentDeskActions()] }
}
