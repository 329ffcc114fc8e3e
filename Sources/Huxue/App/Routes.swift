import Hummingbird

/// Every route of the site.
///
/// - Throws: when a file of the resources is missing.
func buildRouter(
    office: Office, features: FeatureList = Features.all, passwords: PasswordHash.Parameters = .current
) throws -> Router<VisitContext> {
    let accounts = try AccountServices(office: office, parameters: passwords)
    let router = Router(context: VisitContext.self, options: .autoGenerateHeadEndpoints)
    router.add(middleware: Answering(office: office))
    router.add(middleware: Gate(office: office))
    router.add(middleware: IssuedPasswordGate())
    StaticRoutes(assets: office.assets).add(to: router)
    accounts.add(to: router)
    let signedIn = router.group("", context: SignedInContext.self)
    accounts.add(to: signedIn)
    HomeRoutes(office: office, features: features).add(to: signedIn)
    let site = Site(office: office, features: features, visits: router, signedIn: signedIn)
    for feature in features.all { try feature.addRoutes(to: site) }
    return router
}
