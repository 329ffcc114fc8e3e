import Foundation
import GRDB
import HTTPTypes
import Testing

@testable import Huxue

/// What somebody with ill intent tries on pages: shufen edits everywhere, yachu only answers for `owned`.
struct PageGuardTests {
    private static func owned(
        _ body: String = "甲", isPublic: Bool = false, state: PageState = .current
    ) -> PageContent {
        var content = SamplePages.content("owned", .faq, body: body, owner: .login("yachu"))
        (content.isPublic, content.state) = (isPublic, state)
        return content
    }

    private static func revision(of office: SampleOffice) throws -> Int? {
        try SamplePages.current("owned", in: office)?.revision.number
    }

    private static func importLaw(_ office: SampleOffice) throws {
        let actions = StatuteImportActions(
            database: office.database, clock: office.clock, sources: Features.all.citations)
        _ = try actions.run(
            actions.plan(StatuteFile(SampleLaw.first)), from: StatuteFile(SampleLaw.first),
            by: office.session.acting)
    }

    // MARK: Preview

    @Test func `thousands of articles that do not exist are previewed in time, and the first told`() async throws {
        let office = try SamplePages.office()
        try Self.importLaw(office)
        // Split by emphasis, none stands in the source as it is read.
        let line = { (number: Int) in "戶籍法*第\(number)條之1*\n" }
        var (body, number) = ("", 1000)
        while body.utf8.count + line(number).utf8.count <= PageContent.bodyLimit {
            body += line(number)
            number += 1
        }
        let (text, count) = (body, number - 1000)
        try await office.test { browser in
            let editor = try await browser.signedIn("shufen")
            let answer = try await editor.post("/pages/preview", [("kind", "faq"), ("body", text)])
            #expect(answer.status == 200)
            #expect(answer.text.contains("有 \(count) 處要留意"))
            #expect(answer.text.contains("另外還有 \(count - 50) 處沒有列出"))
            #expect(answer.text.matches(of: /<li>內文第/).count == 50)
        }
        let content = SamplePages.content("many", .faq, body: text)
        let reading = PageReading(content)
        let actor = try #require(try office.visitor("shufen")).actor
        let took = try office.database.readAndWait { db in
            try threadTime {
                let around = try PageCheckActions.around(reading, for: actor, in: db)
                #expect(PageCheckActions.warnings(content, reading, in: around).count == count)
                _ = PageRendering(content, reading, in: around.seen)
            }
        }
        #expect(took < .seconds(4))
    }

    @Test func `only those who write something preview`() async throws {
        let office = try SamplePages.office()
        try SamplePages.save(Self.owned(), in: office)
        try SamplePages.save(SamplePages.content("hr", .faq, body: "甲", owner: .role(.hr)), in: office)
        try await office.test { browser in
            let fields = [("kind", "faq"), ("body", "甲")]
            #expect(try await browser.post("/pages/preview", fields).status == 401)
            for (login, status) in [("shufen", 200), ("shuhui", 200), ("yachu", 200), ("meiling", 200), ("jian", 403)] {
                let person = try await browser.signedIn(login)
                #expect(try await person.post("/pages/preview", fields).status == status, "\(login)")
            }
        }
    }

    @Test func `a preview tells nothing of what its writer may not open`() async throws {
        let office = try SamplePages.office()
        try SamplePages.save(Self.owned(), in: office)
        try SamplePages.save(SamplePages.content("unsent", .announcement, body: "甲"), in: office)
        try await office.test { browser in
            let (editor, owner) = (try await browser.signedIn("shufen"), try await browser.signedIn("yachu"))
            #expect(try await editor.upload("/attachments", file: SampleFiles.pdf, name: "secret.pdf").status == 303)
            func seen(by browser: SampleBrowser, page: String, file: String) async throws -> String {
                let body = "[a](../announcement/\(page).md) [b](../attachments/\(file).pdf)"
                let answer = try await browser.post("/pages/preview", [("kind", "faq"), ("body", body)])
                return answer.text.replacing(page, with: "PAGE").replacing(file, with: "FILE")
            }
            let there = try await seen(by: owner, page: "unsent", file: "secret")
            #expect(there == (try await seen(by: owner, page: "nothing", file: "nowhere")))
            #expect(there.contains("指向不存在的條目") && there.contains("找不到附件"))
            #expect(try await seen(by: editor, page: "unsent", file: "secret").contains("要留意") == false)
        }
    }

