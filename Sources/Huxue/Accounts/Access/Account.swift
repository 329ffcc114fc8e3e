/// What an employee signs in with.
struct Account: Codable, Sendable {
    let id: ID<Account>
    let employeeID: ID<Employee>
    /// Stored in lower case; signing in ignores case.
    let login: String
    /// An Argon2id hash with its parameters, `$argon2id$v=19$m=…`; nil until a password is issued.
    let passwordHash: String?
    /// True when the password was issued by somebody else and must be changed at the first sign-in.
    let passwordIsIssued: Bool
    /// When an issued password stops working; nil for chosen ones.
    let passwordExpiresAt: Moment?
    let theme: String
    /// How many times somebody else has issued a password for this account.
    let timesIssued: Int
}

/// An account whose password was just entered correctly and for which no session exists yet.
struct ProvenAccount: Hashable, Sendable {
    let id: ID<Account>
    /// The hash against which the password was checked, or the stronger hash that has replaced it.
    let hash: String
}
