import HTTPTypes

extension HTTPField.Name {
    static let forwardedFor = literal("X-Forwarded-For")
    static let huxueToken = literal("Huxue-Token")
    static let huxueSequence = literal("Huxue-Sequence")
    static let huxueSaved = literal("Huxue-Saved")
    static let huxueWindow = literal("Huxue-Window")
    static let huxueSuperseded = literal("Huxue-Superseded")
    static let huxueOverwrote = literal("Huxue-Overwrote")
    static let clearSiteData = literal("Clear-Site-Data")

    /// A header name that is known to be valid; an invalid one would become `Server` and show in every response.
    static func literal(_ name: String) -> HTTPField.Name { HTTPField.Name(name) ?? .server }
}
