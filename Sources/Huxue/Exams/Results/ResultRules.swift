/// Statistics over the scores and answers of many examinees.
enum ResultRules {
    /// Fewest papers for which topic statistics are shown: with fewer they would tell about single persons.
    static let leastForTopics = 5

    /// Summary of `scores`, which are in ascending order; nil when there are none.
    static func summary(of scores: [ScoreCount], passMark: Int) -> ScoreSummary? {
        let count = scores.map(\.count).reduce(0, +)
        guard let lowest = scores.first?.score, let highest = scores.last?.score, count > 0 else { return nil }
        let sum = scores.map { $0.score.hundredths * $0.count }.reduce(0, +)
        let middle = score(at: (count - 1) / 2, of: scores).hundredths + score(at: count / 2, of: scores).hundredths
        return ScoreSummary(
            submitted: count,
            passed: scores.filter { ScoreRules.passes($0.score, passMark: passMark) }.map(\.count).reduce(0, +),
            average: Points(rounding: Fraction(sum, count * 100)), median: Points(rounding: Fraction(middle, 200)),
            highest: highest, lowest: lowest)
    }

    /// The score at `place`, from 0, when all people are sorted by score, lowest first.
    private static func score(at place: Int, of scores: [ScoreCount]) -> Points {
        var before = 0
        for step in scores {
            before += step.count
            if place < before { return step.score }
        }
        return .zero
    }

    /// How many people a filter shows.
    static func count(_ filter: ResultFilter, standing: ExamStanding, scores: [ScoreCount], passMark: Int) -> Int {
        let passing = scores.filter { ScoreRules.passes($0.score, passMark: passMark) }.map(\.count).reduce(0, +)
        return switch filter {
        case .all: standing.roster
        case .passed: passing
        case .failed: scores.map(\.count).reduce(0, +) - passing
        case .submitted: standing.submitted
        case .excused: standing.excused
        case .notStarted: standing.notStarted
        case .open: standing.open
        case .waiting: standing.roster - standing.submitted
        }
    }

    /// How the questions of each topic were answered, sorted by topic; `keys` and `topics` cover the exam's pool.
    static func topics(
        _ answers: [AnswerCount], keys: [ID<QuestionRevision>: ChoiceSet], topics: [ID<QuestionRevision>: String]
    ) -> [TopicResult] {
        var counts: [String: (questions: Int, right: Int)] = [:]
        for answer in answers {
            guard let topic = topics[answer.revision], let key = keys[answer.revision] else { continue }
            counts[topic, default: (0, 0)].questions += answer.count
            if answer.chosen == key { counts[topic]?.right += answer.count }
        }
        return counts.map { TopicResult(topic: $0.key, questions: $0.value.questions, right: $0.value.right) }
            .sorted { $0.topic < $1.topic }
    }

    /// The distribution from the lowest score to 100, in steps of 5 or, over a wide range, 10 points.
    ///
    /// A bar always starts at the pass mark, so that no bar mixes scores that passed with scores that failed.
    static func bins(scores: [ScoreCount], passMark: Int) -> [ScoreBin] {
        guard let lowest = scores.map(\.score).min() else { return [] }
        let floor = min(lowest.hundredths / 100, passMark)
        let width = 100 - floor > 55 ? 10 : 5
        let below = (passMark - floor + width - 1) / width + 1
        return stride(from: passMark - below * width, through: 100, by: width).compactMap { border in
            guard border + width > 0 else { return nil }
            let isLast = border + width > 100
            let count = scores.filter {
                $0.score >= Points(whole: max(border, 0)) && ($0.score < Points(whole: border + width) || isLast)
            }.map(\.count).reduce(0, +)
            return ScoreBin(
                from: max(border, 0), upTo: min(border + width, 100), count: count, passes: border >= passMark)
        }
    }
}
