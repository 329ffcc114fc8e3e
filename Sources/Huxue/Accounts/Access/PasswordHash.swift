import CArgon2
import Foundation

/// Argon2id hashes in the form that keeps their parameters: `$argon2id$v=19$m=19456,t=2,p=1$salt$tag`.
///
/// A password is hashed as the UTF-8 bytes of its composed form (NFC), so that the same characters typed on
/// another system give the same hash.
enum PasswordHash {
    /// The parameters of Argon2id, which set how costly one guess is.
    struct Parameters: Hashable, Sendable {
        /// In KiB.
        let memory: UInt32
        let passes: UInt32
        let lanes: UInt32

        /// Source: ASVS 5.0, appendix C.
        static let current = Parameters(memory: 19456, passes: 2, lanes: 1)
    }

    struct Failure: Error {
        /// An `Argon2_ErrorCodes`.
        let code: Int32
    }

    static let saltBytes = 16
    static let tagBytes = 32

    /// For the whole process, before the first hash.
    private static let settings: Void = huxue_return_large_blocks()

    static func make(
        _ password: String, parameters: Parameters = .current, using generator: inout some RandomNumberGenerator
    ) throws -> String {
        let salt = (0..<saltBytes).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        return try make(password, salt: salt, parameters: parameters)
    }

    static func make(_ password: String, salt: [UInt8], parameters: Parameters) throws -> String {
        _ = settings
        let bytes = self.bytes(of: password)
        let length = argon2_encodedlen(
            parameters.passes, parameters.memory, parameters.lanes, UInt32(salt.count), UInt32(tagBytes), Argon2_id)
        var encoded = [CChar](repeating: 0, count: length)
        let code = argon2id_hash_encoded(
            parameters.passes, parameters.memory, parameters.lanes, bytes, bytes.count, salt, salt.count, tagBytes,
            &encoded, encoded.count)
        guard code == ARGON2_OK.rawValue else { throw Failure(code: code) }
        return String(decoding: encoded.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Whether `encoded` is a hash of `password`; false when `encoded` is not in our format.
    static func matches(_ password: String, _ encoded: String) -> Bool {
        guard password.utf8.count <= PasswordRules.typedLimit, let parameters = parameters(of: encoded),
            isBearable(parameters)
        else { return false }
        let bytes = self.bytes(of: password)
        return argon2id_verify(encoded, bytes, bytes.count) == ARGON2_OK.rawValue
    }

    /// Whether `encoded` is cheaper to guess than a hash made today would be.
    static func needsRehash(_ encoded: String, current: Parameters = .current) -> Bool {
        guard let parameters = parameters(of: encoded) else { return true }
        return parameters.memory < current.memory || parameters.passes < current.passes
            || parameters.lanes < current.lanes
    }

    /// Nil unless `encoded` has the form of an Argon2id hash, version 19.
    static func parameters(of encoded: String) -> Parameters? {
        let parts = encoded.split(separator: "$", omittingEmptySubsequences: false)
        guard parts.count == 6, parts[0].isEmpty, parts[1] == "argon2id", parts[2] == "v=19" else { return nil }
        let numbers = parts[3].split(separator: ",")
        guard numbers.count == 3, let memory = number("m=", numbers[0]), let passes = number("t=", numbers[1]),
            let lanes = number("p=", numbers[2])
        else { return nil }
        return Parameters(memory: memory, passes: passes, lanes: lanes)
    }

    /// Whether the parameters are within bounds, so that a forged row cannot make the server use gigabytes or hours.
    private static func isBearable(_ parameters: Parameters) -> Bool {
        parameters.memory <= 1 << 20 && parameters.passes <= 64 && parameters.lanes <= 16
    }

    private static func number(_ prefix: String, _ text: Substring) -> UInt32? {
        text.hasPrefix(prefix) ? UInt32(text.dropFirst(prefix.count)) : nil
    }

    private static func bytes(of password: String) -> [CChar] {
        StreamSafeText.key(password).utf8.map { CChar(bitPattern: $0) }
    }
}
