/// A place in a rubric at which something can be wrong; criteria and levels are numbered from 1.
enum RubricPlace: Hashable, Sendable {
    case unit, code, title, total, criteria
    case criterion(Int, RubricPart)
    case level(Int, of: Int)

    /// The id of the form's field.
    var anchor: String {
        switch self {
        case .unit: "unit"
        case .code: "code"
        case .title: "title"
        case .total: "total"
        case .criteria: "criteria"
        case .criterion(let number, let part): Self.field(number, part)
        case .level(_, let criterion): Self.field(criterion, .levels)
        }
    }

    static func field(_ number: Int, _ part: RubricPart) -> String { "criterion-\(number)-\(part.rawValue)" }
}

/// The parts of a criterion, by the names that the form and the file use.
enum RubricPart: String, CaseIterable, Sendable {
    case name, guide, weight, scale, from, to, step, levels, comment
}
