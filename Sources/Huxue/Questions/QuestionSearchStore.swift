import GRDB

/// The bank by the words of its questions, for those who may browse it.
///
/// What is drawn in the visitor's own open test is found by what the test shows, and its rank does not depend on
/// anything else: while there is such a test, questions come in the order of the bank.
struct QuestionSearchStore: SearchSource {
    let kind = QuestionTerms.searched
    let seal: QuestionSealActions

    func isOpen(to visitor: Visitor?) -> Bool {
        visitor.map { $0.may(.browseQuestions) } ?? false
    }

    func matches(_ request: SearchRequest, for visitor: Visitor?, in db: Database) throws -> SearchMatches {
        guard let visitor, visitor.may(.browseQuestions), let expression = request.expression else {
            return SearchMatches()
        }
        let sealed = try seal.questions(for: visitor.employee, in: db)
            .union(QuestionReviewStore.blind(to: visitor, in: db))
        let isRetired: SQL = "(SELECT question.state <> 'active' FROM question WHERE question.id = found.id)"
        let scope = QuestionAccess.scope(for: visitor.actor)
        let shown: SQL =
            scope.isEverywhere
            ? "1" : "found.id IN (SELECT question.id FROM question WHERE \(QuestionUnitStore.shown(in: scope)))"
        return sealed.isEmpty
            ? try QuestionIndexStore.index.find(request, visible: shown, lowered: isRetired, in: db)
            : try QuestionIndexStore.index.find(
                request, visible: "\(shown) AND \(visible(expression, sealed: sealed))",
                lowered: "\(isRetired) * 1000000000 + found.id", in: db)
    }

    private func visible(_ expression: String, sealed: Set<ID<Question>>) -> SQL {
        """
        (found.id NOT IN (SELECT value FROM json_each(\(QuestionStore.list(sealed))))
            OR found.id IN (
                SELECT rowid FROM questionText WHERE questionText MATCH \(QuestionIndexStore.shown(expression))))
        """
    }

    /// Never anything of the key: looking at that is recorded.
    func hit(_ id: Int64, of request: SearchRequest, for visitor: Visitor?, in db: Database) throws -> SearchHit? {
        let phrases = request.phrases
        guard let question = try QuestionStore.question(ID<Question>(rawValue: id), in: db),
            let revision = try QuestionStore.revisions(ids: [question.currentRevisionID], in: db).values.first
        else { return nil }
        let choices = SearchExcerpt(of: revision.choices.joined(separator: QuestionTerms.separator), phrases: phrases)
        return SearchHit(
            title: SearchExcerpt(of: revision.stem.replacing("*", with: ""), phrases: phrases),
            address: QuestionViews.address(of: question.code), kindWord: QuestionTerms.noun,
            facts: QuestionTerms.facts(question, revision),
            excerpt: revision.type != .trueFalse && choices.hasMatch ? choices : nil,
            isOutOfForce: question.state == .retired)
    }
}
