import Crypto
import Foundation

/// The installation's key under which browsers are known again: kept beside the database, never in it.
///
/// Source: OWASP, "Slow Down Online Guessing Attacks with Device Cookies".
struct DeviceKey: Sendable {
    private let key: SymmetricKey

    /// Reads the folder's key, or makes one where there is none; without the old one every browser is a stranger once.
    init(folder: DataFolder) throws {
        let path = folder.deviceKeyPath
        if let bytes = FileManager.default.contents(atPath: path), bytes.count == 32 {
            key = SymmetricKey(data: bytes)
            return
        }
        key = SymmetricKey(size: .bits256)
        try key.withUnsafeBytes { Data($0) }.write(to: URL(fileURLWithPath: path), options: .atomic)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    }

    /// The browser's mark if `login` has signed in there before; nil for a stranger.
    ///
    /// `login`: folded; see `Login`.
    func mark(of token: DeviceToken?, for login: String) -> String? {
        guard let token else { return nil }
        let isKnown = token.codes.contains { code in
            Base64URL.bytes(code).map {
                HMAC<SHA256>.isValidAuthenticationCode($0, authenticating: Self.text(login, token.mark), using: key)
            } ?? false
        }
        return isKnown ? token.mark : nil
    }

    /// What the browser keeps from now on, after `login` has signed in there.
    func token(
        for login: String, after old: DeviceToken?, using generator: inout some RandomNumberGenerator
    ) -> DeviceToken {
        let mark = old?.mark ?? Base64URL.random(using: &generator)
        let code = HMAC<SHA256>.authenticationCode(for: Self.text(login, mark), using: key)
        let own = Base64URL.text(code)
        let others = (old?.codes ?? []).filter { $0 != own }
        return DeviceToken(mark: mark, codes: [own] + others.prefix(DeviceToken.codeLimit - 1))
    }

    /// No login holds a line break.
    private static func text(_ login: String, _ mark: String) -> Data { Data("device\n\(login)\n\(mark)".utf8) }
}