    @Test func `the editor shows an owner only what readers see`() async throws {
        let office = try SamplePages.office()
        try SamplePages.save(Self.owned(), in: office)
        var unsent = SamplePages.content("unsent", .announcement, body: "甲")
        unsent.facets = [.subject: ["機密主題"]]
        try SamplePages.save(unsent, in: office)
        try await office.test { browser in
            let (editor, owner) = (try await browser.signedIn("shufen"), try await browser.signedIn("yachu"))
            #expect(try await editor.upload("/attachments", file: SampleFiles.pdf, name: "secret.pdf").status == 303)
            let (full, plain) = (
                try await editor.get("/pages/owned/edit?uploaded=secret.pdf").text,
                try await owner.get("/pages/owned/edit?uploaded=secret.pdf").text
            )
            for hidden in ["機密主題", "王淑芬（shufen）", "附件「secret.pdf」可以用了"] {
                #expect(full.contains(hidden) && !plain.contains(hidden), "\(hidden)")
            }
            #expect(plain.contains("<option value=\"yachu\" selected>林雅筑（yachu）</option>"))
            #expect(plain.contains("遷徙登記"))
        }
    }

    @Test func `a draft over a revision that cannot be is refused in words`() async throws {
        let office = try SamplePages.office()
        try SamplePages.save(Self.owned(), in: office)
        try await office.test { browser in
            let owner = try await browser.signedIn("yachu")
            for intent in ["draft", "save", "preview"] {
                let answer = try await owner.post(
                    "/pages/owned/edit", SamplePages.fields(Self.owned(), base: -1) + [("intent", intent)])
                #expect(answer.status == 422, "\(intent)")
            }
        }
        let visitor = try #require(try office.visitor("yachu"))
        #expect(try office.database.readAndWait { try PageDraftActions.drafts(of: visitor, in: $0) }.isEmpty)
    }

    // MARK: Publishing

    @Test func `who only answers for a page opens no attachment by linking to it`() async throws {
        let office = try SamplePages.office()
        try SamplePages.save(Self.owned(isPublic: true), in: office)
        try SamplePages.save(SamplePages.content("known", .faq, body: "[b](../attachments/known.pdf)"), in: office)
        try await office.test { browser in
            let (editor, owner) = (try await browser.signedIn("shufen"), try await browser.signedIn("yachu"))
            for name in ["secret.pdf", "known.pdf"] {
                #expect(try await editor.upload("/attachments", file: SampleFiles.pdf, name: name).status == 303)
            }
            func save(_ name: String, over base: Int, isPublic: Bool, by browser: SampleBrowser) async throws
                -> SampleAnswer
            {
                try await browser.post(
                    "/pages/owned/edit",
                    SamplePages.fields(Self.owned("留著 [a](../attachments/\(name))", isPublic: isPublic), base: base))
            }
            for name in ["secret.pdf", "known.pdf", "none.pdf"] {
                let refused = try await save(name, over: 1, isPublic: true, by: owner)
                #expect(refused.status == 422 && refused.text.contains("這個條目對外公開"), "\(name)")
                #expect(refused.text.contains("留著 [a](../attachments/\(name))</textarea>"))
            }
            #expect(try Self.revision(of: office) == 1)
            #expect(try await browser.get("/public/attachments/secret.pdf").status == 404)
            #expect(try await owner.get("/attachments/secret.pdf").status == 404)
            // Not public: what they may open already, and in the same words what is not there.
            for name in ["secret.pdf", "none.pdf"] {
                let refused = try await save(name, over: 1, isPublic: false, by: owner)
                #expect(refused.status == 422 && refused.text.contains("附件「\(name)」不存在，或您沒有查閱的權限"), "\(name)")
            }
            #expect(try await save("known.pdf", over: 1, isPublic: false, by: owner).status == 303)
            // An editor adds it, and then its owner goes on writing around it.
            #expect(try await save("secret.pdf", over: 2, isPublic: true, by: editor).status == 303)
            #expect(try await browser.get("/public/attachments/secret.pdf").status == 200)
            let kept = try await owner.post(
                "/pages/owned/edit",
                SamplePages.fields(Self.owned("新的 [a](../attachments/secret.pdf)", isPublic: true), base: 3))
            #expect(kept.status == 303)
        }
    }

