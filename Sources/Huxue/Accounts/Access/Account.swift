/// What an employee signs in with.
struct Account: Codable, Sendable {
    let id: ID<Account>
    let employeeID: ID<Employee>
    /// In lower case; signing in does not mind the case.
    let login: String
    /// An Argon2id hash with its parameters, `$argon2id$v=19$m=…`; nil until a password is issued.
    let passwordHash: String?
    /// True when the password was issued by somebody else and must be changed at the first sign-in.
    let passwordIsIssued: Bool
    /// When an issued password stops working; nil for chosen ones.
    let passwordExpiresAt: Moment?
    let theme: String
    /// How often a password was issued for it by somebody else.
    let timesIssued: Int
}

/// An account whose password somebody has just shown; the session is still to be made.
struct ProvenAccount: Hashable, Sendable {
    let id: ID<Account>
    /// The hash that the password was judged by, or the stronger one that has taken its place.
    let hash: String
}
