import ArgumentParser
import Foundation

struct RoleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "role", abstract: "角色：授予、收回、列出。",
        subcommands: [RoleGrantCommand.self, RoleRevokeCommand.self, RoleListCommand.self])
}

/// The arguments of commands that change a role: the person, the role and the unit.
struct RoleArguments: ParsableArguments {
    @Argument(help: "帳號。")
    var login: String

    @Argument(help: "角色，例如 examManager 或「測驗承辦人」。")
    var role: String

    @Option(help: "單位的全名，角色及於其下單位；不指定時為全機關。")
    var unit: String?

    /// Applies the change to these arguments and returns its description for the terminal: 「…」，範圍：….
    /// - Throws: `StaffRefusal` for a person or unit that does not exist, or what `change` throws.
    func apply(_ change: @escaping GrantActions.Change, in session: CommandSession) throws -> String {
        guard let role = Role.allCases.first(where: { $0.rawValue == role || RoleTerms.name(of: $0) == role }) else {
            throw StaffRefusal.noSuchRole(role)
        }
        let (acting, login, unit) = (session.acting, login, unit)
        let (member, place) = try session.database.writeAndWait { db in
            try GrantActions.change(change, role, of: login, at: unit, by: acting, in: db)
        }
        return "\(member.employee.name)「\(RoleTerms.name(of: role))」，範圍：\(place.fullName)。"
    }
}

struct RoleGrantCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "grant", abstract: "授予一個角色。")

    @OptionGroup var options: DataOptions
    @OptionGroup var arguments: RoleArguments

    func run() throws {
        Console.say("已授予 " + (try arguments.apply(GrantActions.grant, in: options.open())))
    }
}

struct RoleRevokeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "revoke", abstract: "收回一個角色。")

    @OptionGroup var options: DataOptions
    @OptionGroup var arguments: RoleArguments

    func run() throws {
        Console.say("已收回 " + (try arguments.apply(GrantActions.revoke, in: options.open())))
    }
}

struct RoleListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "列出已授予的角色。")

    @OptionGroup var options: DataOptions

    @Flag(help: "以 JSON 印出。")
    var json = false

    struct Item: Codable {
        let login: String
        let name: String
        let role: String
        let unit: String
    }

    func run() throws {
        let session = try options.open()
        let grants = try session.database.readAndWait { try GrantActions.all(for: session.actor, in: $0) }
        if json {
            return try Console.json(
                grants.map { Item(login: $0.login, name: $0.name, role: $0.role.rawValue, unit: $0.unitName) })
        }
        Console.data("帳號\t姓名\t角色\t單位")
        for grant in grants {
            Console.data(
                [grant.login, grant.name, RoleTerms.name(of: grant.role), grant.unitName].joined(separator: "\t"))
        }
    }
}
