/// Words of the search.
enum SearchTerms {
    /// Where articles are that the office does not keep.
    static let elsewhere = "全國法規資料庫"
    static let staff = SearchKind(code: "staff", name: "人員", counter: "位", outOfForce: "已離職", place: 5)

    /// Staff number, unit and position, which tell two people of one name apart.
    static func facts(_ member: StaffMember) -> String {
        [member.employee.staffNumber, member.unitName, member.employee.position].filter { !$0.isEmpty }.joined(
            separator: "　")
    }

    /// What stands beside a person's name among suggestions.
    static func suggestion(_ member: StaffMember) -> String { "\(staff.name)　\(facts(member))" }

    /// Above hits with some of the words alone.
    static let partial = "沒有完全符合的，以下部分符合"
}
