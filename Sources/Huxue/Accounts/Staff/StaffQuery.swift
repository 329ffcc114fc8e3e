/// Reads the filter of the staff list from a page's address.
enum StaffQuery {
    static func filter(_ query: Form, unit: Unit?) throws -> StaffFilter {
        StaffFilter(
            search: try query.text("q"), unit: unit?.position,
            presence: StaffFilter.Presence(rawValue: try query.text("presence")) ?? .inService,
            order: StaffFilter.Order(rawValue: try query.text("sort")) ?? .unit, descending: query.has("descending"))
    }
}
