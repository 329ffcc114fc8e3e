import ArgumentParser

/// 題庫: questions, their revisions, and what becomes of them when their law is amended.
struct QuestionFeature: Feature {
    let migrations = QuestionSchema.migrations + QuestionUploadSchema.migrations
    let invariants = QuestionSchema.invariants
    let commands: [any ParsableCommand.Type] = [QuestionCommand.self]
    let navigation = QuestionTerms.navigation
    let uploads = [UploadPlace(path: QuestionImportViews.path, action: .editQuestions, size: .memory)]
    let citations: [any CitationSource] = [QuestionCitationStore()]
    let notes: (any NoteSource)? = QuestionNoteActions()
    let setup: (any SetupSource)? = QuestionSetupActions()
    let unitFollowers: [any UnitFollower.Type] = [QuestionUnitStore.self]
    let vocabularies: [any AuditVocabulary.Type] = [QuestionNameStore.self]

    func addRoutes(to site: Site) {
        QuestionRoutes(office: site.office, seal: seal(site.features)).add(to: site.signedIn)
        QuestionAmendmentRoutes(office: site.office).add(to: site.signedIn)
        QuestionFormRoutes(office: site.office, seal: seal(site.features), likeness: LikenessCache())
            .add(to: site.signedIn)
        QuestionImportRoutes(office: site.office, seal: seal(site.features)).add(to: site.signedIn)
        QuestionExportRoutes(office: site.office, seal: seal(site.features)).add(to: site.signedIn)
        BankCheckRoutes(office: site.office, seal: seal(site.features), cache: BankCheckCache()).add(to: site.signedIn)
        TopicRoutes(office: site.office, followers: site.features.topicFollowers).add(to: site.signedIn)
        QuestionDraftRoutes(office: site.office).add(to: site.signedIn)
        QuestionReviewRoutes(office: site.office, seal: seal(site.features)).add(to: site.signedIn)
    }

    func catchUp(_ database: OfficeDatabase) throws {
        let slice = 200
        while try database.writeAndWait({ try QuestionIndexStore.catchUp(limit: slice, in: $0) }) == slice {}
    }

    func searchSources(among features: FeatureList, clock: OfficeClock) -> [any SearchSource] {
        [QuestionSearchStore(seal: seal(features))]
    }

    func desks(among features: FeatureList) -> [any AmendmentDesk] {
        [QuestionAmendmentDeskActions(seal: seal(features))]
    }

    private func seal(_ features: FeatureList) -> QuestionSealActions { QuestionSealActions(sources: features.seals) }
}
