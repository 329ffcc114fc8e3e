import Foundation

/// The fields of a score sheet, as they were typed: nothing is lost when something is wrong.
struct ScoreForm: Equatable, Sendable {
    struct Row: Equatable, Sendable {
        var points = ""
        var comment = ""
    }

    /// One for each criterion, in the rubric's order.
    var rows: [Row]
    var toAuthors = ""
    var toPanel = ""

    static let toAuthors = "toAuthors"
    static let toPanel = "toPanel"
    /// The field in which the form sends back the sheet's sequence; 0 for a sheet that was not saved yet.
    static let seen = "seen"

    static func points(_ number: Int) -> String { "points-\(number)" }
    static func comment(_ number: Int) -> String { "comment-\(number)" }

    init(rows: [Row]) {
        self.rows = rows
    }

    /// An empty form.
    init(for plan: RubricPlan) {
        rows = plan.criteria.map { _ in Row() }
    }

    init(_ entries: ScoreEntries) {
        rows = entries.marks.map { Row(points: $0.points?.text ?? "", comment: $0.comment) }
        (toAuthors, toPanel) = (entries.toAuthors, entries.toPanel)
    }

    /// The form as it was sent.
    init(_ form: Form, for plan: RubricPlan) throws {
        rows = try plan.criteria.indices.map { place in
            Row(
                points: try form.text(Self.points(place + 1)),
                comment: try Self.lines(Self.comment(place + 1), form))
        }
        (toAuthors, toPanel) = (try Self.lines(Self.toAuthors, form), try Self.lines(Self.toPanel, form))
    }

    private static func lines(_ name: String, _ form: Form) throws -> String {
        try form.text(name, keepingTurns: true).replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    }

    /// The sequence of the sheet that the window has shown; nil when the form does not say.
    static func seen(_ form: Form) throws -> Int? { try form.number(seen) }

    /// What can be kept of the form, and what is wrong with the rest.
    ///
    /// Points that are not on the scale are left open rather than replaced by earlier ones that nobody means any more.
    func entries(for plan: RubricPlan) -> (entries: ScoreEntries, problems: [ScoreProblem]) {
        var problems: [ScoreProblem] = []
        func words(_ text: String, at place: ScoreProblem.Place, limit: Int) -> String {
            if text.unicodeScalars.count > limit { problems.append(ScoreProblem(place, .tooLong(limit: limit))) }
            let turns = text.unicodeScalars.contains(where: InvisibleText.turns)
            if turns { problems.append(ScoreProblem(place, .turns(text))) }
            let plain = turns ? InvisibleText.removed(from: text) : text
            return String(String.UnicodeScalarView(plain.unicodeScalars.prefix(limit)))
        }
        let marks = zip(plan.criteria, rows).enumerated().map { place, part in
            let ((criterion, row), number) = (part, place + 1)
            let points = Points(row.points).flatMap { criterion.scale.allows($0) ? $0 : nil }
            if points == nil, !row.points.isEmpty {
                problems.append(ScoreProblem(.points(number, criterion.name), .notOnScale(criterion.scale)))
            }
            let comment = words(
                row.comment, at: .comment(number, criterion.name), limit: ScoreSheetRules.commentLimit)
            return CriterionMark(points: points, comment: comment)
        }
        let entries = ScoreEntries(
            marks: marks, toAuthors: words(toAuthors, at: .toAuthors, limit: ScoreSheetRules.wordLimit),
            toPanel: words(toPanel, at: .toPanel, limit: ScoreSheetRules.wordLimit))
        return (entries, problems)
    }
}
