/// The staff list as a file that `StaffFile` reads back.
enum StaffExport {
    static func file(of members: [StaffMember]) -> [UInt8] {
        CSVWriter.file(header: StaffFile.Column.allCases.map(\.rawValue), rows: members.map(cells))
    }

    private static func cells(_ member: StaffMember) -> [CSVCell] {
        let employee = member.employee
        return StaffFile.Column.allCases.map { column in
            switch column {
            case .staffNumber: .text(employee.staffNumber)
            case .name: .text(employee.name)
            case .unit: .text(member.unitName)
            case .position: .text(employee.position)
            case .login: CSVCell(member.login)
            case .servesCounter: .text(employee.servesCounter ? AccountTerms.yes : AccountTerms.no)
            case .startsOn: CSVCell(employee.startsOn.map(ROCDate.plain))
            case .endsOn: CSVCell(employee.endsOn.map(ROCDate.plain))
            }
        }
    }
}
