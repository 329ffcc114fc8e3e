/// How answers become points.
///
/// Source: 閱卷規則 (R0020018) §19-2, snapshot of 2024-10-11.
enum ScoreRules {
    /// The share of a question's points that `chosen` earns, 0 to 1.
    ///
    /// Single choice and true-false: all or nothing. Multiple choice: every choice is judged by itself; with k of n
    /// judged wrong (chosen though wrong, or right and not chosen) the share is (n − 2k)/n, never below 0, and 0 when
    /// nothing was chosen. The rule's five choices are generalised to n; its "more than two wrong gives zero" is what
    /// the formula gives for n = 5.
    static func share(chosen: ChoiceSet, key: ChoiceSet, choiceCount: Int, type: QuestionType) -> Fraction {
        guard !chosen.isEmpty, choiceCount > 0 else { return .zero }
        switch type {
        case .single, .trueFalse:
            return chosen == key ? .one : .zero
        case .multiple:
            let wrong = chosen.differences(from: key)
            return Fraction(max(0, choiceCount - 2 * wrong), choiceCount)
        }
    }

    /// What each of `questionCount` questions is worth of the paper's 100 points.
    static func worth(questionCount: Int) -> Fraction {
        questionCount > 0 ? Fraction(100, questionCount) : .zero
    }

    /// The score of a paper from the shares of all its questions: summed exactly, rounded once.
    static func score(shares: [Fraction]) -> Points {
        let sum = shares.reduce(.zero, +)
        return Points(rounding: sum * worth(questionCount: shares.count))
    }

    /// Whether `score`, as rounded and shown, reaches the pass mark.
    static func passes(_ score: Points, passMark: Int) -> Bool {
        score >= Points(whole: passMark)
    }
}
