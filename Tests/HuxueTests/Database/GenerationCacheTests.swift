import GRDB
import Testing

@testable import Huxue

struct GenerationCacheTests {
    private static let generation = Generation("cached")

    private static func office() throws -> SampleOffice {
        let office = try SampleOffice()
        try office.database.writeAndWait {
            try $0.execute(sql: "INSERT INTO generation (name, value) VALUES ('cached', 1)")
        }
        return office
    }

    private static func move(_ office: SampleOffice) throws {
        try office.database.writeAndWait {
            try $0.execute(sql: "UPDATE generation SET value = value + 1 WHERE name = 'cached'")
        }
    }

    @Test func `a value is made once, until its generation moves`() throws {
        let office = try Self.office()
        let cache = GenerationCache<Int, String>(of: [.access, Self.generation], limit: 10)
        var made = 0
        func value(_ key: Int) throws -> String? {
            try office.database.readAndWait { db in
                try cache.value(for: key, in: db) {
                    made += 1
                    return "\(key) of \(made)"
                }
            }
        }
        #expect(try value(1) == "1 of 1")
        #expect(try value(1) == "1 of 1")
        #expect(try value(2) == "2 of 2")
        try Self.move(office)
        #expect(try value(1) == "1 of 3")
        #expect(try value(2) == "2 of 4")
        #expect(try value(1) == "1 of 3")
    }

    @Test func `what is nil is asked for again`() throws {
        let office = try Self.office()
        let cache = GenerationCache<Int, String>(of: [Self.generation], limit: 10)
        #expect(try office.database.readAndWait { try cache.value(for: 1, in: $0) { nil } } == nil)
        #expect(try office.database.readAndWait { try cache.value(for: 1, in: $0) { "made" } } == "made")
    }

    @Test func `beyond its limit it begins anew`() throws {
        let office = try Self.office()
        let cache = GenerationCache<Int, Int>(of: [Self.generation], limit: 3)
        var made = 0
        for key in [1, 2, 3, 4, 4, 1] {
            _ = try office.database.readAndWait { db in
                try cache.value(for: key, in: db) {
                    made += 1
                    return key
                }
            }
        }
        #expect(made == 5)
    }

    @Test func `an older snapshot neither sees nor leaves anything`() throws {
        let office = try Self.office()
        let cache = GenerationCache<Int, String>(of: [Self.generation], limit: 10)
        // A snapshot begins with its first query; a pool of its own may read while another does.
        let other = try OfficeDatabase(folder: office.folder, migrations: Features.all.migrations)
        try other.readAndWait { old in
            #expect(try Self.generation.value(in: old) == 1)
            try Self.move(office)
            #expect(try office.database.readAndWait { try cache.value(for: 1, in: $0) { "new" } } == "new")
            #expect(try cache.value(for: 1, in: old) { "old" } == "old")
        }
        #expect(try office.database.readAndWait { try cache.value(for: 1, in: $0) { "again" } } == "new")
    }
}
