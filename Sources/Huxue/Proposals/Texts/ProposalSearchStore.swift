import GRDB

/// Proposals by their words, for those who may see them.
struct ProposalSearchStore: SearchSource {
    let kind = ProposalTerms.searched

    func isOpen(to visitor: Visitor?) -> Bool { visitor.map { $0.may(.proposeIdeas) } ?? false }

    func matches(_ request: SearchRequest, for visitor: Visitor?, in db: Database) throws -> SearchMatches {
        guard let visitor, isOpen(to: visitor) else { return SearchMatches() }
        return try ProposalIndexStore.index.find(
            request, visible: ProposalStore.found(ProposalStore.visible(to: ProposalActions.reader(visitor))),
            lowered: "found.id IN (SELECT proposal.id FROM proposal WHERE proposal.state = 'withdrawn')", in: db)
    }

    func hit(_ id: Int64, of request: SearchRequest, for visitor: Visitor?, in db: Database) throws -> SearchHit? {
        guard let visitor else { return nil }
        let condition = ProposalStore.visible(to: ProposalActions.reader(visitor))
        guard let line = try ProposalStore.lines([id], where: condition, in: db).first,
            let proposal = try ProposalStore.proposal(line.id, in: db)
        else { return nil }
        let form = try ProposalRevisionStore.current(proposal, in: db).form
        let text = ProposalField.prose.map { form[$0] }.joined(separator: "\n")
        return SearchHit(
            title: .whole(line.title, phrases: request.phrases), address: ProposalViews.address(of: line.id),
            kindWord: ProposalTerms.noun, facts: line.callTitle,
            excerpt: SearchExcerpt(of: text, phrases: request.phrases), isOutOfForce: line.state == .withdrawn)
    }
}
