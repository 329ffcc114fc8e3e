/// 同仁: a person on the staff.
///
/// When somebody leaves, only their access ends; all records are kept.
struct Employee: Codable, Hashable, Sendable {
    let id: ID<Employee>
    let staffNumber: String
    let name: String
    let unitID: ID<Unit>
    /// 職稱, as the office writes it; empty when unknown.
    let position: String
    /// Whether they serve citizens at a counter 臨櫃.
    let servesCounter: Bool
    /// First day in service, inclusive; nil when unknown.
    let startsOn: Day?
    /// Last day in service, inclusive; nil while in service.
    let endsOn: Day?

    func isInService(on day: Day) -> Bool {
        (startsOn.map { $0 <= day } ?? true) && (endsOn.map { day <= $0 } ?? true)
    }
}
