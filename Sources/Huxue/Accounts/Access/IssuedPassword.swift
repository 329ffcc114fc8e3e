/// A password that an administrator hands over: to be used once, and soon.
enum IssuedPassword {
    /// How long it may wait for its first use.
    static let validHours: Int64 = 72
    /// How long it works on after its first use, in case the browser closes before a new one is chosen.
    static let minutesAfterUse = 30

    /// Letters and digits that nobody mistakes for one another on paper: no 0 o, 1 l i.
    private static let alphabet = Array("abcdefghjkmnpqrstuvwxyz23456789")
    private static let groups = 3
    private static let groupLength = 6

    /// Three groups of six characters, `k3mx9a-…`: 18 of 31 characters, 89 bits.
    static func make(using generator: inout some RandomNumberGenerator) -> String {
        (0..<groups).map { _ in
            String((0..<groupLength).compactMap { _ in alphabet.randomElement(using: &generator) })
        }.joined(separator: "-")
    }

    static func end(issuedAt now: Moment) -> Moment { now.adding(seconds: validHours * 3600) }
}
