import GRDB

/// A feature that has things waiting for a person, with deadlines.
protocol DueSource: Sendable {
    func due(on visit: HomeVisit, in db: Database) throws -> DueList
}

/// What waits for a person, and what will open later.
struct DueList: Sendable {
    /// The entry of the menu that counts the items; nil when only the home page does.
    var entry: Address?
    /// In any order.
    var items: [DueItem] = []
    /// What opens later, the first first.
    var coming: [ComingItem] = []
}
