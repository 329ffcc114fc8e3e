import GRDB
import Testing

@testable import Huxue

/// What is due for authors, what waits for those who check cases, and what the rest of the house knows of them.
@Suite struct CaseHomeTests {
    private let sample: SampleCases

    init() throws {
        sample = try SampleCases()
    }

    private func home(_ login: String) async throws -> String {
        try await sample.office.test { browser in try await browser.signedIn(login).get("/").text }
    }

    @Test func `what was returned is due for its authors alone`() async throws {
        let id = try sample.add(isSubmitted: true)
        let before = try await home("yachu")
        #expect(!before.contains("遷入登記漏收證明文件"))
        try sample.perform(.giveBack(reason: "看得出是誰"), on: id)
        let (author, colleague) = (try await home("yachu"), try await home("shufen"))
        #expect(author.contains("遷入登記漏收證明文件") && author.contains("請改好再送出"))
        #expect(!colleague.contains("遷入登記漏收證明文件"))
    }

    @Test func `each checker counts what waits for them, by step, and nothing of their own`() throws {
        for state in [CaseState.submitted, .discussion, .concluded, .published, .retired] {
            try sample.advance(try sample.add(isSubmitted: true), to: state)
        }
        try sample.add(SampleCases.form("A05 100%"), by: "shuhui", isSubmitted: true)
        func waiting(_ login: String) throws -> Int {
            let visitor = try sample.visitor(login)
            return try sample.office.database.readAndWait {
                let condition = CaseStore.condition(
                    CaseFilter(isWaiting: true), for: CaseActions.reader(visitor))
                return try CaseStore.count(where: condition, in: $0)
            }
        }
        let counts = try ["shuhui", "meiling", "yachu", "zonghan"].map { try waiting($0) }
        #expect(counts == [3, 4, 0, 0])
    }

    @Test func `filters find by kind, facet and author, and count what they find`() throws {
        try sample.add(isSubmitted: true)
        var doubt = SampleCases.form(title: "同名同姓的疑義")
        (doubt[.kind], doubt[.subject], doubt[.service]) = (CaseKind.doubt.rawValue, "國籍", "歸化")
        try sample.add(doubt)
        let visitor = try sample.visitor("yachu")
        let filters: [(CaseFilter, Int)] = [
            (CaseFilter(), 2), (CaseFilter(kind: .doubt), 1), (CaseFilter(state: .submitted), 1),
            (CaseFilter(subject: "國籍"), 1), (CaseFilter(subject: "國籍", service: "遷入登記"), 0),
            (CaseFilter(service: "遷入登記"), 1), (CaseFilter(isOwn: true), 2), (CaseFilter(isWaiting: true), 0),
        ]
        for (filter, count) in filters {
            let contents = try sample.office.database.readAndWait {
                try CaseActions.listing(filter, page: 1, for: visitor, in: $0)
            }
            #expect(contents.lines.count == count && contents.paging.total == count, "\(filter)")
            #expect(Set(contents.subjects) == ["戶籍登記", "國籍"])
        }
    }

    @Test func `a unit with case studies is not removed`() throws {
        let id = try sample.add(isSubmitted: true)
        try sample.advance(id, to: .discussion, unit: "登記二課")
        for name in ["登記一課", "登記二課", "東興辦公室"] {
            let uses = try sample.office.database.readAndWait { db in
                try CaseUnitStore.uses(of: try #require(try UnitStore.unit(named: name, in: db)), in: db)
            }
            #expect(uses.isEmpty == (name == "東興辦公室"), "\(name)")
        }
    }

    @Test func `the audit log names a case to those alone who may see it`() async throws {
        let id = try sample.add(isSubmitted: true)
        try await sample.office.test { browser in
            let log = try await browser.signedIn("zonghan").get("/audit").text
            #expect(log.contains("送出案例") && !log.contains("漏收證明文件") && !log.contains("/cases/\(id)\""))
        }
    }

    @Test func `commands need a person, show what that person may see, and are audited`() async throws {
        let id = try sample.add(isSubmitted: true)
        let data = sample.office.folder.path
        func run(_ arguments: String...) async -> Int32 {
            await Huxue.CommandLine.run(["cases"] + arguments + ["--data", data])
        }
        let nobody = [await run("list"), await run("show", "\(id)")]
        #expect(nobody == [1, 1])
        for (login, expected) in [("yachu", 0), ("shuhui", 0), ("jian", 1), ("zonghan", 1)] as [(String, Int32)] {
            let listed = await run("list", "--json", "--as", login)
            let shown = await run("show", "\(id)", "--json", "--as", login)
            #expect(listed == 0 && shown == expected, "\(login)")
        }
        let looks = try sample.audited(.caseReading)
        #expect(looks == 2)
    }
}
