import GRDB
import Testing

@testable import Huxue

/// Pages follow their owner when a login changes.
@Suite struct PageStaffTests {
    private let office: SampleOffice

    init() throws {
        office = try AnnouncementSample.office()
        for (code, owner) in [
            ("jian", PageOwner.login("jian")), ("yachu", .login("yachu")), ("role", .role(.hr)),
            ("other", .login("shuhui")),
        ] {
            try AnnouncementSample.save(
                AnnouncementSample.content(code, kind: .faq, title: "樣本 \(code)") { $0.owner = owner }, in: office)
        }
    }

    private func member(_ login: String) throws -> StaffMember {
        try #require(try office.database.readAndWait { try EmployeeStore.member(login: login, in: $0) })
    }

    private func page(_ code: String) throws -> (page: Page, revision: PageRevision) {
        try #require(try SamplePages.current(code, in: office))
    }

    /// Changes logins by a staff file; `logins`: the new ones by the old ones.
    private func change(_ logins: [String: String]) async throws {
        let header = StaffFile.Column.allCases.map(\.rawValue)
        let rows = try logins.sorted { $0.key < $1.key }.map { old, new in
            let member = try member(old)
            return StaffFile.Column.allCases.map { column -> CSVCell in
                switch column {
                case .staffNumber: .text(member.employee.staffNumber)
                case .name: .text(member.employee.name)
                case .unit: .text(member.unitName)
                case .position: .text(member.employee.position)
                case .login: .text(new)
                case .servesCounter: .text(member.employee.servesCounter ? "是" : "否")
                case .startsOn: .text(member.employee.startsOn.map(ROCDate.plain) ?? "")
                case .endsOn: .text("")
                }
            }
        }
        let file = try StaffFile(bytes: CSVWriter.file(header: header, rows: rows))
        _ = try await StaffImport(
            file: file, skippingBad: false, followers: Features.all.house.staffFollowers, acting: office.session.acting
        ).run(in: office.database)
    }

    private func doctor() throws -> [String] {
        try office.database.readAndWait { try Doctor.findings(in: office.folder, $0).map(\.check) }
    }

    @Test func `a page whose owner's login changes says the new one, in a revision that is no review`() async throws {
        let (id, before) = (try member("jian").employee.id, try page("jian").page)
        office.advance(minutes: 24 * 60)
        let fields = [
            ("staffNumber", "A02"), ("name", "詹𠮷安"), ("unit", "東興辦公室"), ("position", "主任"),
            ("login", "jian.zhan"), ("servesCounter", "1"), ("startsOn", ""), ("endsOn", ""),
        ]
        try await office.test { browser in
            let jian = try await browser.signedIn("jian")
            let admin = try await browser.signedIn("zonghan")
            #expect(try await admin.post("/staff/\(id)/change", fields).location == "/staff/\(id)?done=staffChanged")
            #expect(try await jian.get("/pages/jian").text.contains("您是這頁的負責人。"))
            #expect(try await jian.get("/pages/jian/edit").status == 200)
        }
        let (page, revision) = try page("jian")
        #expect(page.owner == .login("jian.zhan") && revision.source.contains("\nowner: jian.zhan\n"))
        #expect(revision.number == 2 && revision.reason == "負責人的帳號變更" && revision.author == "zonghan")
        #expect((page.reviewedOn, page.reviewOn) == (before.reviewedOn, before.reviewOn))
        let first = try office.database.readAndWait {
            try PageRevisionStore.revision(of: page.id, number: 1, in: $0)
        }
        #expect(first?.source.contains("\nowner: jian\n") == true)
        for code in ["yachu", "role", "other"] { #expect(try self.page(code).revision.number == 1, "\(code)") }
        #expect(try SamplePages.audit(.pageRevision, in: office) == 5)
        #expect(try doctor() == [])
        let files = try office.database.readAndWait { try PageRevisionStore.sources(in: $0) }
        let again = try await SamplePages.load(files.map { ("kb/faq/\($0.key).md", $0.value) }, into: office)
        #expect(again.unchanged == 4 && again.revised == 0)
    }

    @Test func `two people who exchange their logins keep their own pages, drafts and files`() async throws {
        let drafted = PageForm(
            AnnouncementSample.content("new", kind: .faq) { $0.owner = .login("yachu") }, reason: "改")
        let author = try member("shuhui").employee.id
        try office.database.writeAndWait { db in
            let draft = Draft(subject: "new", base: 0, form: drafted, updatedAt: SampleOffice.morning)
            try DraftStore.put(draft, by: author, in: db)
            for (name, login) in [("甲.pdf", "jian"), ("乙.pdf", "yachu")] {
                let kind = try #require(AttachmentKind(type: "application/pdf"))
                try AttachmentStore.insert(
                    Attachment(
                        name: name, hash: String(repeating: "0", count: 64), size: 1, kind: kind, uploadedBy: login,
                        uploadedAt: SampleOffice.morning), in: db)
            }
        }
        try await change(["jian": "yachu", "yachu": "jian"])
        #expect(try page("jian").page.owner == .login("yachu"))
        #expect(try page("yachu").page.owner == .login("jian"))
        #expect(try page("yachu").revision.source.contains("\nowner: jian\n"))
        let (drafts, files): ([Draft<PageField>], [String]) = try office.database.readAndWait { db in
            (try DraftStore.drafts(by: author, in: db), try AttachmentStore.all(in: db).map(\.uploadedBy))
        }
        #expect(drafts.map { $0.form[.owner] } == ["jian"])
        #expect(Set(files) == ["jian", "yachu"])
        #expect(
            try office.database.readAndWait { try AttachmentStore.attachment("甲.pdf", in: $0)?.uploadedBy } == "yachu")
    }

