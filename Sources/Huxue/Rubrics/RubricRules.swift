/// What makes a good rubric, and what a sheet's scores come to; exact, without floating point.
enum RubricRules {
    static let titleLimit = 100
    static let nameLimit = 40
    static let guideLimit = 500
    static let anchorLimit = 300
    static let criterionLimit = 30
    static let levelRange = 2...20
    static let totalRange = 1...1000
    /// The highest weight, and the highest points of a scale.
    static let valueLimit = Points(whole: 1000)
    /// The largest denominator that a total may need, so that sums, means and comparisons of totals never overflow.
    static let denominatorLimit = 1_000_000

    // MARK: What a rubric may say

    /// Everything wrong with a plan by itself, in the order of the form; empty when nothing is.
    static func problems(in plan: RubricPlan) -> [RubricProblem] {
        var problems = text(plan.title, at: .title, limit: titleLimit, isRequired: true)
        if !totalRange.contains(plan.total) { problems.append(RubricProblem(.total, .totalNotInRange(totalRange))) }
        guard !plan.criteria.isEmpty else { return problems + [RubricProblem(.criteria, .noCriteria)] }
        guard plan.criteria.count <= criterionLimit else {
            return problems + [RubricProblem(.criteria, .tooManyCriteria(limit: criterionLimit))]
        }
        var seen: [String: Int] = [:]
        for (place, criterion) in plan.criteria.enumerated() {
            let number = place + 1
            let own = self.problems(in: criterion, number)
            problems += own
            let key = folded(criterion.name)
            guard !key.isEmpty else { continue }
            if let first = seen[key] {
                problems.append(RubricProblem(.criterion(number, .name), .sameName(as: first)))
            } else {
                seen[key] = number
            }
        }
        if problems.isEmpty, !isExact(plan) { problems.append(RubricProblem(.criteria, .tooFine)) }
        return problems
    }

    private static func problems(in criterion: RubricCriterion, _ number: Int) -> [RubricProblem] {
        var problems = text(criterion.name, at: .criterion(number, .name), limit: nameLimit, isRequired: true)
        problems += text(criterion.guide, at: .criterion(number, .guide), limit: guideLimit, isRequired: false)
        if criterion.weight <= .zero {
            problems.append(RubricProblem(.criterion(number, .weight), .weightNotPositive))
        } else if criterion.weight > valueLimit {
            problems.append(RubricProblem(.criterion(number, .weight), .tooLarge(limit: valueLimit)))
        }
        switch criterion.scale {
        case .points(let from, let to, let step): return problems + range(from, to, step, number)
        case .levels(let levels): return problems + self.problems(in: levels, of: number)
        }
    }

    private static func range(_ from: Points, _ to: Points, _ step: Points, _ number: Int) -> [RubricProblem] {
        if to > valueLimit { return [RubricProblem(.criterion(number, .to), .tooLarge(limit: valueLimit))] }
        guard from < to else { return [RubricProblem(.criterion(number, .to), .rangeEmpty(from: from))] }
        guard step > .zero else { return [RubricProblem(.criterion(number, .step), .stepNotPositive)] }
        guard (to.hundredths - from.hundredths) % step.hundredths == 0 else {
            return [RubricProblem(.criterion(number, .step), .stepDoesNotDivide(from: from, to: to, step: step))]
        }
        return []
    }

    private static func problems(in levels: [RubricLevel], of criterion: Int) -> [RubricProblem] {
        guard levelRange.contains(levels.count) else {
            return [RubricProblem(.criterion(criterion, .levels), .levelCount(levelRange))]
        }
        var problems: [RubricProblem] = []
        for (place, level) in levels.enumerated() {
            let here = RubricPlace.level(place + 1, of: criterion)
            problems += text(level.anchor, at: here, limit: anchorLimit, isRequired: true)
            if level.points > valueLimit { problems.append(RubricProblem(here, .tooLarge(limit: valueLimit))) }
            if place > 0, level.points <= levels[place - 1].points {
                problems.append(RubricProblem(here, .notAscending(after: levels[place - 1].points)))
            }
        }
        return problems
    }

    private static func text(
        _ text: String, at place: RubricPlace, limit: Int, isRequired: Bool
    ) -> [RubricProblem] {
        if isRequired, text.unicodeScalars.allSatisfy({ $0.properties.isWhitespace }) {
            return [RubricProblem(place, .noText)]
        }
        if text.unicodeScalars.count > limit { return [RubricProblem(place, .tooLong(limit: limit))] }
        if InvisibleText.breaksLine(text) { return [RubricProblem(place, .severalLines)] }
        if text.unicodeScalars.contains(where: InvisibleText.turns) { return [RubricProblem(place, .turns(text))] }
        return []
    }

    /// A name without what readers hardly see: width, case and white space.
    static func folded(_ name: String) -> String {
        StreamSafeText.compatible(name).lowercased().filter { !$0.isWhitespace }
    }

    /// Whether every total of the plan has a denominator of at most `denominatorLimit`.
    ///
    /// A total is a sum of products of a normalised weight and a share of the highest points, so the reduced sum of the
    /// weights times the least common multiple of the reduced highest points is a denominator for all of them.
    private static func isExact(_ plan: RubricPlan) -> Bool {
        let weights = plan.criteria.map(\.weight.hundredths)
        let whole = weights.reduce(0, +) / max(1, weights.reduce(0, Fraction.greatestCommonDivisor))
        var multiple = 1
        for criterion in plan.criteria {
            let top = parts(of: criterion.scale)
            multiple = multiple / Fraction.greatestCommonDivisor(multiple, top) * top
            guard multiple * whole <= denominatorLimit else { return false }
        }
        return true
    }

    /// In how many equal parts the highest points are divided by the points that the scale allows.
    private static func parts(of scale: RubricScale) -> Int {
        let values: [Points] =
            switch scale {
            case .points(let from, let to, let step): [from, to, step]
            case .levels(let levels): levels.map(\.points)
            }
        let unit = values.map(\.hundredths).reduce(0, Fraction.greatestCommonDivisor)
        return scale.top.hundredths / max(1, unit)
    }

    // MARK: What scores come to

    /// The share of each criterion in the total, in the plan's order; together exactly 1.
    static func shares(of plan: RubricPlan) -> [Fraction] {
        let sum = plan.criteria.map(\.weight.hundredths).reduce(0, +)
        return plan.criteria.map { Fraction($0.weight.hundredths, max(1, sum)) }
    }

    /// The exact total of the points given so far; a criterion without points adds nothing.
    ///
    /// Each criterion earns its share of the total times its points over the highest points of its scale: lowest points
    /// of 1 of 5 earn a fifth, not nothing. Rounded, halves up to two places, only when it is shown. `points`: in the
    /// plan's order, nil where there are none; all of them allowed by their scales.
    static func total(of points: [Points?], by plan: RubricPlan) -> Fraction {
        zip(zip(plan.criteria, shares(of: plan)), points).reduce(Fraction.zero) { sum, part in
            let ((criterion, share), points) = part
            guard let points, criterion.scale.top > .zero else { return sum }
            return sum + share * Fraction(points.hundredths, criterion.scale.top.hundredths)
        } * Fraction(plan.total, 1)
    }
}
