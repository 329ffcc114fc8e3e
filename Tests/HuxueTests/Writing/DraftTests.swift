import Foundation
import GRDB
import Testing

@testable import Huxue

/// Drafts of whatever people write.
@Suite struct DraftTests {
    /// Something that no feature has.
    private enum Field: String, WrittenField {
        case title, place, body

        static let subjectKind = "toy"
        static let content: [Field] = [.title, .place]
        static let text: Field? = .body
        var name: String { rawValue }
    }

    private let office: SampleOffice
    private let acting: ActionContext

    init() throws {
        office = try SamplePages.office()
        acting = try AnnouncementSample.acting("yachu", in: office)
    }

    private func keep(_ title: String, of subject: String, base: Int = 1, seen: String? = nil) throws {
        let (now, actor) = (office.clock.now(), acting.actor)
        try office.database.writeAndWait {
            try DraftActions.keep(
                WrittenForm<Field>([.title: title]), of: subject, base: base, seen: seen,
                by: ActionContext(actor: actor, origin: "test", now: now), in: $0)
        }
    }

    private func drafts(of login: String) throws -> [Draft<Field>] {
        let visitor = try #require(try office.visitor(login))
        return try office.database.readAndWait { try DraftActions.drafts(of: visitor, in: $0) }
    }

    @Test func `a draft is its author's and its kind's alone`() throws {
        try keep("甲", of: "5")
        office.advance(minutes: 1)
        try keep("乙", of: "6")
        #expect(try drafts(of: "yachu").map { $0.form[.title] } == ["乙", "甲"])
        #expect(try drafts(of: "shufen").isEmpty)
        let visitor = try #require(try office.visitor("yachu"))
        try office.database.readAndWait { db in
            #expect(try DraftActions.count(PageField.self, of: visitor, in: db) == 0)
            let page: Draft<PageField>? = try DraftActions.draft(of: "5", by: visitor, in: db)
            #expect(page == nil)
        }
    }

    @Test func `a window that has not seen the draft of another does not replace it`() throws {
        try keep("甲", of: "5", seen: "")
        let first = try #require(try drafts(of: "yachu").first)
        office.advance(minutes: 1)
        try keep("乙", of: "5", seen: first.mark)
        #expect(throws: WritingRefusal.draftElsewhere(office.clock.now())) {
            try keep("丙", of: "5", seen: first.mark)
        }
        // The same text twice is no second text.
        try keep("乙", of: "5", seen: first.mark)
        try keep("丙", of: "5")
        #expect(try drafts(of: "yachu").map { $0.form[.title] } == ["丙"])
    }

    @Test func `names change in drafts of one kind, and a draft is carried over a revision`() throws {
        try keep("甲", of: "5", base: 2)
        try keep("甲", of: "6", base: 1)
        try office.database.writeAndWait { db in
            try DraftStore.replace(["甲": "乙", "乙": "甲"], in: Field.title, in: db)
            try DraftStore.replace(["乙": "丙"], in: PageField.title, in: db)
            try DraftStore.carry("toy", of: "5", over: 2, in: db)
            try DraftStore.carry("toy", of: "6", over: 2, in: db)
        }
        #expect(try drafts(of: "yachu").map { $0.form[.title] } == ["乙", "乙"])
        #expect(try drafts(of: "yachu").map(\.base).sorted() == [1, 3])
    }

    @Test func `drafts of pages from before are carried over`() throws {
        let author = try #require(try office.visitor("yachu")).employee
        let old = try #require(PageSchema.migrations.first)
        let carrying = try #require(PageSchema.migrations.first { $0.sql.contains("FROM pageDraft") })
        try office.database.writeAndWait { db in
            let start = try #require(old.sql.range(of: "CREATE TABLE pageDraft"))
            try db.execute(sql: String(old.sql[start.lowerBound...]))
            try db.execute(
                sql: "INSERT INTO pageDraft VALUES (?, 'page-7', NULL, 3, '{\"title\":\"半\"}', ?)",
                arguments: [author, SampleOffice.morning])
            try db.execute(sql: carrying.sql)
            let found: Draft<PageField>? = try DraftStore.draft(of: "page-7", by: author, in: db)
            #expect(found?.form[.title] == "半" && found?.base == 3 && found?.updatedAt == SampleOffice.morning)
        }
    }

    @Test func `fields of any kind are compared and merged, the text by lines`() {
        let base = WrittenForm<Field>([.title: "甲", .place: "東", .body: "一\n二\n三"])
        var (mine, theirs) = (base, base)
        mine[.title] = "乙"
        mine[.body] = "零\n一\n二\n三"
        theirs[.title] = "丙"
        theirs[.place] = "西"
        theirs[.body] = "一\n二\n三三"
        let merge = WrittenMerge(base: base, mine: mine, theirs: theirs)
        #expect(merge.conflicts == [.title: "丙"] && merge.isTextSettled && !merge.isSettled)
        #expect(merge.form == WrittenForm([.title: "乙", .place: "西", .body: "零\n一\n二\n三三"]))
        let comparison = WrittenComparison(from: base, to: theirs)
        #expect(comparison.fields.map(\.field) == [.title, .place] && !comparison.text.isEmpty)
        #expect(WrittenComparison(from: base, to: base).isEmpty)
    }
}
