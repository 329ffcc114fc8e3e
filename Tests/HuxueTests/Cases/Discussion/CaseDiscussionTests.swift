import GRDB
import Testing

@testable import Huxue

/// Comments, proposed conclusions, and what is written from a case study.
@Suite struct CaseDiscussionTests {
    private let sample: SampleCases
    private let id: ID<CaseStudy>

    init() throws {
        sample = try SampleCases()
        id = try sample.add(isSubmitted: true)
        try sample.advance(id, to: .discussion)
    }

    private func act(
        _ login: String, _ body: @escaping @Sendable (ActionContext, Database) throws -> Void
    ) throws {
        let acting = try sample.acting(login)
        try sample.office.database.writeAndWait { try body(acting, $0) }
    }

    private func comment(_ text: String, answering parent: ID<CaseComment>? = nil, by login: String = "shufen") throws {
        let id = id
        try act(login) { try CaseDiscussionActions.comment(text, on: id, answering: parent, by: $0, in: $1) }
    }

    private func propose(_ text: String, by login: String = "shuhui") throws {
        let id = id
        try act(login) { try CaseDiscussionActions.propose(text, for: id, by: $0, in: $1) }
    }

    private func vote(_ agrees: Bool, _ reason: String, on conclusion: ID<CaseConclusion>?, by login: String) throws {
        let id = id
        try act(login) {
            try CaseDiscussionActions.vote(agrees, reason: reason, on: conclusion, of: id, by: $0, in: $1)
        }
    }

    private func remove(_ comment: ID<CaseComment>, by login: String) throws {
        let id = id
        try act(login) { try CaseDiscussionActions.remove(comment, on: id, by: $0, in: $1) }
    }

    private func discussion() throws -> CaseDiscussion {
        let id = id
        return try sample.office.database.readAndWait { try CaseDiscussionStore.discussion(of: id, in: $0) }
    }

    @Test func `answers stand below what they answer`() throws {
        try comment("甲")
        try comment("乙", by: "yachu")
        let first = try discussion().comments
        try comment("甲一", answering: first[0].id, by: "shuhui")
        try comment("乙一", answering: first[1].id)
        try comment("甲二", answering: first[0].id)
        let third = try discussion().comments[2].id
        try comment("甲一一", answering: third, by: "yachu")
        let threads = CaseDiscussionRules.threads(try discussion().comments)
        #expect(threads.map(\.comment.text) == ["甲", "甲一", "甲一一", "甲二", "乙", "乙一"])
        #expect(threads.map(\.depth) == [0, 1, 2, 1, 0, 1])
    }

    @Test func `who does not see it says nothing, and nothing empty or endless is said`() throws {
        for login in ["jian", "guanting", "zonghan"] {
            #expect(throws: CaseRefusal.missing, "\(login)") { try comment("意見", by: login) }
        }
        #expect(throws: CaseRefusal.noWords) { try comment("") }
        #expect(throws: CaseRefusal.tooLong(limit: 2000)) { try comment(String(repeating: "字", count: 2001)) }
        #expect(throws: CaseRefusal.missing) { try comment("回覆", answering: ID(rawValue: 99)) }
    }

    @Test func `a comment is taken back by its author until it is answered, and by a checker always`() throws {
        try comment("甲")
        let first = try discussion().comments[0].id
        #expect(throws: CaseRefusal.notYourComment) { try remove(first, by: "yachu") }
        try comment("甲一", answering: first, by: "yachu")
        #expect(throws: CaseRefusal.otherState) { try remove(first, by: "shufen") }
        try remove(first, by: "shuhui")
        let comments = try discussion().comments
        #expect(comments[0].isRemoved && comments[0].text.isEmpty && comments.count == 2)
        try remove(comments[1].id, by: "yachu")
        let after = try discussion().comments
        #expect(after[1].isRemoved)
    }

    @Test func `opposing wants a reason, and a word holds for the conclusion that was read`() throws {
        #expect(throws: CaseRefusal.notAnAuthor) { try propose("草案", by: "shufen") }
        try propose("先核對證明文件。")
        let first = try #require(try discussion().proposed)
        #expect(throws: CaseRefusal.noWords) { try vote(false, "", on: first.id, by: "shufen") }
        try vote(false, "實務上做不到", on: first.id, by: "shufen")
        try vote(true, "", on: first.id, by: "yachu")
        try vote(true, "同意了", on: first.id, by: "shufen")
        let voted = try #require(try discussion().proposed)
        #expect(voted.votes.count == 2 && voted.votes.allSatisfy(\.agrees))
        try propose("先核對，再登記。", by: "yachu")
        #expect(throws: CaseRefusal.changedMeanwhile) { try vote(true, "", on: first.id, by: "meiling") }
        let second = try #require(try discussion().proposed)
        #expect(second.text == "先核對，再登記。" && second.votes.isEmpty)
    }

    @Test func `nothing is said after the conclusion`() throws {
        try propose("草案")
        let proposed = try discussion().proposed?.id
        try sample.perform(.conclude("結論", revision: 1), on: id)
        #expect(throws: CaseRefusal.otherState) { try comment("意見") }
        #expect(throws: CaseRefusal.otherState) { try propose("草案") }
        #expect(throws: CaseRefusal.otherState) { try vote(true, "", on: proposed, by: "shufen") }
    }

    @Test func `a concluded case becomes a page and a question in one step`() async throws {
        let (id, section) = (id, try sample.unit(nil))
        let office = sample.office
        try await office.test { browser in
            let meiling = try await browser.signedIn("meiling")
            let early = try await meiling.post("/cases/\(id)/follow-up", [("kind", "faq")])
            #expect(early.status == 409)
        }
        try sample.perform(.conclude("先核對證明文件再登記。", revision: 1), on: id, by: "meiling")
        try sample.perform(.publish(unit: section, revision: 2), on: id, by: "meiling")
        try await office.test { browser in
            let meiling = try await browser.signedIn("meiling")
            for kind in ["faq", "interpretation"] {
                let begun = try await meiling.post("/cases/\(id)/follow-up", [("kind", kind)])
                #expect(begun.status == 303 && begun.location.hasPrefix("/pages/new?draft="), "\(kind)")
                let editor = try await meiling.get(begun.location)
                #expect(editor.status == 200 && editor.text.contains("先核對證明文件再登記。"), "\(kind)")
                #expect(editor.text.contains("/cases/\(id)") && editor.text.contains("遷入登記漏收證明文件"), "\(kind)")
            }
            let forbidden = try await meiling.post("/cases/\(id)/follow-up", [("kind", "question")])
            #expect(forbidden.status == 403)
            let guanting = try await browser.signedIn("guanting")
            let begun = try await guanting.post("/cases/\(id)/follow-up", [("kind", "question")])
            #expect(begun.status == 303 && begun.location.hasPrefix("/questions/new?draft="))
            let editor = try await guanting.get(begun.location)
            #expect(editor.status == 200 && editor.text.contains("先核對證明文件再登記。"))
            let unknown = try await guanting.post("/cases/\(id)/follow-up", [("kind", "other")])
            #expect(unknown.status == 404)
            let page = try await guanting.get("/cases/\(id)").text
            #expect(page.contains("函釋條目") && page.contains("試題"))
        }
    }
}
