import ArgumentParser

/// 評分表: rubrics, and the score sheets by them for whatever other features have scored.
struct RubricFeature: Feature {
    let migrations = RubricSchema.migrations
    let invariants = RubricSchema.invariants
    let commands: [any ParsableCommand.Type] = [RubricCommand.self]
    let navigation = RubricTerms.navigation
    let vocabularies: [any AuditVocabulary.Type] = [RubricNameStore.self]
    let unitFollowers: [any UnitFollower.Type] = [RubricUnitStore.self]

    func addRoutes(to site: Site) {
        RubricRoutes(office: site.office).add(to: site.signedIn)
    }
}
