import HTTPTypes

/// The address of a visitor behind the TLS proxy.
enum ForwardedAddress {
    /// Whether the connection comes from a proxy on this machine; no other is trusted.
    static func isProxy(_ address: String) -> Bool { address == "127.0.0.1" || address == "::1" }

    /// The last entry of `X-Forwarded-For`, which the proxy itself wrote; nil unless it is an address.
    static func last(in headers: HTTPFields) -> String? {
        guard let hop = headers[values: .forwardedFor].last?.split(separator: ",").last else { return nil }
        let address = hop.drop { $0 == " " }
        let isAddress = address.utf8.allSatisfy { byte in
            (UInt8(ascii: "0")...UInt8(ascii: ":")).contains(byte) || byte == UInt8(ascii: ".")
                || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte.lowered)
        }
        return isAddress && (2...45).contains(address.utf8.count) ? String(address) : nil
    }
}
