/// The slip that an administrator hands to one person, the only place where an issued password can be read.
struct PasswordSlip: Sendable {
    let employee: ID<Employee>
    let login: String
    let name: String
    let unitName: String
    let password: String
    let hash: String

    /// Generates a password and hashes it, which takes about 20 ms.
    init(for member: StaffMember, parameters: PasswordHash.Parameters = .current) throws {
        var generator = SystemRandomNumberGenerator()
        employee = member.employee.id
        login = member.login ?? ""
        name = member.employee.name
        unitName = member.unitName
        password = IssuedPassword.make(using: &generator)
        hash = try PasswordHash.make(password, parameters: parameters, using: &generator)
    }

    static func hashes(of slips: [PasswordSlip]) -> [ID<Employee>: String] {
        Dictionary(slips.map { ($0.employee, $0.hash) }, uniquingKeysWith: { first, _ in first })
    }

    /// A CSV file of the slips, followed by the people who got no password with the reason in the password's column.
    static func file(of slips: [PasswordSlip], leftOut: [(slip: PasswordSlip, reason: String)] = []) -> [UInt8] {
        CSVWriter.file(
            header: AccountTerms.slipColumns,
            rows: slips.map { [.text($0.login), .text($0.name), .text($0.password)] }
                + leftOut.map {
                    [.text($0.slip.login), .text($0.slip.name), .text(AccountTerms.slipWithout($0.reason))]
                })
    }
}
