import Foundation

/// What the bank asks of questions of any format, as its reader asks it of the bank's own files.
enum QuestionIntakeRules {
    typealias Finding = (kind: FormatProblem.Kind, field: WrittenQuestion.Field)

    /// What is wrong with the question, field by field, and the question in the form in which questions are compared.
    static func problems(
        of question: WrittenQuestion, code: String?, state: QuestionState?, citations: [Citation]
    ) -> (problems: [Finding], reading: QuestionReading) {
        var problems: [Finding] = []
        if question.stem.isEmpty { problems.append((.missing(.stem), .stem)) }
        if question.stem.unicodeScalars.count(where: { $0 == "*" }) % 2 == 1 {
            problems.append((.rule(.unpairedEmphasis), .stem))
        }
        if question.type != .trueFalse { problems += Self.problems(ofChoices: question.choices) }
        if citations.count > QuestionReader.citationLimit {
            problems.append((.rule(.tooManyCitations(limit: QuestionReader.citationLimit)), .citations))
        }
        // Its lines are fields here: 1 the stem, 2 the explanation, 3 the first choice, and so on.
        let reading = QuestionReading(
            file: "", line: 0, code: code, state: state, type: question.type,
            stem: question.stem.isEmpty ? nil : question.stem, stemLine: 1,
            choices: question.choices.enumerated().map { .init(text: $1, line: 3 + $0) }, key: question.key,
            explanation: question.explanation, explanationLine: 2, citations: citations.map { ($0, 0) })
        for (kind, line) in QuestionWordingRules.problems(of: reading) {
            problems.append((.rule(kind), line == 1 ? .stem : line == 2 ? .explanation : .choice(line - 3)))
        }
        return (problems, reading)
    }

    private static func problems(ofChoices choices: [String]) -> [Finding] {
        var problems: [Finding] = []
        if choices.count < 2 { problems.append((.rule(.tooFewChoices), .choice(0))) }
        if choices.count > QuestionReader.choiceLimit {
            problems.append((.rule(.tooManyChoices(limit: QuestionReader.choiceLimit)), .choice(0)))
        }
        var seen: Set<String> = []
        for (place, choice) in choices.enumerated() {
            if choice.isEmpty {
                problems.append((.missing(.choice(place)), .choice(place)))
            } else if !seen.insert(LawText.folded(choice)).inserted {
                problems.append((.rule(.duplicateChoice(choice)), .choice(place)))
            }
        }
        return problems
    }

    /// The citations that the question names, also among the tags of other systems; tags that are none are left over.
    static func citations(
        of question: WrittenQuestion, names: StatuteNames
    ) -> (citations: [Citation], problems: [FormatProblem.Kind], unknownTags: [String]) {
        var (citations, problems, unknown): ([Citation], [FormatProblem.Kind], [String]) = ([], [], [])
        var seen: Set<Citation> = []
        func add(_ citation: Citation) {
            if seen.insert(citation).inserted {
                citations.append(citation)
            } else {
                problems.append(.rule(.duplicateCitation(citation.description)))
            }
        }
        for text in question.citations {
            do throws(CitationRefusal) {
                add(try Citation(parsing: text, names: names))
            } catch {
                // Several in one line, but for statutes that have the mark in their name.
                let parts = text.split { "、,，".contains($0) }.map { try? Citation(parsing: String($0), names: names) }
                if parts.count > 1, !parts.contains(nil) {
                    for citation in parts.compactMap({ $0 }) { add(citation) }
                } else {
                    problems.append(.rule(.citation(error.sentence)))
                }
            }
        }
        for tag in question.tags {
            if let citation = try? Citation(parsing: tag, names: names) { add(citation) } else { unknown.append(tag) }
        }
        return (citations, problems, unknown)
    }

    /// Citations as people type them, for questions that name none.
    static func citations(
        typed text: String, names: StatuteNames
    ) -> (citations: [Citation], problems: [FormatProblem.Kind]) {
        let lines = text.split { $0.isNewline || ";；".contains($0) }
            .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
        let read = citations(of: WrittenQuestion(place: .file, type: .single, citations: lines), names: names)
        return (read.citations, read.problems)
    }

    /// The articles that a text refers to without any doubt.
    static func citations(in text: String, names: StatuteNames) -> [Citation] {
        var citations: [Citation] = []
        for reference in CitationReader(names: names).references(in: text) {
            guard case .one(let citation) = reference.meaning, !citations.contains(citation) else { continue }
            citations.append(citation)
        }
        return Array(citations.prefix(QuestionReader.citationLimit))
    }
}
