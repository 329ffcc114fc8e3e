/// What the check finds in a whole bank.
enum BankCheckRules {
    typealias Line = (question: CheckedQuestion, facts: QuestionFacts)

    /// With so many pairs of like stems the page has enough.
    static let pairLimit = 5000

    /// Questions with the same stem, and pairs of like stems, whatever their keys.
    static func stems(of lines: [Line]) -> [BankFinding] {
        var places: [String: [Int]] = [:]
        for (place, line) in lines.enumerated() { places[line.facts.stem, default: []].append(place) }
        let groups = places.values.sorted { ($0.first ?? 0) < ($1.first ?? 0) }
        let same = groups.filter { $0.count > 1 }.map { finding(.sameStem, $0.map { lines[$0].question }) }
        // One of each is enough: the others are like it, too.
        let first = groups.compactMap(\.first)
        let pairs = LikenessJoinRules.pairs(among: first.map { lines[$0].facts.pairs }, limit: pairLimit)
        let like = pairs.map { pair in
            finding(.likeStem(pair.percent), [first[pair.first], first[pair.second]].map { lines[$0].question })
        }
        return (same + like).compactMap { $0 }
    }

    /// All findings, in the order of their kinds, and then of the bank.
    ///
    /// `stems`: those of these lines, see `stems(of:)`.
    ///
    /// `closed`: questions of whose key and explanation nothing may be told; they do not count for habits either, because
    /// a habit that is found, or not found, would tell of them.
    static func findings(_ lines: [Line], stems: [BankFinding], closed: Set<ID<Question>>) -> [BankFinding] {
        let own = lines.flatMap { line in
            line.facts.details.filter { !$0.tellsKey || !closed.contains(line.question.id) }
                .compactMap { finding($0, [line.question]) }
        }
        let open = lines.filter { !closed.contains($0.question.id) }
        let questions = Dictionary(open.map { ($0.question.code, $0.question) }) { first, _ in first }
        let habits = QuestionWarningRules.habits(of: open.map(\.facts.habit)).compactMap { habit in
            finding(.warning(habit), habit.codes.compactMap { questions[$0] })
        }
        let groups = Dictionary(grouping: stems + own + habits, by: \.kind)
        return BankFinding.Kind.allCases.flatMap { groups[$0] ?? [] }
    }

    private static func finding(_ detail: BankFinding.Detail, _ questions: [CheckedQuestion]) -> BankFinding? {
        detail.kind.map { kind in
            BankFinding(
                kind: kind, detail: detail, codes: questions.map(\.code), topics: Set(questions.map(\.topic)))
        }
    }
}

extension QuestionWarning.Kind {
    /// The codes of the questions that have a habit; none for other warnings.
    fileprivate var codes: [String] {
        switch self {
        case .sweepingWord(_, let codes), .filler(_, let codes): codes
        default: []
        }
    }
}
