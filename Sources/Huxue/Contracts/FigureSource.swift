import GRDB

/// A feature that knows figures about a person's year.
protocol FigureSource: Sendable {
    func figures(on visit: HomeVisit, in db: Database) throws -> [YearFigure]
}
