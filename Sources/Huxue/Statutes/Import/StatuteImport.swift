/// What an import of the ministry's file does, or would do.
struct StatuteImport: Sendable {
    enum Step: Sendable {
        case first
        /// What differs from the version that the office has.
        case next(StatuteComparison)
        /// Nothing that carries meaning differs, but the file says something else about the statute.
        case refreshed
    }

    struct Change: Sendable {
        let pcode: String
        let name: String
        let step: Step
        /// What rests on it and has to be looked at.
        let findings: [AmendmentRules.Finding]
    }

    /// In the file's order.
    var changes: [Change] = []
    /// Statutes that are as the office has them.
    var unchanged = 0
    /// Those of them of which the file says on a later day than before that they are so.
    var dated: Set<String> = []
    /// Statutes of which the office has a later edition.
    var older = 0
    /// Statutes that the office does not follow.
    var passedOver = 0
    /// Statutes that the file should have and has not, each with its name; see `StatuteFileCoverage`.
    var vanished: [StatuteFileCoverage.Kept] = []
    /// Those that an earlier file did not have and this one has again.
    var returned: [String] = []
    var problems: [StatuteProblem] = []
    /// 更新日期 of the file.
    var published: Day?

    var isNothing: Bool { changes.isEmpty && dated.isEmpty && vanished.isEmpty && returned.isEmpty }
    var added: Int { changes.count { if case .first = $0.step { true } else { false } } }
    var amended: Int { compared.count { !$0.comparison.isRegroupedOnly } }
    /// Statutes of which lines moved to other paragraphs, and nothing else.
    var regrouped: Int { compared.count { $0.comparison.isRegroupedOnly } }
    /// Those that differ from the version that the office has.
    var compared: [(name: String, comparison: StatuteComparison)] {
        changes.compactMap { change in
            if case .next(let comparison) = change.step { (change.name, comparison) } else { nil }
        }
    }
    /// Statutes whose meaning is unchanged.
    var same: Int { unchanged + changes.count { if case .refreshed = $0.step { true } else { false } } }
    var findings: [AmendmentRules.Finding] { changes.flatMap(\.findings) }
}
