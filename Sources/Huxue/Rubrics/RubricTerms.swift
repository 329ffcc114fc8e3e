/// Words of rubrics and score sheets.
enum RubricTerms {
    static let place = Crumb("評分表", RubricViews.section)

    static let navigation = [
        NavigationGroup(
            name: "scoring", place: 3,
            headings: [NavigationHeading(action: .manageRubrics, title: "評分", place: 1)],
            entries: [
                NavigationEntry(
                    icon: Icon.results, title: "評分表", address: RubricViews.section, action: .manageRubrics, place: 1)
            ])
    ]

    static func obstacle(_ count: Int) -> String { "評分表 \(count) 份" }

    static func version(_ number: Int) -> String { "第 \(number) 版" }

    static func named(_ title: String, version number: Int) -> String { "\(title)　\(version(number))" }

    /// A score sheet as the audit log names it, without what was scored and how.
    static func sheet(of title: String, version number: Int) -> String { "\(named(title, version: number))的評分" }

    /// The points that a scale allows: `0 到 10 分，每次 0.5 分`, `1、2、3、4、5 分`.
    static func range(of scale: RubricScale) -> String {
        switch scale {
        case .points(let from, let to, let step): "\(from.text) 到 \(to.text) 分，每次 \(step.text) 分"
        case .levels(let levels): levels.map(\.points.text).joined(separator: "、") + " 分"
        }
    }

    /// A share of the whole in per cent, to two places: `33.33 %`.
    static func percent(_ share: Fraction) -> String { "\(Points(rounding: share * Fraction(100, 1)).text) %" }
}

extension ScoreState {
    var name: String {
        switch self {
        case .draft: "草稿"
        case .handedIn: "已送出"
        case .reopened: "已重新開放"
        }
    }
}

extension AuditAction {
    static let rubricCreation = AuditAction("rubric.creation", "建立評分表")
    static let rubricChange = AuditAction("rubric.change", "修改評分表")
    static let scoreSubmission = AuditAction("score.submission", "送出評分")
    static let scoreReopening = AuditAction("score.reopening", "重新開放評分")
}
