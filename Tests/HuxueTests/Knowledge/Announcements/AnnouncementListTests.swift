import Testing

@testable import Huxue

/// The list of announcements counts people; it does not load them.
@Suite struct AnnouncementListTests {
    @Test func `people are counted, not loaded`() throws {
        let office = try AnnouncementSample.sent()
        try AnnouncementSample.save(AnnouncementSample.content("second"), in: office)
        try AnnouncementSample.send("second", .everybody, in: office)
        let reader = try AnnouncementSample.acting("yachu", in: office)
        try office.database.writeAndWait {
            try AnnouncementActions.confirm("notice", number: 1, by: reader, in: $0)
        }
        for (login, counts) in [("guanting", ["0／7", "1／7"]), ("shuhui", ["0／3", "1／3"])] {
            let actor = try AnnouncementSample.acting(login, in: office).actor
            let statements = Statements()
            let contents = try office.database.readAndWait { db in
                try statements.traced(db) {
                    try AnnouncementListActions.contents(for: actor, now: office.clock.now(), in: db)
                }
            }
            #expect(contents.sent.map { "\($0.read)／\($0.people)" } == counts, "\(login)")
            let people = statements.all.filter { $0.contains(/\bemployee\b/) }
            #expect(people.count == 2 && people.allSatisfy { $0.contains("count(*) AS people") }, "\(people)")
        }
    }
}
