import HTTPTypes

/// The cookie that holds a `DeviceToken`; it stays in the browser after a session ends.
enum DeviceCookie {
    private static let seconds = 400 * 24 * 3600

    static func name(secure: Bool) -> String { secure ? "__Host-huxue-device" : "huxue-device" }

    static func token(in headers: HTTPFields, secure: Bool) -> DeviceToken? {
        Cookies.value(name(secure: secure), in: headers).flatMap { DeviceToken($0) }
    }

    static func setting(_ token: DeviceToken, secure: Bool) -> String {
        "\(name(secure: secure))=\(token.text); Max-Age=\(seconds); Path=/; HttpOnly; SameSite=Lax"
            + (secure ? "; Secure" : "")
    }
}
