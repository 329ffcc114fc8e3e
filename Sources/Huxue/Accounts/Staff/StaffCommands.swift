import ArgumentParser
import Foundation

struct StaffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "staff", abstract: "人員：匯入、列出、更改員工編號、核發與重設密碼、密碼長度。",
        subcommands: [
            StaffImportCommand.self, StaffListCommand.self, StaffRenumberCommand.self, StaffResetPasswordCommand.self,
            StaffIssuePasswordsCommand.self, StaffPasswordLengthCommand.self,
        ])
}

struct StaffListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "列出人員。")

    @OptionGroup var options: DataOptions

    @Option(help: "只列這個單位與其下單位，寫全名。")
    var unit: String?

    @Flag(help: "只列在職的同仁。")
    var inService = false

    @Flag(help: "以 JSON 印出。")
    var json = false

    struct Item: Encodable {
        let staffNumber: String
        let name: String
        let unit: String
        let position: String
        @OrNull var login: String?
        let servesCounter: Bool
        @OrNull var startsOn: Day?
        @OrNull var endsOn: Day?
        let inService: Bool
    }

    func run() throws {
        let session = try options.open()
        let acting = session.acting
        let today = ROCDate.day(of: acting.now)
        let members = try session.database.readAndWait {
            try StaffActions.all(below: unit, presence: inService ? .inService : .all, for: acting, in: $0)
        }
        let items = members.map { member in
            Item(
                staffNumber: member.employee.staffNumber, name: member.employee.name, unit: member.unitName,
                position: member.employee.position, login: member.login,
                servesCounter: member.employee.servesCounter, startsOn: member.employee.startsOn,
                endsOn: member.employee.endsOn, inService: member.employee.isInService(on: today))
        }
        if json { return try Console.json(items) }
        Console.data("員工編號\t姓名\t單位\t職稱\t帳號\t臨櫃\t到職日\t離職日")
        for item in items {
            Console.data(
                [
                    item.staffNumber, item.name, item.unit, item.position, item.login ?? "",
                    item.servesCounter ? "是" : "否", item.startsOn.map(ROCDate.plain) ?? "",
                    item.endsOn.map(ROCDate.plain) ?? "",
                ].joined(separator: "\t"))
        }
    }
}
