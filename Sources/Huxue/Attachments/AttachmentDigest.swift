import Crypto

enum AttachmentDigest {
    /// SHA-256 in hexadecimal.
    static func hash(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef")
        return String(SHA256.hash(data: bytes).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    }
}
