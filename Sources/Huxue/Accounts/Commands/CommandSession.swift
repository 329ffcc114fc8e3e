import Foundation

/// An office opened by a command.
struct CommandSession {
    let database: OfficeDatabase
    let clock: OfficeClock
    /// From `--resources`; nil when not given.
    let explicitResources: String?
    let actor: Actor

    /// What the command's action is given.
    var acting: ActionContext { ActionContext(actor: actor, origin: Self.origin, now: clock.now()) }

    /// The folder `Resources`, looked for only when it is needed.
    /// - Throws: `Resources.Missing`.
    func resources() throws -> Resources {
        try Resources(
            explicit: explicitResources ?? ProcessInfo.processInfo.environment["HUXUE_RESOURCES"],
            executable: "/proc/self/exe")
    }

    /// What the audit log keeps as the place from which a command acted.
    static let origin = "command"
}
