import Foundation

/// An office's data opened by a command, and the person who runs the command.
struct CommandSession {
    let database: OfficeDatabase
    let clock: OfficeClock
    /// From `--resources`; nil when not given.
    let explicitResources: String?
    let actor: Actor

    /// The context for the command's actions, as of now.
    var acting: ActionContext { ActionContext(actor: actor, origin: Self.origin, now: clock.now()) }

    /// The folder `Resources`, looked for only when it is needed.
    /// - Throws: `Resources.Missing`.
    func resources() throws -> Resources {
        try Resources(
            explicit: explicitResources ?? ProcessInfo.processInfo.environment["HUXUE_RESOURCES"],
            executable: "/proc/self/exe")
    }

    /// The origin that the audit log stores for commands, in place of a browser's address.
    static let origin = "command"
}
