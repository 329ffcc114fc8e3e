import HTTPTypes

enum Cookies {
    /// The value of the first cookie of that name; nil when there is none.
    static func value(_ name: String, in headers: HTTPFields) -> Substring? {
        for cookie in (headers[.cookie] ?? "").split(separator: ";") {
            let trimmed = cookie.drop { $0 == " " }
            if trimmed.hasPrefix(name + "=") { return trimmed.dropFirst(name.utf8.count + 1) }
        }
        return nil
    }
}

enum SessionCookie {
    static func name(secure: Bool) -> String { secure ? "__Host-huxue" : "huxue" }

    static func token(in headers: HTTPFields, secure: Bool) -> SessionToken? {
        Cookies.value(name(secure: secure), in: headers).flatMap { SessionToken($0) }
    }

    static func setting(_ token: SessionToken, secure: Bool) -> String {
        "\(name(secure: secure))=\(token.text); Path=/; HttpOnly; SameSite=Lax\(secure ? "; Secure" : "")"
    }

    static func clearing(secure: Bool) -> String {
        "\(name(secure: secure))=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax\(secure ? "; Secure" : "")"
    }
}
