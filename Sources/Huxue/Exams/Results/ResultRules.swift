/// What attempts amount to, for one examinee and for all.
enum ResultRules {
    /// Statistics of questions are shown from so many papers on, so that they speak of questions and not of persons.
    static let leastForTopics = 5

    /// One result for each person of the roster, in its order.
    ///
    /// The best submitted attempt counts, of equal ones the earliest. Scores are left out unless `showsScores`.
    static func results(
        roster: [RosterEntry], attempts: [AttemptRecord], excused: Set<ID<Employee>>, showsScores: Bool
    ) -> [ExamResult] {
        let byEmployee = Dictionary(grouping: attempts, by: \.employee)
        return roster.map { entry in
            let own = byEmployee[entry.employee] ?? []
            let best = counting(own)
            let open = own.first { $0.submittedAt == nil }
            let state: ResultState =
                best != nil
                ? .submitted : open != nil ? .open : excused.contains(entry.employee) ? .excused : .notStarted
            return ExamResult(
                entry: entry, state: state, score: showsScores ? best?.score : nil,
                passed: showsScores ? best?.passed : nil, startedAt: (best ?? open)?.startedAt,
                submittedAt: best?.submittedAt, attempts: own.count)
        }
    }

    /// The attempt of one examinee that counts; nil when none is submitted.
    static func counting(_ attempts: [AttemptRecord]) -> AttemptRecord? {
        attempts.filter { $0.submittedAt != nil }.min { left, right in
            let scores = (left.score ?? .zero, right.score ?? .zero)
            return scores.0 != scores.1 ? scores.0 > scores.1 : left.startedAt < right.startedAt
        }
    }

    static func summary(of results: [ExamResult]) -> ResultSummary {
        let scores = results.compactMap(\.score).sorted()
        return ResultSummary(
            roster: results.count, submitted: results.count { $0.state == .submitted },
            excused: results.count { $0.state == .excused }, open: results.count { $0.state == .open },
            passed: results.count { $0.passed == true }, average: mean(scores), median: median(scores),
            highest: scores.last, lowest: scores.first)
    }

    /// The results of each unit, in the order of the tree.
    static func byUnit(_ results: [ExamResult]) -> [[ExamResult]] {
        Dictionary(grouping: results, by: \.entry.unitID).values.sorted {
            ($0.first?.entry.unit.rawValue ?? "") < ($1.first?.entry.unit.rawValue ?? "")
        }
    }

    private static func mean(_ scores: [Points]) -> Points? {
        guard !scores.isEmpty else { return nil }
        return Points(rounding: Fraction(scores.map(\.hundredths).reduce(0, +), scores.count * 100))
    }

    private static func median(_ sorted: [Points]) -> Points? {
        guard !sorted.isEmpty else { return nil }
        return mean(Array(sorted[((sorted.count - 1) / 2)...(sorted.count / 2)]))
    }

    /// The distribution from the lowest score to 100, in steps of 5 or, over a wide range, 10 points.
    ///
    /// The steps are laid so that the pass mark is a border: no bar holds both who passed and who did not.
    static func bins(scores: [Points], passMark: Int) -> [ScoreBin] {
        guard let lowest = scores.min() else { return [] }
        let floor = min(lowest.hundredths / 100, passMark)
        let width = 100 - floor > 55 ? 10 : 5
        let below = (passMark - floor + width - 1) / width + 1
        return stride(from: passMark - below * width, through: 100, by: width).compactMap { border in
            guard border + width > 0 else { return nil }
            let isLast = border + width > 100
            let count = scores.count {
                $0 >= Points(whole: max(border, 0)) && ($0 < Points(whole: border + width) || isLast)
            }
            return ScoreBin(
                from: max(border, 0), upTo: min(border + width, 100), count: count, passes: border >= passMark)
        }
    }
}

extension UnitScope {
    func includes(_ unit: UnitPath) -> Bool {
        switch self {
        case .everywhere: true
        case .units(let roots): roots.contains { $0.covers(unit) }
        }
    }
}
