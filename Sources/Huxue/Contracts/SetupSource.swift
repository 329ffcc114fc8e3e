import GRDB

/// A feature that a new office has to fill before people can use it.
protocol SetupSource: Sendable {
    /// The step and whether it is done; for the administrator of the whole office.
    func step(on visit: HomeVisit, in db: Database) throws -> SetupStep
}
