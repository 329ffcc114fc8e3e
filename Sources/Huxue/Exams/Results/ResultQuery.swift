/// What a list of results is narrowed to and sorted by; all of it stands in the address.
struct ResultQuery: Hashable, Sendable {
    enum Filter: String, CaseIterable, Sendable {
        case all, passed, failed, excused, notStarted, open

        func includes(_ result: ExamResult) -> Bool {
            switch self {
            case .all: true
            case .passed: result.passed == true
            case .failed: result.passed == false
            case .excused: result.state == .excused
            case .notStarted: result.state == .notStarted
            case .open: result.state == .open
            }
        }
    }

    enum Order: String, CaseIterable, Sendable {
        case staff, name, unit, score, day
    }

    var search = ""
    var filter = Filter.all
    var order = Order.score
    var isDescending = true
    var page = 1

    init() {}

    /// Values that do not exist are as if they were missing.
    init(_ query: Form) throws {
        search = try query.text("q")
        filter = Filter(rawValue: try query.text("state")) ?? .all
        order = Order(rawValue: try query.text("sort")) ?? .score
        isDescending =
            switch try query.text("order") {
            case "asc": false
            case "desc": true
            default: order == .score
            }
        page = min(max(try query.number("page") ?? 1, 1), 10_000)
    }

    var items: [(name: String, value: String)] {
        [
            ("q", search), ("state", filter == .all ? "" : filter.rawValue), ("sort", order.rawValue),
            ("order", isDescending ? "desc" : "asc"),
        ]
    }

    /// The results that search and filter leave, sorted; people without a value stand last either way.
    func applied(to results: [ExamResult]) -> [ExamResult] {
        let found = results.filter { result in
            filter.includes(result)
                && (search.isEmpty || result.entry.name.contains(search) || result.entry.staffNumber.contains(search))
        }
        let sorted = found.sorted { $0.entry.staffNumber < $1.entry.staffNumber }
        switch order {
        case .staff: return isDescending ? sorted.reversed() : sorted
        case .name: return ordered(sorted) { $0.entry.name }
        case .unit: return ordered(sorted) { $0.entry.unit.rawValue }
        case .score: return ordered(sorted) { $0.score }
        case .day: return ordered(sorted) { $0.submittedAt }
        }
    }

    private func ordered<Value: Comparable>(
        _ results: [ExamResult], by value: (ExamResult) -> Value?
    ) -> [ExamResult] {
        let known = results.enumerated().filter { value($0.element) != nil }
        let unknown = results.filter { value($0) == nil }
        let sorted = known.sorted { left, right in
            guard let first = value(left.element), let second = value(right.element), first != second else {
                return left.offset < right.offset
            }
            return isDescending ? first > second : first < second
        }
        return sorted.map(\.element) + unknown
    }
}
