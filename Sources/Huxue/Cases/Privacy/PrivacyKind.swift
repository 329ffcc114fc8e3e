import Foundation

/// Kinds of personal data that a case study must not carry.
///
/// In order of precedence: where two kinds claim the same characters, the earlier one wins.
enum PrivacyKind: String, CaseIterable, Codable, Sendable {
    case identityNumber, residentNumber, email, messenger, passport, householdNumber, mobile, landline
    case birthDate, address, plate, name

    /// Whether an author may keep it, with a reason: numbers that stand for one person for life never stay.
    var isWaivable: Bool { self != .identityNumber && self != .residentNumber }
}
