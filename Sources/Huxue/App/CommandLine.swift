import ArgumentParser
import Foundation
import Logging

/// The command `huxue`.
public enum CommandLine {
    /// Runs the command in this process's arguments, then exits: 0 done, 1 refused or bad data, 64 wrong usage.
    public static func start() async -> Never {
        // Files that this process writes must be readable by their owner only.
        umask(0o077)
        LoggingSystem.bootstrap { JSONLog(source: $0, clock: OfficeClock()) }
        exit(await run(Array(Swift.CommandLine.arguments.dropFirst())))
    }

    /// Runs one command; sentences go to standard error, data to standard output.
    ///
    /// `features`: the features whose commands are offered and whose data the office has.
    static func run(_ arguments: [String], features: FeatureList = Features.all) async -> Int32 {
        await FeatureList.$current.withValue(features) {
            await House.$current.withValue(features.house) { await runOne(arguments) }
        }
    }

    private static func runOne(_ arguments: [String]) async -> Int32 {
        do {
            var command = try HuxueCommand.parseAsRoot(arguments)
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
            return 0
        } catch {
            return answer(to: error)
        }
    }

    private static func answer(to error: any Error) -> Int32 {
        switch error {
        case let refusal as any Refusal:
            Console.say(refusal.commandSentence)
            return 1
        case let code as ExitCode:
            return code.rawValue
        default:
            let code = HuxueCommand.exitCode(for: error)
            let message = HuxueCommand.fullMessage(for: error)
            if code == .success || code == .validationFailure {
                Console.say(CommandMessages.translated(message))
                return code == .success ? 0 : 64
            }
            Console.say(CommandMessages.sentence(for: error))
            return 1
        }
    }
}

struct HuxueCommand: AsyncParsableCommand {
    /// Computed, not stored: the subcommands depend on the current features.
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "huxue",
            abstract: "戶學：戶政事務所的法令測驗、知識庫與學習紀錄。",
            subcommands: [
                InitCommand.self, ServeCommand.self, DemoCommand.self, StaffCommand.self, RoleCommand.self,
            ] + FeatureList.current.commands + [AuditCommand.self, DoctorCommand.self])
    }
}
