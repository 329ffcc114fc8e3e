/// The levels of a scale as the form has them: one to a line, `3：有可行的作法，細節待補`.
enum RubricLevelTerms {
    static func line(_ level: RubricLevel) -> String { "\(level.points.text)：\(level.anchor)" }

    /// The levels that were typed, with the problem of each line that cannot be read; empty lines do not count.
    static func levels(_ text: String, of criterion: Int) -> (levels: [RubricLevel], problems: [RubricProblem]) {
        var levels: [RubricLevel] = []
        var problems: [RubricProblem] = []
        for (place, line) in Form.lines(typed: text).enumerated() {
            guard let found = line.wholeMatch(of: /([0-9０-９.．]+)\s*(?:分\s*)?[:：\s]\s*(.+)/),
                let points = Points(String(found.1))
            else {
                problems.append(RubricProblem(.level(place + 1, of: criterion), .levelUnreadable))
                continue
            }
            levels.append(RubricLevel(points: points, anchor: String(found.2)))
        }
        return (levels, problems)
    }
}
