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
}
