/// A password that an administrator hands to a person, who must use it soon and then choose another.
enum IssuedPassword {
    /// How long it can be used for the first time after it was issued.
    static let validHours: Int64 = 72
    /// How long it still works after its first use, in case the browser closes before a new one is chosen.
    static let minutesAfterUse = 30

    /// Letters and digits that cannot be confused on paper: without 0 and o, and without 1, l and i.
    private static let alphabet = Array("abcdefghjkmnpqrstuvwxyz23456789")
    private static let groups = 3
    private static let groupLength = 6

    /// Three groups of six characters, `k3mx9a-…`: 18 characters out of an alphabet of 31, 89 bits.
    static func make(using generator: inout some RandomNumberGenerator) -> String {
        (0..<groups).map { _ in
            String((0..<groupLength).compactMap { _ in alphabet.randomElement(using: &generator) })
        }.joined(separator: "-")
    }

    static func end(issuedAt now: Moment) -> Moment { now.adding(seconds: validHours * 3600) }
}
