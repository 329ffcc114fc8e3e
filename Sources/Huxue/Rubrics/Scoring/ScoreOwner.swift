import GRDB

/// A feature whose works are scored; it alone decides who may, and whose scores are whose business.
///
/// Its functions are called inside the transaction of what they permit, with the rights of that instant. Each throws a
/// refusal of the feature's own: the sheets know nobody's conflicts of interest, assignments and deadlines.
protocol ScoreOwner: Sendable {
    /// The rubric by which the actor may score `subject` now; a sheet that was begun keeps the version of its beginning.
    ///
    /// Asked before a sheet is shown to its scorer, saved and handed in.
    ///
    /// - Throws: when the actor may not score it, or not now.
    func rubric(forScoring subject: ScoredSubject, by acting: ActionContext, in db: Database) throws -> ID<
        RubricVersion
    >

    /// Checks that the actor may let `scorer` change a sheet that was handed in.
    ///
    /// - Throws: when they may not.
    func requireReopening(
        _ subject: ScoredSubject, of scorer: ID<Employee>, by acting: ActionContext, in db: Database
    ) throws
}
