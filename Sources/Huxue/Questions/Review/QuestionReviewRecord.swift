/// A question in review as its reviewer's command prints it; key and explanation are null until the answer is on record.
struct QuestionReviewRecord: Encodable {
    enum Stage: String, Encodable {
        case waiting, answered, approved, returned
    }

    struct Choice: Encodable {
        let label: String
        let text: String
    }

    struct Article: Encodable {
        let citation: String
        /// As it reads now; null when the office has no such text.
        @OrNull var text: String?
    }

    let id: String
    let revision: Int
    let topic: String
    let type: QuestionType
    let stem: String
    let choices: [Choice]
    let articles: [Article]
    var stage: Stage
    /// Labels of what the reviewer chose; empty when the question is not clear.
    @OrNull private(set) var answer: [String]?
    /// Labels of the right choices.
    @OrNull private(set) var key: [String]?
    @OrNull private(set) var explanation: String?

    init(_ sheet: QuestionReviewActions.Sheet) {
        let revision = sheet.revision
        (id, topic) = (sheet.question.code, sheet.question.topic)
        (self.revision, type, stem) = (revision.number, revision.type, revision.stem)
        choices = revision.choices.enumerated().map { Choice(label: Self.label($0), text: $1) }
        articles = sheet.articles.map { Article(citation: $0.citation.description, text: $0.text) }
        (stage, answer, key, explanation) = (.waiting, nil, nil, nil)
        if sheet.isAnswered {
            reveal(revision, answer: sheet.review.answer.map(BlindAnswer.choices) ?? .notClear, stage: .answered)
        }
    }

    /// Adds what may be shown once the answer is on record.
    mutating func reveal(_ revision: QuestionRevision, answer: BlindAnswer, stage: Stage) {
        self.stage = stage
        switch answer {
        case .notClear: self.answer = []
        case .choices(let chosen): self.answer = chosen.places.map(Self.label)
        }
        (key, explanation) = (revision.key.places.map(Self.label), revision.explanation)
    }

    /// The first choice is A.
    private static func label(_ place: Int) -> String {
        UnicodeScalar(UInt32(place) + 65).map { String($0) } ?? "\(place + 1)"
    }

    /// For people, a line for each part.
    var lines: [String] {
        let head = QuestionReviewTerms.head(id, topic, type, revision)
        let shown = [head, stem] + choices.map { "\($0.label). \($0.text)" }
        let law = articles.flatMap { [$0.citation] + ($0.text.map { [$0] } ?? []) }
        guard let key, let explanation else { return shown + law }
        return shown + law + QuestionReviewTerms.solution(key, explanation)
    }
}
