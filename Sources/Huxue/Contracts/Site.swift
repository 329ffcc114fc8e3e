import Hummingbird

/// Where a feature puts its routes.
struct Site {
    let office: Office
    let features: FeatureList
    /// For everybody, signed in or not.
    let visits: Router<VisitContext>
    let signedIn: RouterGroup<SignedInContext>
}