    @Test func `what an editor withdrew from the public its owner does not bring back`() async throws {
        let office = try SamplePages.office()
        try SamplePages.save(Self.owned(isPublic: true), in: office)
        try await office.test { browser in
            let (editor, owner) = (try await browser.signedIn("shufen"), try await browser.signedIn("yachu"))
            func change(_ state: PageState, over base: Int, by browser: SampleBrowser) async throws -> SampleAnswer {
                try await browser.post(
                    "/pages/owned/state", [("base", "\(base)"), ("state", state.rawValue), ("reason", "理由")])
            }
            for (base, state) in [(1, PageState.retired), (3, .superseded)] {
                #expect(try await change(state, over: base, by: editor).status == 303)
                let refused = try await change(.current, over: base + 1, by: owner)
                #expect(refused.status == 403 && refused.text.contains("更改「狀態」需要"), "\(state)")
                #expect(try await browser.get("/public/pages/owned").status == 404)
                #expect(try Self.revision(of: office) == base + 1)
                #expect(try await change(.current, over: base + 1, by: editor).status == 303)
                #expect(try await browser.get("/public/pages/owned").status == 200)
            }
        }
    }

    // MARK: In the transaction

    /// Sends `request` while the writer is busy, and takes yachu's or shufen's powers before its turn comes.
    private func waiting(
        _ office: SampleOffice, _ request: @escaping @Sendable () async throws -> SampleAnswer,
        meanwhile: @escaping @Sendable (Database) throws -> Void
    ) async throws -> SampleAnswer {
        async let held: Void = office.database.write { db in
            Thread.sleep(forTimeInterval: 1)
            try meanwhile(db)
        }
        // The writer has begun when the request comes.
        try await Task.sleep(for: .milliseconds(100))
        let answer = try await request()
        try await held
        return answer
    }

    @Test func `a write is judged by the roles and sessions of its own turn`() async throws {
        let office = try SamplePages.office()
        try SamplePages.save(SamplePages.content("page", .faq, body: "甲"), in: office)
        try SamplePages.save(SamplePages.content("notice", .announcement, body: "甲"), in: office)
        let shufen = try #require(try office.visitor("shufen"))
        let powerless = { @Sendable (db: Database) throws -> Void in
            for grant in try GrantStore.grants(scope: .everywhere, of: shufen.employee, in: db) {
                _ = try GrantStore.delete(grant.role, at: grant.unitID, of: shufen.employee, in: db)
            }
        }
        let powers = try await office.database.read {
            try GrantStore.grants(scope: .everywhere, of: shufen.employee, in: $0)
        }
        let changed = SamplePages.fields(SamplePages.content("page", .faq, body: "乙"), base: 1)
        let posts: [(String, [(String, String)])] = [
            ("/pages/page/edit", changed), ("/pages/page/review", [("revision", "1")]),
            ("/pages/page/state", [("base", "1"), ("state", "retired"), ("reason", "x")]),
            ("/pages/notice/announcement", [("revision", "1"), ("deadline", "115/11/30"), ("units", "全所")]),
        ]
        try await office.test { browser in
            let editor = try await browser.signedIn("shufen")
            for (address, fields) in posts {
                let answer = try await waiting(office, { try await editor.post(address, fields) }, meanwhile: powerless)
                #expect([403, 404, 422].contains(answer.status), "\(address) \(answer.status)")
                let now = office.clock.now()
                try await office.database.write { db in
                    for grant in powers {
                        _ = try GrantStore.insert(grant.role, at: grant.unitID, for: shufen.employee, now: now, in: db)
                    }
                }
            }
            let ended = try await waiting(office, { try await editor.post("/pages/page/edit", changed) }) {
                try SessionStore.endAll(of: shufen.account, in: $0)
            }
            #expect(ended.status == 401)
        }
        let (page, revision) = try #require(try SamplePages.current("page", in: office))
        #expect(revision.number == 1 && page.state == .current)
        #expect(try SamplePages.audit(.pageReview, in: office) == 0)
        #expect(try SamplePages.audit(.announcementSending, in: office) == 0)
    }
}
