import GRDB

/// Pages of reviewers, each for one session: they go back and forth between a few while hardly anything changes.
final class ReviewPageCache: Sendable {
    private struct Key: Hashable {
        let proposal: ID<Proposal>
        let reviewer: ID<Employee>
        /// Stands in the form.
        let formToken: String
        /// Of the reviewer's own sheet; nil before it is begun.
        let sequence: Int?
    }

    private struct Kept: Sendable {
        let parts: ReviewViews.Parts
        /// At this instant the page becomes another; nil when it is closed already.
        let closes: Moment?
    }

    private let pages = GenerationCache<Key, Kept>(of: [.access, .law, .reviews, .works], limit: 300)

    /// - Throws: as `ReviewActions.contents`.
    func parts(
        _ id: ID<Proposal>, for visitor: Visitor, chrome: Chrome, now: Moment, in db: Database
    ) throws -> ReviewViews.Parts {
        func made() throws -> Kept {
            let contents = try ReviewActions.contents(id, for: visitor, now: now, in: db)
            return Kept(
                parts: ReviewViews.parts(contents, chrome: chrome),
                closes: contents.isOpen ? contents.queue.call.plan.reviewsClose : nil)
        }
        let sequence = try ScoreSheetStore.sequence(
            on: ReviewBoardActions.subject(id), by: visitor.employee, in: db)
        let key = Key(
            proposal: id, reviewer: visitor.employee, formToken: visitor.formToken, sequence: sequence)
        let kept = try pages.value(for: key, in: db) { try made() }
        guard let kept, kept.closes.map({ now < $0 }) ?? true else { return try made().parts }
        return kept.parts
    }
}

extension Generation {
    /// Moves whenever somebody is assigned, hands in, or must not know of a proposal any more; not with drafts.
    static let reviews = Generation("reviews")
}
