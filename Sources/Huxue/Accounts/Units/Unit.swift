/// 機關、課、股、辦公室: a node of the organisation tree.
struct Unit: Codable, Hashable, Sendable {
    let id: ID<Unit>
    let parentID: ID<Unit>?
    let name: String
    /// Names from the root down, joined by `/`: `臺南市東區戶政事務所/戶籍登記課`.
    let fullName: String
    /// See `UnitPath`.
    let path: String

    var position: UnitPath { UnitPath(rawValue: path) }
}
