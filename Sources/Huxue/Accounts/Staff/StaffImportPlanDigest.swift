import Crypto
import Foundation

extension StaffImportPlan {
    /// SHA-256 over everything that the plan changes and refuses; plans with equal digests do the same.
    var digest: String {
        var hash = SHA256()
        func add(_ fields: [String]) {
            for field in ["\(fields.count)"] + fields { hash.update(data: Data("\(field.utf8.count):\(field)".utf8)) }
        }
        add(["\(creations.count)", "\(changes.count)", "\(unchangedCount)", "\(newUnits.count)"])
        for creation in creations { add(Self.fields(of: creation.row) + [creation.unitName]) }
        for change in changes {
            add(["\(change.member.employee.id)", change.unitName] + Self.fields(of: change.row))
            for difference in change.differences { add([difference.column.rawValue, difference.old, difference.new]) }
        }
        for unit in newUnits { add([unit.fullName, unit.parentName]) }
        for problem in problems { add(["\(problem.line)", problem.sentence]) }
        for warning in warnings { add(["\(warning.line)", warning.sentence]) }
        return hash.finalize().map { padded(Int($0), to: 3) }.joined()
    }

    private static func fields(of row: StaffRow) -> [String] {
        [
            "\(row.line)", row.staffNumber, row.name, row.position, row.login, "\(row.servesCounter)",
            row.startsOn.map(ROCDate.plain) ?? "", row.endsOn.map(ROCDate.plain) ?? "",
        ]
    }
}
