/// Everything that a rubric says; the same on the page, in YAML and in the database.
struct RubricPlan: Hashable, Sendable {
    var title: String
    /// What the highest score on every criterion makes, in whole points.
    var total: Int
    /// In the order of the form, numbered from 1.
    var criteria: [RubricCriterion]
}

/// One of the things that are scored, such as 可行性.
struct RubricCriterion: Hashable, Sendable {
    var name: String
    /// What to look at; may be empty.
    var guide: String
    /// Counts in relation to the weights of the other criteria, whatever they add up to.
    var weight: Points
    var scale: RubricScale
    /// Whether a sheet is handed in only with a comment on it.
    var needsComment: Bool
}

/// The points that a criterion can get.
enum RubricScale: Hashable, Sendable {
    /// Every `step` from `from` to `to`, both inclusive.
    case points(from: Points, to: Points, step: Points)
    /// Ascending.
    case levels([RubricLevel])

    /// The highest points; what somebody got counts as a share of them.
    var top: Points {
        switch self {
        case .points(_, let to, _): to
        case .levels(let levels): levels.last?.points ?? .zero
        }
    }

    /// Whether words say what reaches each of its points.
    var hasAnchors: Bool {
        switch self {
        case .points: false
        case .levels: true
        }
    }

    func allows(_ points: Points) -> Bool {
        switch self {
        case .points(let from, let to, let step):
            from <= points && points <= to && step > .zero
                && (points.hundredths - from.hundredths) % step.hundredths == 0
        case .levels(let levels): levels.contains { $0.points == points }
        }
    }

    /// All points that it allows, ascending; nil when there are more than `limit`.
    func choices(limit: Int) -> [Points]? {
        switch self {
        case .levels(let levels): return levels.count <= limit ? levels.map(\.points) : nil
        case .points(let from, let to, let step):
            guard step > .zero, from <= to, (to.hundredths - from.hundredths) / step.hundredths < limit else {
                return nil
            }
            return stride(from: from.hundredths, through: to.hundredths, by: step.hundredths).map(
                Points.init(hundredths:))
        }
    }
}

/// One level of a scale, and the words that say what reaches it.
struct RubricLevel: Hashable, Sendable {
    var points: Points
    var anchor: String
}
