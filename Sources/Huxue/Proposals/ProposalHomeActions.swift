import GRDB

/// What authors and reviewers have to do, on the home page.
struct ProposalHomeActions: DueSource {
    /// From so many days before the end of a call a draft that is not submitted is due.
    static let daysBefore = 7
    /// Within so many days what was returned is due, where the call is over; a reminder, not a limit.
    static let daysToMend = 7

    func due(on visit: HomeVisit, in db: Database) throws -> DueList {
        let (visitor, now) = (visit.visitor, visit.now)
        guard visitor.may(.proposeIdeas) else { return DueList() }
        var items: [DueItem] = []
        for line in try ProposalStore.lines(where: ProposalStore.own(visitor.employee), in: db) {
            guard let call = try ProposalCallStore.call(line.callID, in: db),
                ProposalRules.isEditable(line.state, in: call.state(at: now))
            else { continue }
            let isAsked = try ProposalAuthorStore.authors(of: line.id, in: db)
                .contains { $0.employee == visitor.employee && $0.consent == .asked }
            let checked = try ProposalStateStore.lastCheck(of: line.id, in: db)
            let mend = checked?.adding(minutes: Self.daysToMend * 24 * 60) ?? call.plan.closes
            let due = line.state == .returned ? max(mend, call.plan.closes) : call.plan.closes
            if isAsked {
                if due > now || line.state == .returned { items.append(ProposalTerms.asked(line, due: due)) }
            } else if line.state == .returned {
                items.append(ProposalTerms.returned(line, due: due))
            } else if Self.isDue(call, at: now) {
                items.append(ProposalTerms.unsubmitted(line))
            }
        }
        for draft in try ProposalDraftActions.drafts(of: visitor, in: db) {
            guard let call = draft.call, Self.isDue(call, at: now) else { continue }
            items.append(ProposalTerms.unsubmitted(draft.draft, for: call))
        }
        items += try reviews(for: visitor, at: now, in: db)
        items += try ProposalTaskActions.owed(by: visitor, now: now, in: db)
        return DueList(entry: ProposalListViews.section, items: items)
    }

    /// The reviews that the person owes, by call.
    private func reviews(for visitor: Visitor, at now: Moment, in db: Database) throws -> [DueItem] {
        try ReviewActions.queues(for: visitor, in: db).compactMap { queue in
            guard ReviewRules.isOpen(queue.call, at: now), queue.done < queue.items.count else { return nil }
            return ReviewTerms.owed(queue, due: queue.call.plan.reviewsClose ?? now)
        }
    }

    private static func isDue(_ call: ProposalCall, at now: Moment) -> Bool {
        call.state(at: now) == .open && call.plan.closes <= now.adding(minutes: daysBefore * 24 * 60)
    }
}
