import Foundation

/// Makes the texts of a written question such as the bank's files may have them.
enum QuestionCleaning {
    /// The question with clean texts, and what could not be made clean, by field.
    static func cleaned(
        _ question: WrittenQuestion
    ) -> (question: WrittenQuestion, wrong: [(kind: FormatProblem.Kind, field: WrittenQuestion.Field)]) {
        var question = question
        var wrong: [(kind: FormatProblem.Kind, field: WrittenQuestion.Field)] = []
        func text(_ text: String, _ field: WrittenQuestion.Field, limit: Int, isLine: Bool = false) -> String {
            switch clean(text, limit: limit) {
            case .failure(let fault):
                wrong.append((fault.kind, field))
                return ""
            case .success(let clean):
                if clean.unicodeScalars.count > limit { wrong.append((.tooLong(field, limit: limit), field)) }
                if isLine, clean.unicodeScalars.contains("\n") { wrong.append((.severalLines(field), field)) }
                return clean
            }
        }
        func optional(_ found: String?, _ field: WrittenQuestion.Field, limit: Int, isLine: Bool = false) -> String? {
            let clean = found.map { text($0, field, limit: limit, isLine: isLine) } ?? ""
            return clean.isEmpty ? nil : clean
        }
        question.code = optional(question.code, .code, limit: 200, isLine: true)
        question.topic = optional(question.topic, .topic, limit: QuestionReader.topicLimit, isLine: true)
        question.unit = optional(question.unit, .unit, limit: QuestionReader.unitLimit, isLine: true)
        question.stem = text(question.stem, .stem, limit: QuestionReader.stemLimit)
        question.explanation = optional(
            question.explanation, .explanation, limit: QuestionReader.explanationLimit)
        // Of a list without end as many as tell that there are too many.
        question.choices = question.choices.prefix(QuestionReader.choiceLimit + 1).enumerated().map { place, choice in
            text(choice, .choice(place), limit: QuestionReader.choiceTextLimit)
        }
        var citations: [String] = []
        for citation in question.citations where citations.count <= QuestionReader.citationLimit {
            let clean = text(citation, .citations, limit: 200)
            if !clean.isEmpty { citations.append(clean) }
        }
        question.citations = citations
        question.tags = question.tags.compactMap { try? clean($0, limit: 200).get() }.filter { !$0.isEmpty }
        return (question, wrong)
    }

    private struct Fault: Error {
        let kind: FormatProblem.Kind
    }

    /// The text without white space around it and without what nobody sees; signs of direction are refused.
    ///
    /// Of a text beyond the limit it is only so much that this can be told: questions may share one that is very long.
    private static func clean(_ text: String, limit: Int) -> Result<String, Fault> {
        var clean = String.UnicodeScalarView()
        var count = 0
        var previous: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            defer { previous = scalar }
            let kept: Unicode.Scalar
            switch scalar {
            case "\n" where previous == "\r": continue
            case "\r", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}": kept = "\n"
            case _ where InvisibleText.turns(scalar):
                return .failure(Fault(kind: .forbidden(InvisibleText.code(of: scalar))))
            case _ where InvisibleText.contains(scalar): continue
            case _ where YAMLFile.isForbidden(scalar):
                return .failure(Fault(kind: .forbidden(InvisibleText.code(of: scalar))))
            default: kept = scalar
            }
            if count == 0 || count > limit, kept.properties.isWhitespace { continue }
            clean.append(kept)
            count += 1
            if count > limit + 1 { break }
        }
        // After cleaning, as what stood apart may now be one character.
        let whole = String(clean)
        guard StreamSafeText.holds(whole) else { return .failure(Fault(kind: .stackedMarks)) }
        return .success(whole.trimmingCharacters(in: .whitespacesAndNewlines))
    }
}
