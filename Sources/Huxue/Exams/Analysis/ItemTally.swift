/// What the answers to one revision of a question come to, over the papers of one exam or of several.
///
/// All sums are exact integers; `ItemFigureRules` divides them.
struct ItemTally: Hashable, Sendable {
    /// Papers of one kind, such as the better ones.
    struct Group: Hashable, Sendable {
        var papers = 0
        /// What the answers earned, in units of `1 / scale` of the question's points.
        var marks = 0
        /// Papers on which the question was left out.
        var omitted = 0
        /// How many chose each choice, in the order of the revision.
        var chosen: [Int]

        init(choiceCount: Int) {
            chosen = Array(repeating: 0, count: choiceCount)
        }

        mutating func add(_ choices: ChoiceSet, marks: Int) {
            papers += 1
            self.marks += marks
            if choices.isEmpty { omitted += 1 }
            for place in chosen.indices where choices.contains(place) { chosen[place] += 1 }
        }

        static func + (left: Self, right: Self) -> Self {
            left.combined(with: right, +)
        }

        static func - (left: Self, right: Self) -> Self {
            left.combined(with: right, -)
        }

        private func combined(with other: Self, _ operation: (Int, Int) -> Int) -> Self {
            var group = self
            group.papers = operation(papers, other.papers)
            group.marks = operation(marks, other.marks)
            group.omitted = operation(omitted, other.omitted)
            group.chosen = zip(chosen, other.chosen).map(operation)
            return group
        }
    }

    /// Sums of one exam for covariances: n·Σab − Σa·Σb each, which is n·(n − 1) times the covariance.
    ///
    /// a and b are x, the marks of the question, and o, the total of the same paper without it.
    struct Spread: Hashable, Sendable {
        let papers: Int
        /// How many units of o a whole paper is worth.
        let unit: Int
        /// x with x.
        let own: Int128
        /// o with o.
        let rest: Int128
        /// x with o.
        let joint: Int128
        /// Sorted x with sorted o: the most that `joint` can be with these marks and totals.
        let most: Int128
    }

    let revision: ID<QuestionRevision>
    /// How many marks the whole question is worth: 1, or the number of its choices when they are judged one by one.
    let scale: Int
    var all: Group
    /// The best 27 % by total; empty where they cannot be told from the lowest.
    var upper: Group
    /// The lowest 27 % by total.
    var lower: Group
    /// One for each exam.
    var spreads: [Spread]
    /// Effective weight in the exam; nil over several exams, and where it is not defined.
    var weight: Figure?

    var middle: Group { all - upper - lower }

    /// The tally of the same revision over the exams of both.
    func adding(_ other: ItemTally) -> ItemTally {
        ItemTally(
            revision: revision, scale: scale, all: all + other.all, upper: upper + other.upper,
            lower: lower + other.lower, spreads: spreads + other.spreads, weight: nil)
    }
}
