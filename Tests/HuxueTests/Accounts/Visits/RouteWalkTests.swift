import Foundation
import Hummingbird
import Testing

@testable import Huxue

/// What holds for every route there is; a route that is not in these lists cannot hide.
@Suite struct RouteWalkTests {
    /// Reachable without signing in.
    private static let open: Set<String> = [
        "/login", "/session", "/static/{hash}/{name}", "/public", "/public/faq", "/public/search", "/public/feed.atom",
        "/public/pages/{code}", "/public/attachments/{name}", "/feeds/{token}/pages.atom",
    ]

    private static func routes(_ office: SampleOffice) throws -> [(method: HTTPRequest.Method, path: String)] {
        let router = try buildRouter(
            office: try makeOffice(session: office.session, settings: Settings()), passwords: SampleOffice.cheap)
        return router.routes.map { ($0.method, $0.path.description) }
    }

    private static func filled(_ path: String) -> String {
        path.split(separator: "/").map { $0.hasPrefix("{") || $0.hasPrefix(":") ? "1" : String($0) }
            .joined(separator: "/")
    }

    @Test func `every page sends nobody to sign in, and nothing else`() async throws {
        let office = try SampleOffice()
        let routes = try Self.routes(office)
        #expect(routes.count > 30)
        try await office.test { browser in
            for route in routes where !Self.open.contains(route.path) {
                let uri = "/" + Self.filled(route.path)
                let answer =
                    route.method == .get ? try await browser.get(uri) : try await browser.post(uri, [("x", "1")])
                if route.method == .get {
                    #expect(answer.status == 303, "\(route.method) \(uri)")
                    #expect(answer.location.hasPrefix("/login"), "\(route.method) \(uri)")
                } else {
                    #expect(answer.status == 401, "\(route.method) \(uri)")
                }
            }
        }
    }

    @Test func `behind the TLS proxy an address without TLS is another site`() async throws {
        let office = try SampleOffice()
        var settings = Settings()
        settings.isSecure = true
        try await office.test(settings: settings) { browser in
            let form = [("login", "shufen"), ("password", SampleOffice.password)]
            let plain = try await browser.post("/session", form, headers: [.origin: "http://localhost"])
            #expect(plain.status == 403)
            let secure = try await browser.post("/session", form, headers: [.origin: "https://localhost"])
            #expect(secure.status == 303)
        }
    }

    @Test func `every change without the session's form token is refused`() async throws {
        let office = try SampleOffice()
        let routes = try Self.routes(office).filter { $0.method == .post && !Self.open.contains($0.path) }
        #expect(routes.count > 10)
        try await office.test { browser in
            let zonghan = try await browser.signedIn("zonghan")
            for route in routes {
                let uri = "/" + Self.filled(route.path)
                let forged = try await zonghan.send(
                    .post, uri,
                    headers: [
                        .origin: "http://localhost", .contentType: "application/x-www-form-urlencoded",
                    ], body: "token=wrong")
                #expect(forged.status == 403, "\(uri)")
                for origin in [
                    "http://elsewhere.example", "file://localhost", "ftp://localhost", "://localhost", "null",
                ] {
                    let foreign = try await zonghan.post(uri, headers: [.origin: origin])
                    #expect(foreign.status == 403, "\(uri) \(origin)")
                }
            }
        }
    }

    @Test func `a file is taken nowhere of nobody, without the token, or from elsewhere`() async throws {
        let office = try SampleOffice()
        let routes = try Self.routes(office).filter { $0.method == .post && !Self.open.contains($0.path) }
        let file = Data("x".utf8)
        try await office.test { browser in
            let (yachu, zonghan) = (try await browser.signedIn("yachu"), try await browser.signedIn("zonghan"))
            for route in routes {
                let uri = "/" + Self.filled(route.path)
                #expect(try await browser.upload(uri, file).status == 401, "\(uri)")
                #expect([403, 422].contains(try await yachu.upload(uri, file).status), "\(uri)")
                #expect([403, 422].contains(try await zonghan.upload(uri, file, token: "wrong").status), "\(uri)")
            }
        }
        #expect(!FileManager.default.fileExists(atPath: office.folder.uploadsPath))
    }

    @Test func `a head alone is answered as the page is, without the page`() async throws {
        let office = try SampleOffice()
        let routes = try Self.routes(office).filter { $0.method == .get }
        #expect(routes.count > 20)
        try await office.test { browser in
            let zonghan = try await browser.signedIn("zonghan")
            for person in [browser, zonghan] {
                for uri in routes.map({ "/" + Self.filled($0.path) }) + ["/no-such-page"] {
                    let page = try await person.get(uri)
                    let head = try await person.send(.head, uri, headers: [:], body: nil)
                    #expect(head.status == page.status && head.location == page.location, "\(uri)")
                    #expect(head.text.isEmpty, "\(uri)")
                    #expect(head.headers[.contentType] == page.headers[.contentType], "\(uri)")
                }
            }
            #expect(try await zonghan.send(.head, "/statutes", headers: [:], body: nil).status == 200)
        }
    }

    @Test func `every answer carries the security headers`() async throws {
        let office = try SampleOffice()
        let routes = try Self.routes(office)
        try await office.test { browser in
            let zonghan = try await browser.signedIn("zonghan")
            for route in routes where route.method == .get {
                let answer = try await zonghan.get("/" + Self.filled(route.path))
                #expect(
                    answer.headers[.contentSecurityPolicy] == SecurityHeaders.policy
                        || answer.headers[.contentSecurityPolicy] == "default-src 'none'; sandbox", "\(route.path)")
                #expect(answer.headers[.xContentTypeOptions] == "nosniff", "\(route.path)")
                #expect(answer.headers[.server] == nil, "\(route.path)")
                #expect(!answer.text.contains(" style="), "\(route.path)")
                #expect(!answer.text.contains(" onclick="), "\(route.path)")
                #expect(!answer.text.contains(/&lt;(a|b|p|li|tr|td|span|div|button|strong) ?/), "\(route.path)")
                #expect(answer.status != 500, "\(route.path)")
            }
        }
    }
}
