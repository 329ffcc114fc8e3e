/// How many rows an import created, changed and so on, as the address of the page that follows carries it.
struct StaffImportFigures: Hashable, Sendable {
    let created: Int
    let changed: Int
    let unchanged: Int
    let skipped: Int
    let units: Int

    init(_ plan: StaffImportPlan) {
        created = plan.creations.count
        changed = plan.changes.count
        unchanged = plan.unchangedCount
        skipped = plan.badRowCount
        units = plan.newUnits.count
    }

    /// Nil unless the address names every figure believably.
    init?(_ query: Form) throws {
        let figures = try Self.names.map { name in
            try query.number(name).flatMap { (0...1_000_000).contains($0) ? $0 : nil }
        }.compactMap(\.self)
        guard figures.count == Self.names.count else { return nil }
        (created, changed, unchanged, skipped, units) = (figures[0], figures[1], figures[2], figures[3], figures[4])
    }

    private static let names = ["created", "changed", "unchanged", "skipped", "units"]

    var query: [(name: String, value: String)] {
        Array(zip(Self.names, [created, changed, unchanged, skipped, units].map { "\($0)" }))
    }
}
