/// Reads the filter of the staff list from a page's address.
enum StaffQuery {
    /// `units`: those that the reader may see; others are ignored.
    static func filter(_ query: Form, units: [Unit]) throws -> (filter: StaffFilter, unit: Unit?) {
        let wanted = try query.text("unit")
        let unit = units.first { $0.id.description == wanted }
        return (
            StaffFilter(
                search: try query.text("q"), unit: unit?.position,
                presence: StaffFilter.Presence(rawValue: try query.text("presence")) ?? .inService,
                order: StaffFilter.Order(rawValue: try query.text("sort")) ?? .unit,
                descending: query.has("descending")), unit
        )
    }

    /// The page asked for, from 1; never beyond the last.
    static func page(_ query: Form, pageSize: Int, total: Int) throws -> Int {
        let last = max(1, (total + pageSize - 1) / pageSize)
        return min(max(1, try query.number("page") ?? 1), last)
    }
}
