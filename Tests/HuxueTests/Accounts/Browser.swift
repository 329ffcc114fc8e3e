import HTTPTypes
import Hummingbird
import NIOCore

@testable import Huxue

/// A browser of these tests: keeps the cookie, sends forms as a page of the site would.
struct Browser {
    let client: RouterClient
    private(set) var cookie: String?
    private(set) var formToken = ""

    struct Page {
        let status: HTTPResponse.Status
        let headers: HTTPFields
        let text: String

        var location: String? { headers[.location] }
    }

    init(_ client: RouterClient) {
        self.client = client
    }

    /// Signed in by a session made beforehand.
    init(_ client: RouterClient, session: SessionToken) {
        self.client = client
        cookie = "huxue=\(session.text)"
        formToken = session.formToken
    }

    mutating func signIn(_ login: String, password: String = SampleStaff.password) async throws -> Page {
        let page = try await post("/session", ["login": login, "password": password])
        if let set = page.headers[.setCookie], let pair = set.split(separator: ";").first,
            let token = SessionToken(pair.dropFirst("huxue=".count))
        {
            cookie = String(pair)
            formToken = token.formToken
        }
        return page
    }

    func get(_ address: String) async throws -> Page {
        try await send(address, method: .get, headers: [:], body: nil)
    }

    func post(
        _ address: String, _ fields: [String: String] = [:], token: String? = nil, origin: String = "http://localhost",
        cookie: String = ""
    ) async throws -> Page {
        let all = fields.merging(["token": token ?? formToken]) { $1 }
        let body = all.map { Address.encoded($0.key) + "=" + Address.encoded($0.value) }.joined(separator: "&")
        var headers: HTTPFields = [.contentType: "application/x-www-form-urlencoded", .origin: origin]
        if !cookie.isEmpty { headers[.cookie] = cookie }
        return try await send(address, method: .post, headers: headers, body: ByteBuffer(string: body))
    }

    /// Sends a file in the field `file`.
    func upload(_ address: String, file: [UInt8], name: String = "人員.csv") async throws -> Page {
        var body = ByteBuffer()
        body.writeString("--edge\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\n\(formToken)\r\n--edge\r\n")
        body.writeString("Content-Disposition: form-data; name=\"file\"; filename=\"\(name)\"\r\n")
        body.writeString("Content-Type: text/csv\r\n\r\n")
        body.writeBytes(file)
        body.writeString("\r\n--edge--\r\n")
        return try await send(
            address, method: .post,
            headers: [.contentType: "multipart/form-data; boundary=edge", .origin: "http://localhost"], body: body)
    }

    private func send(
        _ address: String, method: HTTPRequest.Method, headers: HTTPFields, body: ByteBuffer?
    ) async throws -> Page {
        var headers = headers
        if let cookie { headers[.cookie] = cookie }
        headers[.userAgent] = "Mozilla/5.0 (Windows NT 10.0) Chrome/130 Edg/130"
        return try await client.execute(uri: address, method: method, headers: headers, body: body) {
            Page(status: $0.status, headers: $0.headers, text: String(buffer: $0.body))
        }
    }
}
