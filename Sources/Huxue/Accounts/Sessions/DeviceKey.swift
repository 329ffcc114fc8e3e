import Crypto
import Foundation

/// The installation's secret key for recognising browsers; a file beside the database, never stored in it.
///
/// Source: OWASP, "Slow Down Online Guessing Attacks with Device Cookies".
struct DeviceKey: Sendable {
    private let key: SymmetricKey

    /// Reads the folder's key, or makes one when there is none; with a new key, no browser is recognised at first.
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

    /// The browser's mark if `login` has signed in there before; nil otherwise.
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

    /// The token to store in the browser after `login` has signed in there.
    func token(
        for login: String, after old: DeviceToken?, using generator: inout some RandomNumberGenerator
    ) -> DeviceToken {
        let mark = old?.mark ?? Base64URL.random(using: &generator)
        let code = HMAC<SHA256>.authenticationCode(for: Self.text(login, mark), using: key)
        let own = Base64URL.text(code)
        let others = (old?.codes ?? []).filter { $0 != own }
        return DeviceToken(mark: mark, codes: [own] + others.prefix(DeviceToken.codeLimit - 1))
    }

    /// The text that a code authenticates; unambiguous, because no login contains a line break.
    private static func text(_ login: String, _ mark: String) -> Data { Data("device\n\(login)\n\(mark)".utf8) }
}
