/// What is wrong with a field of the form of one person.
struct StaffFormProblem: Hashable, Sendable {
    let column: StaffFile.Column
    let sentence: String

    init(_ refusal: UnitRefusal) {
        (column, sentence) = (.unit, refusal.sentence)
    }

    /// The problem of a row, whose sentence begins with the title of its column; others concern the days of service.
    init(_ problem: StaffRowProblem) {
        let start = problem.sentence.drop { $0 == "「" }
        column = StaffFile.Column.allCases.first { start.hasPrefix($0.rawValue) } ?? .endsOn
        sentence = problem.sentence
    }

    /// The id of the field.
    var field: String { column.code }
}
