import Foundation
import GRDB
import Testing

@testable import Huxue

/// Topics as editors keep them: in their pages, and in everything that goes by their names.
@Suite struct TopicTests {
    private let office: SampleOffice

    init() async throws {
        office = try SampleOffice()
        _ = try await QuestionImportActions(SampleBank.topics(), source: "test").run(
            in: office.database, clock: office.clock, by: office.session.acting)
    }

    private func names() throws -> [String] { try office.database.readAndWait { try TopicStore.names(in: $0) } }

    private func lines() throws -> [TopicLine] {
        try office.database.readAndWait { try TopicLineStore.lines(in: $0) }
    }

    /// What a bank keeps of each question besides its revisions, in order.
    private func rows(of office: SampleOffice? = nil) throws -> [String] {
        try (office ?? self.office).database.readAndWait { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT question.code, question.topic, question.position, question.shownText, questionText.headings
                    FROM question JOIN questionText ON questionText.rowid = question.id
                    ORDER BY question.topic, question.position
                    """
            ).map { row in
                let place: Int = row["position"]
                let texts: [String] = [row["code"], row["topic"], row["shownText"], row["headings"]]
                return (texts + ["\(place)"]).joined(separator: "|")
            }
        }
    }

    private func expectSound() throws {
        let findings = try office.database.readAndWait { try Doctor.findings(in: office.folder, $0) }
        #expect(findings.map(\.check) == [])
    }

    private static let pages = ["/questions/topics", "/questions/topics/birth.yaml"]
    private static let posts: [(String, [(String, String)])] = [
        ("/questions/topics", [("name", "新主題")]),
        ("/questions/topics/birth.yaml", [("name", "新名稱"), ("seen", "出生登記")]),
        ("/questions/topics/birth.yaml/place", [("way", "down"), ("past", "death.yaml")]),
        ("/questions/topics/birth.yaml/merger", [("into", "death.yaml"), ("seen", "出生登記")]),
        ("/questions/topics/birth.yaml/removal", [("seen", "出生登記")]),
    ]

    @Test func `nobody without the duty sees or changes topics`() async throws {
        try await office.test { browser in
            for page in Self.pages { #expect(try await browser.get(page).location.hasPrefix("/login")) }
            for (address, fields) in Self.posts { #expect(try await browser.post(address, fields).status == 401) }
            for login in ["yachu", "shufen", "shuhui", "meiling", "zonghan"] {
                let person = try await browser.signedIn(login)
                for page in Self.pages { #expect(try await person.get(page).status == 403, "\(login) \(page)") }
                for (address, fields) in Self.posts {
                    #expect(try await person.post(address, fields).status == 403, "\(login) \(address)")
                }
            }
            #expect(!(try await browser.signedIn("shufen").get("/questions").text.contains("/questions/topics")))
            #expect(
                try await browser.signedIn("guanting").get("/questions").text.contains("href=\"/questions/topics\""))
        }
        #expect(try names() == ["出生登記", "死亡登記"])
    }

    @Test func `an editor of a unit's own bank sees topics, and changes none`() async throws {
        let now = office.clock.now()
        try office.database.writeAndWait { db in
            let unit = try #require(try UnitStore.unit(named: "登記一課", in: db))
            let person = try #require(try EmployeeStore.member(login: "yachu", in: db)).employee.id
            _ = try GrantStore.insert(.questionEditor, at: unit.id, for: person, now: now, in: db)
        }
        try await office.test { browser in
            let yachu = try await browser.signedIn("yachu")
            let page = try await yachu.get("/questions/topics")
            #expect(page.status == 200 && page.text.contains("出生登記") && !page.text.contains("新增主題</h2>"))
            #expect(!page.text.contains("topics/birth.yaml"))
            #expect(try await yachu.get("/questions/topics/birth.yaml").status == 403)
            for (address, fields) in Self.posts { #expect(try await yachu.post(address, fields).status == 403) }
        }
        #expect(try names() == ["出生登記", "死亡登記"])
    }

    @Test func `the list has counts, and buttons that need no script`() async throws {
        try await office.test { browser in
            let page = try await browser.signedIn("guanting").get("/questions/topics").text
            #expect(page.contains("2 個主題"))
            #expect(
                page.contains("<td class=\"num\" data-label=\"使用中\">2</td><td class=\"num\" data-label=\"全部\">3</td>"))
            #expect(page.contains("name=\"way\" value=\"up\" disabled aria-label=\"出生登記 上移\""))
            #expect(page.contains("name=\"way\" value=\"down\" aria-label=\"出生登記 下移\""))
            #expect(page.contains("name=\"way\" value=\"down\" disabled aria-label=\"死亡登記 下移\""))
        }
    }

    @Test func `a topic is added last, questions of it get its prefix, and files without it leave it alone`()
        async throws
    {
        try await office.test { browser in
            let editor = try await browser.signedIn("guanting")
            let answer = try await editor.post("/questions/topics", [("name", "遷徙登記"), ("prefix", "move")])
            #expect(answer.status == 303 && answer.location == "/questions/topics?done=added")
            #expect(try await editor.get(answer.location).text.contains("已新增主題"))
            #expect(try await editor.get("/questions/new").text.contains("<option value=\"遷徙登記\">"))
            let taken = try await editor.post("/questions/topics", [("name", "遷 徙登記"), ("prefix", "other")])
            #expect(taken.status == 409 && taken.text.contains("已經有主題「遷徙登記」"))
            #expect(taken.text.contains("value=\"遷 徙登記\"") && taken.text.contains("value=\"other\""))
            let prefix = try await editor.post("/questions/topics", [("name", "別的"), ("prefix", "move")])
            #expect(prefix.status == 409 && prefix.text.contains("代號開頭「move」是主題「遷徙登記」的"))
            #expect(try await editor.post("/questions/topics", [("name", ""), ("prefix", "")]).status == 422)
        }
        #expect(try lines().last == TopicLine(fileName: "move.yaml", name: "遷徙登記", active: 0, total: 0))
        let prefix = try office.database.readAndWait { try TopicStore.prefix(of: "遷徙登記", in: $0) }
        #expect(prefix == "move")
        _ = try await QuestionImportActions(SampleBank.topics(), source: "test").run(
            in: office.database, clock: office.clock, by: office.session.acting)
        #expect(try names() == ["出生登記", "死亡登記", "遷徙登記"])
        let actor = office.session.actor
        let selection = try office.database.readAndWait { try QuestionExportActions.selection(by: actor, in: $0) }
        #expect(selection.topics.map(\.name) == ["出生登記", "死亡登記"])
        try expectSound()
    }

    @Test func `a renamed topic is what its file would have made of it`() async throws {
        try await office.test { browser in
            let editor = try await browser.signedIn("guanting")
            let answer = try await editor.post(
                "/questions/topics/birth.yaml", [("name", "出生與認領登記"), ("seen", "出生登記")])
            #expect(answer.status == 303 && answer.location == "/questions/topics?done=renamed&count=3")
            #expect(try await editor.get(answer.location).text.contains("已改名，3 題一起改了。"))
            #expect(try await editor.get("/questions/birth-001").text.contains("出生與認領登記"))
            #expect(try await editor.get("/questions?q=" + Address.encoded("認領")).text.contains("birth-001"))
        }
        #expect(try lines().map(\.name) == ["出生與認領登記", "死亡登記"])
        #expect(try lines().map(\.fileName) == ["birth.yaml", "death.yaml"])
        let file = SampleBank.birth.replacing("topic: 出生登記", with: "topic: 出生與認領登記")
        let other = try SampleOffice()
        _ = try await QuestionImportActions(
            [SampleBank.read(file).topic, SampleBank.topics().last].compactMap { $0 }, source: "test"
        ).run(in: other.database, clock: other.clock, by: other.session.acting)
        #expect(try rows() == rows(of: other))
        #expect(try office.database.readAndWait { try TopicStore.all(in: $0).map(QuestionPrinter.print).first } == file)
        try expectSound()
    }

    @Test func `drafts of exams follow, published ones keep the names of their time, drafts of questions follow`()
        async throws
    {
        let (draft, published) = (
            try ExamRoutesTests.insert(
                office, publish: false,
                SampleExams.plan { $0.blueprint = [.topic(topic: "出生登記", count: 1), .topic(topic: "死亡登記", count: 1)] }),
            try ExamRoutesTests.insert(
                office, publish: true,
                SampleExams.plan {
                    $0.title += "已發布"
                    $0.blueprint = [.topic(topic: "出生登記", count: 1)]
                })
        )
        try await office.test { browser in
            let editor = try await browser.signedIn("guanting")
            let key = DraftKey.random()
            _ = try await editor.post(
                "/questions/new", [("topic", "出生登記"), ("stem", "寫到一半"), ("draft", key), ("intent", "draft")])
            let page = try await editor.get("/questions/topics/birth.yaml").text
            #expect(page.contains("測驗草稿 1 份（\(draft.plan.title)）"))
            let fields = [("name", "出生"), ("seen", "出生登記")]
            #expect(try await editor.post("/questions/topics/birth.yaml", fields).status == 303)
            let resumed = try await editor.get("/questions/new?draft=\(key)").text
            #expect(resumed.contains("<option value=\"出生\" selected>"))
            // Into the other one, which the draft of the exam asks for already.
            let merger = [("into", "death.yaml"), ("seen", "出生")]
            #expect(try await editor.post("/questions/topics/birth.yaml/merger", merger).status == 303)
        }
        let exams = try ExamRoutesTests.exams(office)
        #expect(exams.first { $0.id == draft.id }?.plan.blueprint == [.topic(topic: "死亡登記", count: 2)])
        #expect(exams.first { $0.id == published.id }?.plan.blueprint == [.topic(topic: "出生登記", count: 1)])
        try expectSound()
    }

    @Test func `a topic goes into another, behind its questions, and can be found there`() async throws {
        try await office.test { browser in
            let editor = try await browser.signedIn("guanting")
            let path = "/questions/topics/birth.yaml/merger"
            #expect(try await editor.post(path, [("into", "birth.yaml"), ("seen", "出生登記")]).status == 422)
            let missing = try await editor.post(path, [("into", "none.yaml"), ("seen", "出生登記")])
            #expect(missing.status == 409 && missing.text.contains("要併入的主題剛才"))
            let answer = try await editor.post(path, [("into", "death.yaml"), ("seen", "出生登記")])
            #expect(answer.status == 303 && answer.location == "/questions/topics?done=merged&count=3")
        }
        #expect(try names() == ["死亡登記"])
        let codes = try office.database.readAndWait { try QuestionStore.lines(QuestionFilter(), in: $0).map(\.code) }
        #expect(codes == ["death-001", "birth-001", "birth-002", "birth-003"])
        #expect(try rows().allSatisfy { $0.contains("|死亡登記|") })
        try expectSound()
    }

    @Test func `a topic is removed when it has no question and nothing goes by it`() async throws {
        try await office.test { browser in
            let editor = try await browser.signedIn("guanting")
            let full = try await editor.post("/questions/topics/birth.yaml/removal", [("seen", "出生登記")])
            #expect(full.status == 409 && full.text.contains("這個主題有 3 題"))
            _ = try await editor.post("/questions/topics", [("name", "遷徙登記"), ("prefix", "move")])
            let draft = try ExamRoutesTests.insert(
                office, publish: false, SampleExams.plan { $0.blueprint = [.topic(topic: "遷徙登記", count: 1)] })
            let used = try await editor.post("/questions/topics/move.yaml/removal", [("seen", "遷徙登記")])
            #expect(used.status == 409 && used.text.contains(draft.plan.title))
            try office.database.writeAndWait { try ExamStore.delete(draft.id, in: $0) }
            #expect(try await editor.post("/questions/topics/move.yaml/removal", [("seen", "遷徙登記")]).status == 303)
            #expect(try await editor.get("/questions/topics/move.yaml").status == 404)
        }
        #expect(try names() == ["出生登記", "死亡登記"])
    }

    @Test func `the order is kept everywhere, and the pressed button has the focus again`() async throws {
        try await office.test { browser in
            let editor = try await browser.signedIn("guanting")
            let answer = try await editor.post(
                "/questions/topics/death.yaml/place", [("way", "up"), ("past", "birth.yaml")])
            #expect(answer.status == 303)
            let page = try await editor.get(answer.location).text
            #expect(page.contains("value=\"down\" autofocus aria-label=\"死亡登記 下移\""))
            let list = try await editor.get("/questions").text
            let first = try #require(list.range(of: "<a href=\"/questions/death-001\">"))
            #expect(try first.lowerBound < #require(list.range(of: "<a href=\"/questions/birth-001\">")).lowerBound)
        }
        #expect(try names() == ["死亡登記", "出生登記"])
        // Files keep their topics where they are.
        _ = try await QuestionImportActions(SampleBank.topics(), source: "test").run(
            in: office.database, clock: office.clock, by: office.session.acting)
        #expect(try names() == ["死亡登記", "出生登記"])
    }

    @Test func `of two editors at once the second is told what the first has done`() async throws {
        try await office.test { browser in
            let editor = try await browser.signedIn("guanting")
            let topic = "/questions/topics/birth.yaml"
            #expect(try await editor.post(topic, [("name", "出生"), ("seen", "出生登記")]).status == 303)
            for (address, fields) in [
                (topic, [("name", "生育")]), ("\(topic)/merger", [("into", "death.yaml")]), ("\(topic)/removal", []),
            ] {
                let late = try await editor.post(address, fields + [("seen", "出生登記")])
                #expect(late.status == 409 && late.text.contains("剛才被別人改名為「出生」"), "\(address)")
            }
            let move = [("way", "up"), ("past", "birth.yaml")]
            #expect(try await editor.post("/questions/topics/death.yaml/place", move).status == 303)
            let moved = try await editor.post("/questions/topics/death.yaml/place", move)
            #expect(moved.status == 409 && moved.text.contains("主題的順序剛才被別人動過"))
            _ = try await editor.post("\(topic)/merger", [("into", "death.yaml"), ("seen", "出生")])
            for (address, fields) in [
                (topic, [("name", "生育")]), ("\(topic)/merger", [("into", "death.yaml")]), ("\(topic)/removal", []),
                ("\(topic)/place", [("way", "down"), ("past", "death.yaml")]),
            ] {
                let late = try await editor.post(address, fields + [("seen", "出生")])
                #expect(late.status == 409 && late.text.contains("剛才被別人刪除或併入"), "\(address)")
            }
        }
        #expect(try names() == ["死亡登記"])
    }

    @Test func `every change is on the record`() throws {
        let acting = office.session.acting
        try office.database.writeAndWait { db in
            let file = try TopicActions.add("遷徙登記", prefix: "move", by: acting, in: db)
            try TopicActions.put(file, at: 1, by: acting, in: db)
            try TopicActions.put(file, at: 1, by: acting, in: db)
            try TopicActions.rename(file, to: "遷入遷出", followers: [], by: acting, in: db)
            try TopicActions.rename(file, to: "遷入遷出", followers: [], by: acting, in: db)
            try TopicActions.merge("death.yaml", into: file, followers: [], by: acting, in: db)
            try TopicActions.merge(file, into: "birth.yaml", followers: [], by: acting, in: db)
            try TopicActions.add("空的", prefix: "", by: acting, in: db)
            try TopicActions.remove("空的.yaml", followers: [], by: acting, in: db)
        }
        try office.database.readAndWait { db in
            for (action, count) in [
                (AuditAction.topicAddition, 2), (.topicMove, 1), (.topicRenaming, 1), (.topicMerger, 2),
                (.topicRemoval, 1),
            ] {
                let found = try AuditStore.count(AuditFilter(action: action.code), in: db)
                #expect(found == count, "\(action.code)")
            }
        }
        #expect(try names() == ["出生登記"])
    }

    @Test func `the command lists, renames, moves, merges and removes`() async throws {
        let data = ["--data", office.folder.path]
        func run(_ arguments: String...) async -> Int32 {
            await Huxue.CommandLine.run(["questions", "topics"] + arguments + data)
        }
        #expect(await run() == 0)
        #expect(await run("--json") == 0)
        #expect(await run("add", "遷徙登記", "--prefix", "move") == 0)
        #expect(await run("add", "遷徙登記") == 1)
        #expect(await run("move", "遷徙登記", "1") == 0)
        #expect(try names() == ["遷徙登記", "出生登記", "死亡登記"])
        #expect(await run("rename", "出生登記", "出生") == 0)
        #expect(await run("rename", "沒有這個", "出生") == 1)
        #expect(await run("merge", "死亡登記", "出生") == 0)
        #expect(await run("remove", "出生") == 1)
        #expect(await run("remove", "遷徙登記") == 0)
        #expect(try names() == ["出生"])
        #expect(try lines().map(\.total) == [4])
    }
}
