import GRDB

/// Case studies by their words, for those who may see them.
struct CaseSearchStore: SearchSource {
    let kind = CaseTerms.searched

    func isOpen(to visitor: Visitor?) -> Bool { visitor.map { $0.may(.writeCases) } ?? false }

    func matches(_ request: SearchRequest, for visitor: Visitor?, in db: Database) throws -> SearchMatches {
        guard let visitor, isOpen(to: visitor) else { return SearchMatches() }
        return try CaseIndexStore.index.find(
            request, visible: CaseStore.found(CaseStore.visible(to: CaseActions.reader(visitor))),
            lowered: "found.id IN (SELECT caseStudy.id FROM caseStudy WHERE caseStudy.state = 'retired')", in: db)
    }

    func hit(_ id: Int64, of request: SearchRequest, for visitor: Visitor?, in db: Database) throws -> SearchHit? {
        guard let visitor else { return nil }
        let condition = CaseStore.visible(to: CaseActions.reader(visitor))
        guard let line = try CaseStore.lines([id], where: condition, in: db).first,
            let study = try CaseStore.study(line.id, in: db)
        else { return nil }
        let form = try CaseRevisionStore.current(study, in: db).form
        let text = CaseField.prose.map { form[$0] }.joined(separator: "\n")
        return SearchHit(
            title: .whole(line.title, phrases: request.phrases), address: CaseViews.address(of: line.id),
            kindWord: CaseTerms.noun, facts: line.kind.map(CaseTerms.name) ?? "",
            excerpt: SearchExcerpt(of: text, phrases: request.phrases), isOutOfForce: line.state == .retired)
    }
}