    @Test func `a file that an older program printed otherwise follows too`() async throws {
        let page = try page("jian")
        let source = page.revision.source.replacing("owner: jian\n", with: "owner:   jian\n")
        try office.database.writeAndWait { db in
            try db.execute(
                literal: """
                    INSERT INTO pageRevision (pageID, number, source, author, reason, savedAt)
                    VALUES (\(page.page.id), 2, \(source), 'test', '舊', \(SampleOffice.morning))
                    """)
            try db.execute(
                literal: "UPDATE page SET currentRevisionID = \(db.lastInsertedRowID) WHERE id = \(page.page.id)")
        }
        try await change(["jian": "yachu", "yachu": "jian"])
        #expect(try self.page("jian").page.owner == .login("yachu"))
        #expect(try self.page("jian").revision.source.contains("\nowner: yachu\n"))
        #expect(try doctor() == [])
    }

    @Test func `a login that reads as a role takes nothing from the role and gives it nothing`() async throws {
        try await change(["jian": "hr"])
        #expect(try page("jian").page.owner == .role(.knowledgeEditor))
        #expect(try page("role").page.owner == .role(.hr))
        try await change(["hr": "jian2"])
        #expect(try page("role").page.owner == .role(.hr) && page("role").revision.number == 1)
    }

    private func newcomer(_ login: String, number: String) -> StaffFile? {
        let rows = [["\(number)", "許功蓋", "登記二課", "課員", login, "否", "", ""].map { CSVCell.text($0) }]
        return try? StaffFile(
            bytes: CSVWriter.file(header: StaffFile.Column.allCases.map(\.rawValue), rows: rows))
    }

    /// A page may still name a login that an earlier release changed without telling it.
    private func orphan(_ code: String, owner: String) throws {
        try office.database.writeAndWait { db in
            try db.execute(sql: "DROP TRIGGER pageRevisionStays")
            try db.execute(
                literal: """
                    UPDATE pageRevision SET source = replace(source, \("\nowner: \(code)\n"), \("\nowner: \(owner)\n"))
                    WHERE pageID = (SELECT id FROM page WHERE code = \(code))
                    """)
            try db.execute(literal: "UPDATE page SET owner = \(owner) WHERE code = \(code)")
        }
    }

    @Test func `a newcomer does not take over the pages of a login that nobody has`() async throws {
        try orphan("jian", owner: "gone")
        let file = try #require(newcomer("gone", number: "B01"))
        _ = try await StaffImport(
            file: file, skippingBad: false, followers: Features.all.house.staffFollowers, acting: office.session.acting
        ).run(in: office.database)
        #expect(try page("jian").page.owner == .role(.knowledgeEditor))
        #expect(try page("jian").revision.reason == "原負責人的帳號已由別人使用")
        for code in ["yachu", "role", "other"] { #expect(try page(code).revision.number == 1, "\(code)") }
    }

    @Test func `a login that somebody takes over after its owner moved on brings no pages`() async throws {
        try orphan("jian", owner: "gone")
        try await change(["yachu": "gone"])
        #expect(try page("jian").page.owner == .role(.knowledgeEditor))
        #expect(try page("yachu").page.owner == .login("gone"))
        try await change(["shuhui": "yachu"])
        #expect(try page("other").page.owner == .login("yachu") && page("yachu").page.owner == .login("gone"))
    }

    @Test func `who reviewed a page is named by the present login`() async throws {
        let acting = try AnnouncementSample.acting("jian", in: office)
        try office.database.writeAndWait { db in
            let page = try #require(try PageStore.page(code: "jian", in: db))
            try PageRevisionStore.review(
                page.id, by: acting.actor.auditName, on: AnnouncementSample.today,
                next: AnnouncementSample.today.adding(days: 365), in: db)
        }
        try await change(["jian": "jian2"])
        #expect(try page("jian").page.reviewedBy == "jian2")
    }

    @Test func `a number that changes leaves pages alone, and a refused change leaves everything`() async throws {
        #expect(
            await Huxue.CommandLine.run(["staff", "renumber", "A02", "B02", "--data", office.folder.path]) == 0)
        #expect(try page("jian").revision.number == 1)
        await #expect(throws: StaffRefusal.self) { try await change(["jian": "不行"]) }
        #expect(try page("jian").page.owner == .login("jian"))
    }
}
