/// What is wrong with the words of a question, whatever the law says.
enum QuestionWordingRules {
    /// Each problem with its line; none of a retired question, which nobody is shown any more.
    static func problems(of question: QuestionReading) -> [(kind: QuestionProblem.Kind, line: Int)] {
        guard question.isDrawn else { return [] }
        var problems: [(kind: QuestionProblem.Kind, line: Int)] = []
        if let text = givenAway(by: question) { problems.append((.answerInStem(text.uppercased()), question.stemLine)) }
        if question.type == .trueFalse {
            if asks(question) { problems.append((.statementAsks, question.stemLine)) }
        } else if let first = question.choices.first,
            QuestionWordingTerms.areLabelled(question.choices.map { LawText.folded($0.text) })
        {
            problems.append((.labelledChoices, first.line))
        }
        if let label = label(in: question) {
            problems.append((.labelInExplanation(label.uppercased()), question.explanationLine))
        }
        return problems
    }

    /// A stem in the form in which two are compared: letters and digits alone.
    static func comparable(_ stem: String) -> String {
        let folded = LawText.folded(stem)
        let letters = folded.unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }
        return letters.isEmpty ? folded : String(String.UnicodeScalarView(letters))
    }

    /// What is right, in the form in which two answers are compared; nil when it could not be read.
    static func answer(of question: QuestionReading) -> Set<String>? {
        guard let key = question.key else { return nil }
        return answer(question.choices.map(\.text), key)
    }

    static func answer(_ choices: [String], _ key: ChoiceSet) -> Set<String> {
        Set(key.places.filter(choices.indices.contains).map { LawText.folded(choices[$0]) })
    }

    private static func asks(_ question: QuestionReading) -> Bool {
        question.stem.map { QuestionWordingTerms.asks(LawText.folded($0)) } ?? false
    }

    /// The words of the stem that give the key away.
    private static func givenAway(by question: QuestionReading) -> String? {
        guard let stem = question.stem.map({ LawText.folded($0.replacing("*", with: "")) }) else { return nil }
        let (right, wrong) = (question.folded(right: true), question.folded(right: false))
        if let words = QuestionWordingTerms.announcement(in: stem, right: right) { return words }
        let brackets = QuestionWordingTerms.bracketed(in: stem)
        let labels = brackets.filter { QuestionWordingTerms.isLabel($0.inside) }
        let namesWrong = brackets.contains { wrong.contains($0.inside) }
        let ended = withoutEnd(stem)
        for bracket in brackets {
            let stands = stem.hasPrefix(bracket.whole) || ended.hasSuffix(bracket.whole)
            if question.type == .trueFalse {
                if stands, QuestionWordingTerms.isVerdict(bracket.inside) { return String(bracket.whole) }
            } else if right.contains(bracket.inside), !namesWrong {
                return String(bracket.whole)
            } else if stands, labels.count == 1, QuestionWordingTerms.isLabel(bracket.inside) {
                return String(bracket.whole)
            }
        }
        guard question.type != .trueFalse else {
            let ends = [stem.first, ended.last].compactMap { $0 }
            return ends.first(where: QuestionWordingTerms.isMark).map { String($0) }
        }
        return isAnswered(stem, right: right, wrong: wrong) ? question.answer : nil
    }

    /// Whether the right choices follow the question as its answer.
    private static func isAnswered(_ stem: String, right: [String], wrong: [String]) -> Bool {
        guard let mark = stem.lastIndex(of: "?"), !right.isEmpty else { return false }
        let tail = comparable(String(stem[stem.index(after: mark)...]))
        guard !tail.isEmpty else { return false }
        let answers = right.map(comparable)
        guard answers.allSatisfy(tail.contains), !wrong.map(comparable).contains(where: tail.contains) else {
            return false
        }
        // An answer with words around it; a longer sentence is a part of the case.
        let length = answers.map(\.count).reduce(0, +)
        return tail.count <= length + min(length - 1, 4)
    }

    private static func withoutEnd(_ stem: String) -> Substring {
        var rest = stem[...]
        while let last = rest.last, "。.!?,;、".contains(last) { rest.removeLast() }
        return rest
    }

    /// The words of the explanation that name a choice by its label.
    private static func label(in question: QuestionReading) -> String? {
        guard let text = question.explanation.map(LawText.folded) else { return nil }
        let choices = question.choices.map { LawText.folded($0.text) }
        // A choice may itself be called 甲 or 2.
        let label = QuestionWordingTerms.labels(inExplanation: text).first { words in
            !choices.contains { words.contains($0) }
        }
        if let label { return label }
        let letters = QuestionWordingTerms.letters(inExplanation: text)
        guard !letters.isEmpty else { return nil }
        // And so may somebody in the case.
        let texts = choices + (question.stem.map { [LawText.folded($0)] } ?? [])
        let named = Set(texts.flatMap { QuestionWordingTerms.letters(in: $0) })
        return letters.first { named.isDisjoint(with: QuestionWordingTerms.letters(in: $0)) }
    }
}
