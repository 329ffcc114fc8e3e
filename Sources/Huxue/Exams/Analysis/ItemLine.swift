/// A question in the analysis of an exam or of the bank.
struct ItemLine: Sendable {
    let question: PoolQuestion
    /// Papers on which it stood.
    let papers: Int
    /// Nil below ten papers.
    let figures: ItemFigures?
}

/// The list of questions that a page's address asks for.
struct ItemListQuery: Hashable, Sendable {
    enum Order: String, CaseIterable, Sendable {
        /// What there is something to say of first, then what has figures.
        case notes
        case code, papers, facility, discrimination, index, efficiency, weight
    }

    var order = Order.notes
    var isDescending = false
    var page = 1
    /// Only questions with this finding; nil for all.
    var finding: ItemFinding?

    init() {}

    /// Unknown values are treated as missing.
    init(_ form: Form) throws {
        order = Order(rawValue: try form.text("sort")) ?? .notes
        isDescending = try form.text("order") == "desc"
        finding = ItemFinding(rawValue: try form.text("finding"))
        page = try form.number("page") ?? 1
    }

    var items: [(name: String, value: String)] {
        [
            ("finding", finding?.rawValue ?? ""), ("sort", order == .notes ? "" : order.rawValue),
            ("order", isDescending ? "desc" : ""),
        ]
    }

    /// Sorted as asked; those without a value stand last either way, equal ones by code.
    func sorted(_ lines: [ItemLine]) -> [ItemLine] {
        let found = finding.map { finding in lines.filter { $0.figures?.findings.contains(finding) ?? false } } ?? lines
        let byCode = found.sorted { $0.question.code < $1.question.code }
        guard order != .code else { return isDescending ? byCode.reversed() : byCode }
        let known = byCode.enumerated().compactMap { place, line in value(of: line).map { (place, $0, line) } }
        let ordered = known.sorted { left, right in
            if left.1 == right.1 { return left.0 < right.0 }
            return isDescending ? left.1 > right.1 : left.1 < right.1
        }
        return ordered.map(\.2) + byCode.filter { value(of: $0) == nil }
    }

    private func value(of line: ItemLine) -> Int? {
        switch order {
        case .notes: line.figures.map { $0.findings.isEmpty ? 1 : 0 }
        case .code: nil
        case .papers: line.papers
        case .facility: line.figures?.facility.hundredths
        case .discrimination: line.figures?.discrimination?.hundredths
        case .index: line.figures?.index?.hundredths
        case .efficiency: line.figures?.efficiency?.hundredths
        case .weight: line.figures?.weight?.hundredths
        }
    }
}
