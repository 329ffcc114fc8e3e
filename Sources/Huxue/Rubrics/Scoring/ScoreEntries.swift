/// Everything that is filled in on a score sheet.
struct ScoreEntries: Codable, Hashable, Sendable {
    /// One for each criterion of the rubric, in its order.
    var marks: [CriterionMark]
    /// Shown to the authors when the decision is announced, without the scorer's name.
    var toAuthors = ""
    /// For the panel alone.
    var toPanel = ""

    var points: [Points?] { marks.map(\.points) }

    /// On how many criteria there are points.
    var rated: Int { marks.count { $0.points != nil } }
}

/// What one criterion got.
struct CriterionMark: Codable, Hashable, Sendable {
    /// Nil until it is scored.
    var points: Points?
    var comment = ""
}
