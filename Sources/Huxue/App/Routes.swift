import Hummingbird

/// Every route of the site: one line a feature.
///
/// - Throws: when a file of the resources is missing.
func buildRouter(office: Office, passwords: PasswordHash.Parameters = .current) throws -> Router<VisitContext> {
    let accounts = try AccountServices(office: office, parameters: passwords)
    let router = Router(context: VisitContext.self, options: .autoGenerateHeadEndpoints)
    router.add(middleware: Answering(office: office))
    router.add(middleware: Gate(office: office))
    router.add(middleware: IssuedPasswordGate())
    StaticRoutes(assets: office.assets).add(to: router)
    accounts.add(to: router)
    let signedIn = router.group("", context: SignedInContext.self)
    accounts.add(to: signedIn)
    let sample = try DemoLaw.sample(of: office)
    HomeRoutes(office: office, sample: sample).add(to: signedIn)
    let pages = TestPageCache()
    AttemptRoutes(office: office, pages: pages).add(to: signedIn)
    ResponseRoutes(office: office, pages: pages).add(to: signedIn)
    QuestionRoutes(office: office, sealing: AttemptSeal()).add(to: signedIn)
    QuestionAmendmentRoutes(office: office).add(to: signedIn)
    ProgrammeRoutes(office: office).add(to: signedIn)
    ExamRoutes(office: office).add(to: signedIn)
    ExamStateRoutes(office: office).add(to: signedIn)
    AccommodationRoutes(office: office).add(to: signedIn)
    ResultRoutes(office: office).add(to: signedIn)
    PageRoutes(office: office).add(to: signedIn)
    PageFormRoutes(office: office).add(to: signedIn)
    PagePreviewRoutes(office: office).add(to: signedIn)
    PageDraftRoutes(office: office).add(to: signedIn)
    PageRevisionRoutes(office: office).add(to: signedIn)
    AttachmentRoutes(office: office).add(to: signedIn)
    AmendmentRoutes(office: office, desks: CitationSources.desks).add(to: signedIn)
    SearchRoutes(office: office, sources: SearchSources.all(clock: office.clock)).add(to: signedIn)
    let index = OfficeCitationIndex(sealing: AttemptSeal(), clock: office.clock)
    StatuteRoutes(office: office, index: index).add(to: signedIn)
    ArticleRoutes(office: office, index: index).add(to: signedIn)
    StatuteImportRoutes(
        office: office, sources: CitationSources.all, desks: CitationSources.desks, sample: sample
    ).add(to: signedIn)
    AnnouncementRoutes(office: office).add(to: signedIn)
    AnnouncementDraftRoutes(office: office).add(to: signedIn)
    FeedRoutes(office: office).add(to: signedIn)
    FeedFileRoutes(office: office).add(to: router)
    PublicRoutes(office: office).add(to: router)
    return router
}
