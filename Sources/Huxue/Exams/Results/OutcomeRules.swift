/// Evaluates a handed-in paper question by question and by topic.
enum OutcomeRules {
    struct Topic: Sendable {
        let name: String
        let count: Int
        /// Questions answered wholly right.
        let right: Int

        var percent: Int { Fraction(right, max(count, 1)).rounded(toParts: 100) }
    }

    static func share(_ sheet: TestViews.Sheet, _ placed: QuestionView.Placed) -> Fraction {
        ScoreRules.share(
            chosen: sheet.responses[placed.number]?.chosen ?? .none, key: placed.revision.key,
            choiceCount: placed.revision.choices.count, type: placed.revision.type)
    }

    static func credit(_ sheet: TestViews.Sheet, _ placed: QuestionView.Placed) -> QuestionView.Credit {
        let share = share(sheet, placed)
        return share == .one ? .full : share == .zero ? .none : .part
    }

    /// Right answers by topic, in the order in which the topics first appear on the paper; without those whose answers are
    /// withheld, which these figures would tell.
    static func topics(_ sheet: TestViews.Sheet) -> [Topic] {
        var names: [String] = []
        for placed in sheet.disclosed {
            if let name = sheet.topics[placed.revision.questionID], !names.contains(name) { names.append(name) }
        }
        return names.map { name in
            let questions = sheet.disclosed.filter { sheet.topics[$0.revision.questionID] == name }
            return Topic(name: name, count: questions.count, right: questions.count { credit(sheet, $0) == .full })
        }
    }
}
