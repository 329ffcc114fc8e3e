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
            switch clean(text) {
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
        question.choices = question.choices.enumerated().map { place, choice in
            text(choice, .choice(place), limit: QuestionReader.choiceTextLimit)
        }
        question.citations = question.citations.map { text($0, .citations, limit: 200) }.filter { !$0.isEmpty }
        question.tags = question.tags.compactMap { try? clean($0).get() }.filter { !$0.isEmpty }
        return (question, wrong)
    }

    private struct Fault: Error {
        let kind: FormatProblem.Kind
    }

    /// The text without white space around it and without what nobody sees; signs of direction are refused.
    private static func clean(_ text: String) -> Result<String, Fault> {
        guard StreamSafeText.holds(text) else { return .failure(Fault(kind: .stackedMarks)) }
        var clean = String.UnicodeScalarView()
        var previous: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            defer { previous = scalar }
            switch scalar {
            case "\n" where previous == "\r": continue
            case "\r", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}": clean.append("\n")
            case _ where InvisibleText.turns(scalar):
                return .failure(Fault(kind: .forbidden(InvisibleText.code(of: scalar))))
            case _ where InvisibleText.contains(scalar): continue
            case _ where YAMLFile.isForbidden(scalar):
                return .failure(Fault(kind: .forbidden(InvisibleText.code(of: scalar))))
            default: clean.append(scalar)
            }
        }
        let trimmed = String(clean).trimmingCharacters(in: .whitespacesAndNewlines)
        // What stood apart may now be one character.
        return StreamSafeText.holds(trimmed) ? .success(trimmed) : .failure(Fault(kind: .stackedMarks))
    }
}
