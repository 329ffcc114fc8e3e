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

    @Flag(help: "已經看過提醒，照樣更改。")
    var acceptWarnings = false

    func run() async throws {
        let session = try options.open()
        let acting = session.acting
        let (member, file) = try session.database.readAndWait { [old, new] db in
            try StaffFormActions.renumbered(old, to: new, by: acting.actor, in: db)
        }
        let subject = StaffSubject.member(member.employee.id)
        let (plan, doubts) = try session.database.readAndWait { db in
            let plan = try StaffImportActions.plan(file, of: subject, by: acting, in: db)
            return (plan, try StaffFormActions.doubts(plan, of: member, by: acting, in: db))
        }
        if let problem = plan.problems.first { throw StaffRefusal.notRenumbered(problem.sentence) }
        for doubt in doubts { Console.say("提醒：\(doubt)") }
        if !doubts.isEmpty, !acceptWarnings { throw StaffRefusal.doubts(count: doubts.count) }
        let done = try await StaffImport(
            file: file, skippingBad: false, subject: subject, followers: House.current.staffFollowers, acting: acting
        ).run(in: session.database)
        Console.say(
            done.isEmpty
                ? "\(member.employee.name)的員工編號已經是 \(member.employee.staffNumber)，沒有變動。"
                : "\(member.employee.name)的員工編號已由 \(old) 改為 \(done.changes.first?.row.staffNumber ?? new)。")
    }
}
