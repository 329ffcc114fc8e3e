/// What every route needs; created once in `App/`.
struct Office: Sendable {
    let name: String
    let isDemo: Bool
    let house: House
    let database: OfficeDatabase
    let clock: OfficeClock
    let watch: ChangeWatch
    let sessions: SessionCache
    let assets: Assets
    let resources: Resources
    let settings: Settings
    let waiting = WaitingCache()
    /// Threads for hashing passwords, away from the event loop.
    let hashing: WorkPool
    /// Threads for files, imports and exports, away from the event loop.
    let files: WorkPool
}

/// How this server was started.
struct Settings: Sendable {
    var host = "127.0.0.1"
    var port = 8080
    /// Whether browsers reach the server over TLS, through a proxy; cookies are then Secure and HSTS is sent.
    var isSecure = false
}
