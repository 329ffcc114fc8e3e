import GRDB
import Synchronization
import Testing

@testable import Huxue

/// What the home page asks of announcements, and at what cost.
@Suite struct AnnouncementHomeTests {
    private static let audiences: [Audience] = [
        .everybody, Audience(units: ["南華區戶政事務所/登記一課"], except: ["A03"]),
        Audience(units: ["全所"], counterOnly: true), Audience(positions: ["課員"], employees: ["A02", "A07"]),
        Audience(units: ["南華區戶政事務所/登記"], employees: ["A01"], except: ["A01"]), Audience(employees: ["A05", "A06"]),
        Audience(units: ["南華區戶政事務所/東興辦公室", "南華區戶政事務所/登記二課"], positions: ["課長"], counterOnly: true),
    ]

    @Test func `what is counted is what the list of readers shows`() throws {
        let office = try AnnouncementSample.office()
        try AnnouncementSample.grant("shuhui", .supervisor, at: "登記二課", in: office)
        for (place, audience) in Self.audiences.enumerated() {
            try AnnouncementSample.save(AnnouncementSample.content("n-\(place)"), in: office)
            // As it is kept, whether or not such an order would be taken.
            try office.database.writeAndWait { db in
                let page = try #require(try PageStore.page(code: "n-\(place)", in: db))
                let root = try #require(try UnitStore.root(in: db))
                try AnnouncementStore.insert(
                    page: page.id, unit: root.id, audience: audience, required: 1,
                    deadline: AnnouncementSample.today, by: "guanting", now: SampleOffice.morning, in: db)
            }
        }
        for (login, code) in [("yachu", "n-0"), ("jian", "n-0"), ("jian", "n-3"), ("shuhui", "n-5")] {
            let acting = try AnnouncementSample.acting(login, in: office)
            try office.database.writeAndWait { try AnnouncementActions.confirm(code, number: 1, by: acting, in: $0) }
        }
        // A later revision, which nobody has been asked for.
        try AnnouncementSample.save(AnnouncementSample.content("n-0", body: "改過。"), in: office)
        for login in ["guanting", "shuhui", "meiling", "yachu"] {
            let actor = try #require(try office.visitor(login)).actor
            try office.database.readAndWait { db in
                let counted = try AnnouncementCallActions.tallies(for: actor, today: AnnouncementSample.today, in: db)
                    .map { "\($0.subject.code) \($0.read)/\($0.people) \($0.isSender) \($0.hasLaterRevision)" }
                let listed = try AnnouncementStore.open(in: db).compactMap { announcement, page in
                    try AnnouncementActions.overview(
                        of: page, announcement, for: actor, now: office.clock.now(), in: db)
                }.map { "\($0.page.code) \($0.readCount)/\($0.lines.count) \($0.isSender) \($0.hasLaterRevision)" }
                #expect(counted == listed, "\(login)")
                #expect(listed.count == (login == "yachu" ? 0 : login == "meiling" ? 0 : Self.audiences.count))
            }
        }
    }

    /// How many statements run in `body`.
    private func statements(_ office: SampleOffice, _ body: (Database) throws -> Void) throws -> Int {
        let count = Mutex(0)
        try office.database.readAndWait { db in
            db.trace { _ in count.withLock { $0 += 1 } }
            defer { db.trace(options: []) }
            try body(db)
        }
        return count.withLock { $0 }
    }

    @Test func `announcements that somebody has read, or that are for others, cost no queries of their own`() throws {
        let office = try AnnouncementSample.office()
        let (yachu, now) = (try #require(try office.visitor("yachu")), office.clock.now())
        let reader = try AnnouncementSample.acting("yachu", in: office)
        func due() throws -> (cost: Int, codes: [String]) {
            var codes: [String] = []
            let cost = try statements(office) { db in
                codes = try AnnouncementCallActions.due(for: yachu, now: now, in: db).map(\.address.text)
            }
            return (cost, codes)
        }
        #expect(try due().cost == 1)
        for place in 0..<12 {
            let code = "read-\(place)"
            try AnnouncementSample.save(AnnouncementSample.content(code), in: office)
            try AnnouncementSample.send(code, .everybody, in: office)
            try office.database.writeAndWait { try AnnouncementActions.confirm(code, number: 1, by: reader, in: $0) }
        }
        #expect(try due().cost == 1)
        for place in 0..<4 {
            try AnnouncementSample.save(AnnouncementSample.content("other-\(place)"), in: office)
            try AnnouncementSample.send("other-\(place)", Audience(units: ["登記二課"]), in: office)
        }
        #expect(try due().cost == 3)
        try AnnouncementSample.save(AnnouncementSample.content("mine"), in: office)
        try AnnouncementSample.send("mine", .everybody, in: office)
        let mine = try due()
        #expect(mine.codes == ["/pages/mine"] && mine.cost <= 8)
    }
}
