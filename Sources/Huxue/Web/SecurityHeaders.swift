import HTTPTypes

enum SecurityHeaders {
    static let policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
        + "connect-src 'self'; manifest-src 'self'; form-action 'self'; object-src 'none'; base-uri 'none'; "
        + "frame-ancestors 'none'"

    private static let fixed = [
        HTTPField(name: .contentSecurityPolicy, value: policy),
        HTTPField(name: .xContentTypeOptions, value: "nosniff"),
        HTTPField(name: .literal("Referrer-Policy"), value: "same-origin"),
        HTTPField(name: .literal("Cross-Origin-Opener-Policy"), value: "same-origin"),
        HTTPField(name: .literal("Cross-Origin-Resource-Policy"), value: "same-origin"),
        HTTPField(
            name: .literal("Permissions-Policy"),
            value: "camera=(), microphone=(), geolocation=(), payment=(), usb=()"),
    ]
    private static let noStore = HTTPField(name: .cacheControl, value: "no-store")

    /// Adds what a route has not set itself: a download brings a stricter policy of its own.
    static func set(on headers: inout HTTPFields, secure: Bool) {
        let hasPolicy = headers[.contentSecurityPolicy] != nil
        for field in hasPolicy ? fixed[1...] : fixed[...] { headers.append(field) }
        if headers[.cacheControl] == nil { headers.append(noStore) }
        if secure { headers[.strictTransportSecurity] = "max-age=31536000; includeSubDomains" }
    }
}
