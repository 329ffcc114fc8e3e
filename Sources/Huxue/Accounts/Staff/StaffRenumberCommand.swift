import ArgumentParser
import Foundation

struct StaffRenumberCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "renumber", abstract: "更改一位同仁的員工編號；成績、角色與各項紀錄都跟著這位同仁。")

    @OptionGroup var options: DataOptions

    @Argument(help: "現在的員工編號。")
    var old: String

    @Argument(help: "新的員工編號。")
    var new: String

    func run() async throws {
        let session = try options.open()
        let acting = session.acting
        let (member, file) = try session.database.readAndWait { [old, new] db in
            try StaffFormActions.renumbered(old, to: new, by: acting.actor, in: db)
        }
        let subject = StaffSubject.member(member.employee.id)
        let plan = try session.database.readAndWait {
            try StaffImportActions.plan(file, of: subject, by: acting, in: $0)
        }
        if let problem = plan.problems.first { throw StaffRefusal.notRenumbered(problem.sentence) }
        let done = try await StaffImport(
            file: file, skippingBad: false, subject: subject, followers: House.current.staffFollowers, acting: acting
        ).run(in: session.database)
        Console.say(
            done.isEmpty
                ? "\(member.employee.name)的員工編號已經是 \(member.employee.staffNumber)，沒有變動。"
                : "\(member.employee.name)的員工編號已由 \(old) 改為 \(done.changes.first?.row.staffNumber ?? new)。")
    }
}
