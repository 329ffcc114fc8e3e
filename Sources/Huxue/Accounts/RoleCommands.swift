import ArgumentParser
import Foundation

struct RoleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "role", abstract: "角色：授予、收回、列出。",
        subcommands: [RoleGrantCommand.self, RoleRevokeCommand.self, RoleListCommand.self])
}

/// Whose role, which, and where.
struct RoleArguments: ParsableArguments {
    @Argument(help: "帳號。")
    var login: String

    @Argument(help: "角色，例如 examManager 或「測驗承辦人」。")
    var role: String

    @Option(help: "單位的全名，角色及於其下單位；不指定時為全機關。")
    var unit: String?

    struct Found: Sendable {
        let member: StaffMember
        let role: Role
        let unit: Unit
    }

    /// - Throws: `StaffRefusal` for what does not exist.
    func find(in database: OfficeDatabase) throws -> Found {
        guard let role = Role.allCases.first(where: { $0.rawValue == role || Terms.name(of: $0) == role }) else {
            throw StaffRefusal.noSuchRole(role)
        }
        return try database.readAndWait { db in
            guard let member = try EmployeeStore.member(login: Login.folded(login), in: db) else {
                throw StaffRefusal.noSuchLogin(login)
            }
            guard let found = try unit.map({ try UnitStore.unit(named: $0, in: db) }) ?? UnitStore.root(in: db)
            else { throw StaffRefusal.noSuchUnit(unit ?? "") }
            return Found(member: member, role: role, unit: found)
        }
    }
}

struct RoleGrantCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "grant", abstract: "授予一個角色。")

    @OptionGroup var options: DataOptions
    @OptionGroup var arguments: RoleArguments

    func run() throws {
        let session = try options.open()
        let found = try arguments.find(in: session.database)
        let now = session.clock.now()
        let actor = session.actor
        try session.database.writeAndWait {
            try AccessStore.grant(
                found.role, at: found.unit.id, to: found.member.employee.id, actor: actor,
                origin: CommandSession.origin, now: now, in: $0)
        }
        Console.say("已授予 \(found.member.employee.name)「\(Terms.name(of: found.role))」，範圍：\(found.unit.fullName)。")
    }
}

struct RoleRevokeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "revoke", abstract: "收回一個角色。")

    @OptionGroup var options: DataOptions
    @OptionGroup var arguments: RoleArguments

    func run() throws {
        let session = try options.open()
        let found = try arguments.find(in: session.database)
        let now = session.clock.now()
        let actor = session.actor
        try session.database.writeAndWait {
            try AccessStore.revoke(
                found.role, at: found.unit.id, from: found.member.employee.id, actor: actor,
                origin: CommandSession.origin, now: now, in: $0)
        }
        Console.say("已收回 \(found.member.employee.name)「\(Terms.name(of: found.role))」，範圍：\(found.unit.fullName)。")
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
        try Policy.requireSomewhere(.readStaff, for: session.actor)
        let grants = try session.database.readAndWait {
            try GrantStore.grants(scope: Policy.scope(of: .readStaff, for: session.actor), in: $0)
        }
        if json {
            return try Console.json(
                grants.map { Item(login: $0.login, name: $0.name, role: $0.role.rawValue, unit: $0.unitName) })
        }
        Console.data("帳號\t姓名\t角色\t單位")
        for grant in grants {
            Console.data([grant.login, grant.name, Terms.name(of: grant.role), grant.unitName].joined(separator: "\t"))
        }
    }
}
