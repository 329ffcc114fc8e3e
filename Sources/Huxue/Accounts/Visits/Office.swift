/// What every route works with; made once in `App/`.
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
    /// Password hashing, away from the event loop.
    let hashing: WorkPool
    /// Files, imports and exports, away from the event loop.
    let files: WorkPool
}

/// How this server was started.
struct Settings: Sendable {
    var host = "127.0.0.1"
    var port = 8080
    /// Whether browsers reach it over TLS (a proxy in front of it): cookies are then Secure and HSTS is sent.
    var isSecure = false
}
