import Hummingbird

/// Personal feeds, read by programs without a session: the token in the address is all they have.
struct FeedFileRoutes {
    let office: Office

    func add(to router: Router<VisitContext>) {
        router.get("feeds/:token/pages.atom") { request, context in try await feed(request, context) }
    }

    private func feed(_ request: Request, _ context: VisitContext) async throws -> WebResponse {
        let text = try context.parameters.require("token")
        let query = try request.query()
        let now = office.clock.now()
        let items = try await office.database.read {
            try FeedActions.items(query, of: FeedToken(text), now: now, in: $0)
        }
        let site = Self.site(of: request, secure: office.settings.isSecure)
        let feed = FeedViews.staffFeed(
            items, office: office.name, site: site, selfLink: site + request.uri.string, now: now)
        return .file(feed.bytes, type: AtomFeed.type)
    }

    /// The site's address as the reader knows it; programs that read feeds want whole addresses.
    static func site(of request: Request, secure: Bool) -> String {
        let host = request.head.authority ?? ""
        let isHost = host.utf8.allSatisfy { byte in
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) || ".-:[]".utf8.contains(byte)
        }
        return "\(secure ? "https" : "http")://\(isHost && !host.isEmpty ? host : "localhost")"
    }
}

extension PageFilter {
    /// What a feed's address asks for.
    ///
    /// Nil for a kind that does not exist.
    init?(feed query: Form, reach: Reach) throws {
        self.init(reach: reach)
        let kind = try query.text("kind")
        if !kind.isEmpty {
            guard let known = PageKind(rawValue: kind) else { return nil }
            self.kind = known
        }
        for facet in PageFacet.allCases {
            let value = try query.text(facet.rawValue)
            if !value.isEmpty { facets[facet] = value }
        }
        if reach != .open { unit = try query.text("unit") }
    }
}
