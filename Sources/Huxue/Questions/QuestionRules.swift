/// Decisions about questions.
enum QuestionRules {
    /// What the law's own text says against the questions' citations and quotations.
    static func problems(of files: QuestionBankFiles, against statutes: StatuteExtract) -> [QuestionProblem] {
        files.readings.flatMap { problems(of: $0, against: statutes) }
    }

    private static func problems(of question: QuestionReading, against statutes: StatuteExtract) -> [QuestionProblem] {
        var problems: [QuestionProblem] = []
        for (citation, line) in question.citations {
            guard let kind = problem(of: citation, in: statutes) else { continue }
            problems.append(QuestionProblem(file: question.file, line: line, kind: kind))
        }
        let texts = question.citations.flatMap { statutes.articles($0.citation).map { quotable($0.folded) } }
        for quotation in quotations(in: question.explanation ?? "") {
            let folded = quotable(LawText.folded(quotation))
            if folded.isEmpty || !texts.contains(where: { $0.contains(folded) }) {
                problems.append(
                    QuestionProblem(
                        file: question.file, line: question.explanationLine, kind: .quotationNotFound(quotation)))
            }
        }
        return problems
    }

    private static func problem(of citation: Citation, in statutes: StatuteExtract) -> QuestionProblem.Kind? {
        guard let statute = statutes.statutes[citation.statute.pcode] else {
            return .unknownStatute(citation.statute.name)
        }
        if statute.isRepealed { return .repealedStatute(citation.statute.name) }
        guard let number = citation.article else { return nil }
        return problem(of: citation, in: statute.articles[number])
    }

    /// What speaks against citing an article that reads so; `article`: nil when its statute has no such article.
    static func problem(of citation: Citation, in article: ArticleText?) -> QuestionProblem.Kind? {
        guard let article else { return .missingArticle(citation.description) }
        if article.isDeleted { return .deletedArticle(citation.description) }
        return article.lacks(citation) ? .missingParagraph(citation.description) : nil
    }

    /// - Throws: unless the question may still go out of use.
    static func checkRetirement(of question: Question) throws(QuestionRefusal) {
        guard question.state != .retired else { throw .alreadyRetired(question.code) }
        guard question.state != .inReview else { throw .notInUse(question.code) }
    }

    /// - Throws: unless the question is out of use.
    static func checkRestoration(of question: Question) throws(QuestionRefusal) {
        guard question.state == .retired else { throw .notRetired(question.code) }
    }

    /// The quotations that stand in none of these articles; none where the office has no text of one of them.
    static func missingQuotations(in explanation: String, among articles: [CitedArticle]) -> [String] {
        let texts = articles.compactMap(\.text)
        guard texts.count == articles.count, !texts.isEmpty else { return [] }
        let folded = texts.map { quotable(ArticleText($0).folded) }
        return quotations(in: explanation).filter { quotation in
            let words = quotable(LawText.folded(quotation))
            return words.isEmpty || !folded.contains { $0.contains(words) }
        }
    }

    /// The texts between 「 and the next 」.
    static func quotations(in text: String) -> [String] {
        text.split(separator: "「", omittingEmptySubsequences: false).dropFirst().compactMap { piece in
            piece.firstIndex(of: "」").map { String(piece[..<$0]) }
        }
    }

    /// Quotation marks inside a quotation change from single to double.
    private static func quotable(_ folded: String) -> String {
        folded.replacing("『", with: "「").replacing("』", with: "」")
    }
}
