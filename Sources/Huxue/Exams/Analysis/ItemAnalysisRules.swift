/// Tallies the answers of a closed exam.
///
/// x is what a question earned on a paper, by `ScoreRules.share`; T what all questions of the paper earned together; o is
/// T − x. Every question of an exam is worth the same, so all are counted in one unit: the least that divides them all.
/// Only the papers on which a question stood count for it.
enum ItemAnalysisRules {
    /// `keys`: of all revisions in `answers`; a question without its key is left out.
    static func analysis(of answers: ExamAnswers, keys: [ID<QuestionRevision>: QuestionKey]) -> ExamAnalysis {
        let marks = Marks(answers, keys: keys)
        let isShared = !marks.items.isEmpty && marks.items.allSatisfy { $0.papers.count == answers.scores.count }
        var items = marks.items.map { tally($0, marks) }
        if isShared { weigh(&items, marks) }
        return ExamAnalysis(
            figures: ScoreFigureRules.figures(
                of: answers.scores, parts: parts(isShared ? marks.items.map(\.marks) : marks.positions, marks)),
            scores: counts(answers.scores), items: items, isShared: isShared)
    }

    // MARK: Marks

    /// The answers to one question, paper by paper.
    private struct Item {
        let revision: ID<QuestionRevision>
        let key: QuestionKey
        let scale: Int
        /// Units that one of its marks is worth.
        var unit = 1
        /// Places of the papers on which it stands.
        var papers: [Int] = []
        var chosen: [ChoiceSet] = []
        /// On each of those papers, in `1 / scale` of the question's points.
        var earned: [Int] = []

        /// The same in units.
        var marks: [Int] { earned.map { $0 * unit } }

        /// What an answer earns, in `1 / scale` of the question's points.
        func earned(by chosen: ChoiceSet) -> Int {
            let share = ScoreRules.share(
                chosen: chosen, key: key.choices, choiceCount: key.choiceCount, type: key.type)
            return share.numerator * scale / share.denominator
        }
    }

    /// What every answer earned.
    private struct Marks {
        var items: [Item]
        /// T of each paper, in units.
        var totals: [Int]
        /// What was earned at each place of the paper, in units.
        var positions: [[Int]]
        /// Units that one question is worth.
        let unit: Int

        init(_ answers: ExamAnswers, keys: [ID<QuestionRevision>: QuestionKey]) {
            var (items, places): ([Item], [Int?]) = ([], [])
            for revision in answers.revisions {
                guard let key = keys[revision], key.choiceCount > 0 else {
                    places.append(nil)
                    continue
                }
                places.append(items.count)
                items.append(
                    Item(revision: revision, key: key, scale: key.type == .multiple ? key.choiceCount : 1))
            }
            // The least common multiple of all scales.
            let unit = items.reduce(1) { Fraction($0, $1.scale).numerator * $1.scale }
            for place in items.indices { items[place].unit = unit / items[place].scale }
            var totals = Array(repeating: 0, count: answers.scores.count)
            var positions: [[Int]] = []
            for answer in answers.answers {
                guard let place = places[answer.item] else { continue }
                let earned = items[place].earned(by: answer.chosen)
                items[place].papers.append(answer.paper)
                items[place].chosen.append(answer.chosen)
                items[place].earned.append(earned)
                totals[answer.paper] += earned * items[place].unit
                while positions.count <= answer.position { positions.append([]) }
                positions[answer.position].append(earned * items[place].unit)
            }
            (self.items, self.totals, self.positions, self.unit) = (items, totals, positions, unit)
        }
    }

    // MARK: One question

    private static func tally(_ item: Item, _ marks: Marks) -> ItemTally {
        let empty = ItemTally.Group(choiceCount: item.key.choiceCount)
        var tally = ItemTally(
            revision: item.revision, scale: item.scale, all: empty, upper: empty, lower: empty,
            spreads: [spread(item, marks)])
        let borders = borders(item.papers.map { marks.totals[$0] })
        for place in item.papers.indices {
            let (total, chosen, earned) = (marks.totals[item.papers[place]], item.chosen[place], item.earned[place])
            tally.all.add(chosen, marks: earned)
            guard let borders else { continue }
            if total >= borders.upper { tally.upper.add(chosen, marks: earned) }
            if total <= borders.lower { tally.lower.add(chosen, marks: earned) }
        }
        return tally
    }

    /// The least total of the upper group and the greatest of the lower; nil when the two would overlap.
    ///
    /// A group has 27 % of the papers, to the nearest whole paper, halves up, and whoever has the same total as its last.
    static func borders(_ totals: [Int]) -> (upper: Int, lower: Int)? {
        let sorted = totals.sorted()
        let size = max(1, Fraction(27 * sorted.count, 100).rounded(toParts: 1))
        guard sorted.count >= 2 * size, sorted[size - 1] < sorted[sorted.count - size] else { return nil }
        return (sorted[sorted.count - size], sorted[size - 1])
    }

    private static func spread(_ item: Item, _ marks: Marks) -> ItemTally.Spread {
        let own = item.earned
        let rest = zip(item.papers, own).map { marks.totals[$0] - $1 * item.unit }
        return ItemTally.Spread(
            papers: own.count, unit: marks.unit * max(1, marks.positions.count), own: comoment(own, own),
            rest: comoment(rest, rest), joint: comoment(own, rest), most: comoment(own.sorted(), rest.sorted()))
    }

    /// n·Σab − Σa·Σb.
    private static func comoment(_ left: [Int], _ right: [Int]) -> Int128 {
        var (sum, first, second) = (0, 0, 0)
        for place in left.indices {
            sum += left[place] * right[place]
            first += left[place]
            second += right[place]
        }
        return Int128(left.count) * Int128(sum) - Int128(first) * Int128(second)
    }

    // MARK: The exam

    /// Effective weights: 100·√cov(x, T) / Σ√cov(x, T), without the questions whose covariance is negative.
    private static func weigh(_ items: inout [ItemTally], _ marks: Marks) {
        let roots = marks.items.map { item -> Double? in
            let joint = comoment(item.marks, item.papers.map { marks.totals[$0] })
            return joint < 0 ? nil : Double(joint).squareRoot()
        }
        let sum = roots.compactMap { $0 }.reduce(0, +)
        guard sum > 0 else { return }
        for place in items.indices { items[place].weight = roots[place].flatMap { Figure(100 * $0 / sum) } }
    }

    /// The parts of the paper over which α is taken: questions, or places when papers have different questions.
    private static func parts(_ parts: [[Int]], _ marks: Marks) -> ScoreFigureRules.Parts? {
        guard parts.allSatisfy({ $0.count == marks.totals.count }) else { return nil }
        return ScoreFigureRules.Parts(
            count: parts.count, own: parts.reduce(0) { $0 + comoment($1, $1) },
            whole: comoment(marks.totals, marks.totals))
    }

    private static func counts(_ scores: [Points]) -> [ScoreCount] {
        Dictionary(scores.map { ($0, 1) }, uniquingKeysWith: +).map { ScoreCount(score: $0.key, count: $0.value) }
            .sorted { $0.score < $1.score }
    }
}
