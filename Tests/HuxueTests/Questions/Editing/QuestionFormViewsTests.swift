import Testing

@testable import Huxue

/// What the buttons of the editor say, by the state of the question.
@Suite struct QuestionFormViewsTests {
    private let office: SampleOffice

    init() async throws {
        office = try SampleOffice()
        _ = try await QuestionImportActions(SampleBank.topics(), source: "test").run(
            in: office.database, clock: office.clock, by: office.session.acting)
    }

    private func page(_ state: QuestionState?) async throws -> String {
        if let state {
            let acting = ActionContext(
                actor: try #require(try office.visitor("guanting")).actor, origin: "test", now: office.clock.now())
            try office.database.writeAndWait { db in
                let question = try #require(try QuestionStore.question(code: "birth-001", in: db))
                if state == .inReview {
                    try QuestionReviewActions.open(question, by: acting, in: db)
                } else {
                    try QuestionStore.setState(state, of: question.id, in: db)
                }
            }
        }
        return try await office.test { browser in
            try await browser.signedIn("guanting").get(state == nil ? "/questions/new" : "/questions/birth-001/edit")
                .text
        }
    }

    @Test(
        arguments: [
            (nil, ["送審", "儲存，先不送審"], "還是草稿，不會抽進測驗"), (.draft, ["送審", "儲存，先不送審"], "還是草稿，不會抽進測驗"),
            (.inReview, ["儲存並重新送審"], "撤回這次送審"), (.active, ["儲存"], "這一題先停止抽題、自動送審"),
        ] as [(QuestionState?, [String], String)])
    func `each button says what becomes of the question`(state: QuestionState?, words: [String], effect: String)
        async throws
    {
        let page = try await page(state)
        let buttons = page.matches(of: /aria-describedby="effect-[a-z]+">([^<]+)<\/button>/).map { String($0.output.1) }
        #expect(buttons == words + ["預覽與檢查", "儲存草稿"])
        #expect(page.contains(effect) && page.contains("只有您看得到"))
        for id in ["save", "preview", "draft"] { #expect(page.contains("id=\"effect-\(id)\"")) }
    }

    @Test(arguments: [nil, .active] as [QuestionState?])
    func `boxes begin with the rows they name, and the text of a choice stands before its controls`(
        state: QuestionState?
    ) async throws {
        let page = try await page(state)
        for (field, rows) in [("stem", 3), ("explanation", 5), ("citations", 2)] {
            #expect(page.contains(" id=\"\(field)\" name=\"\(field)\" rows=\"\(rows)\""))
        }
        #expect(!page.contains("editor-whole"))
        for number in 1...3 {
            let places = [
                "id=\"choice\(number)-text\"", "name=\"right\" value=\"\(number)\"", "value=\"remove-\(number)\"",
            ]
            .map { page.firstRange(of: $0)?.lowerBound }
            let known = places.compactMap { $0 }
            #expect(known.count == 3 && known == known.sorted())
        }
    }
}
