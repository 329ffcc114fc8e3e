/// What a list of results is narrowed to and sorted by.
struct ResultQuery: Hashable, Sendable {
    enum Order: String, CaseIterable, Sendable {
        case staff, name, unit, score, day
    }

    /// Text in name or staff number.
    var search = ""
    var filter = ResultFilter.all
    /// True for those alone who were given a make-up.
    var hasMakeUp = false
    /// This unit and all below it.
    var unit: UnitPath?
    /// True to leave out the units below `unit`.
    var isUnitAlone = false
    var order = Order.unit
    var isDescending = false
}

/// Which results a list shows.
enum ResultFilter: String, CaseIterable, Sendable {
    case all, passed, failed, submitted, excused, notStarted, open
    /// Everybody who has not handed in: not started, open or excused.
    case waiting

    init(_ state: ResultState?) {
        switch state {
        case nil: self = .all
        case .notStarted: self = .notStarted
        case .open: self = .open
        case .submitted: self = .submitted
        case .excused: self = .excused
        }
    }
}

/// The list of results that the page's address asks for.
struct ResultListQuery: Hashable, Sendable {
    /// The filters that the page of an exam offers; all but the first share the examinees among them.
    static func filters(of exam: Exam) -> [ResultFilter] {
        [.all] + (ExamRules.showsScores(exam) ? [.passed, .failed] : [.submitted]) + [.open, .notStarted, .excused]
    }

    var query = ResultQuery(order: .score, isDescending: true)
    var page = 1

    init() {}

    /// Unknown values are treated as missing.
    init(_ form: Form) throws {
        query.search = try form.text("q")
        query.filter =
            ResultFilter(rawValue: try form.text("state")).flatMap { $0 == .waiting ? nil : $0 } ?? .all
        query.order = ResultQuery.Order(rawValue: try form.text("sort")) ?? .score
        query.isDescending =
            switch try form.text("order") {
            case "asc": false
            case "desc": true
            default: query.order == .score
            }
        page = try form.number("page") ?? 1
    }

    var items: [(name: String, value: String)] {
        [
            ("q", query.search), ("state", query.filter == .all ? "" : query.filter.rawValue),
            ("sort", query.order.rawValue), ("order", query.isDescending ? "desc" : "asc"),
        ]
    }
}
