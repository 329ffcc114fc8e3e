/// A person on the home page.
struct HomeVisit: Sendable {
    let visitor: Visitor
    let office: Office
    let features: FeatureList
    let now: Moment

    var today: Day { ROCDate.day(of: now) }
}
