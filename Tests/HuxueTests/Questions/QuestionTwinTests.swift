import Testing

@testable import Huxue

/// Two offices that differ in keys, explanations and answers alone look the same to an editor who is taking the test.
@Suite struct QuestionTwinTests {
    /// An office with a closed test of six questions, which were revised since, and the same in an open test that the
    /// editor has begun.
    private static func office(_ twin: Int) async throws -> SampleOffice {
        let (office, _) = try await SampleAnswers.office(papers: 40) { paper in
            twin == 0 ? SampleAnswers.row(paper) : SampleAnswers.row(paper).reversed()
        }
        let day = ROCDate.day(of: office.clock.now())
        let citation = Citation(Statute("D0030006", "戶籍法"), try #require(ArticleNumber(48)), paragraph: 1)
        let drafts = SampleAnswers.questions.map { code in
            QuestionDraft(
                code: code, state: .active, lawAsOf: day, type: .single, level: .recall, stem: "\(code) 的新題幹？",
                choices: ["甲案", "乙案較長的選項", "丙案", "丁案"], key: ChoiceSet([twin]),
                explanation: twin == 0 ? "祕密一" : "祕密二，比較長的詳解。", citations: [citation])
        }
        let topic = QuestionTopic(fileName: "move.yaml", name: "遷徙登記", lawAsOf: day, questions: drafts)
        _ = try await QuestionImportActions([topic], source: "test").run(
            in: office.database, clock: office.clock, by: office.session.acting)
        let exam = try ExamRoutesTests.insert(
            office,
            SampleExams.plan { plan in
                plan.title = "進行中的測驗"
                plan.draw = .shared
                plan.blueprint = [.topic(topic: "遷徙登記", count: 6)]
            })
        _ = try await SampleExam.begin(exam.id, by: "guanting", in: office)
        return office
    }

    private static let pages: [String] =
        [
            "", "?state=active", "?state=retired", "?q=%E7%A5%95%E5%AF%86", "?q=%E7%94%B2%E6%A1%88", "?level=recall",
            "?page=2",
        ]
        .map { "/questions\($0)" }
        + ["", "?view=editor", "?view=examinee", "?revision=1", "?revision=1&view=editor", "?view=editor&revision=2"]
        .map { "/questions/move-001\($0)" }
        + ["/edit", "/statistics", "/review", "/retirement"].map { "/questions/move-002\($0)" }
        + ["/questions/reviews", "/questions/reviews?state=draft", "/questions/new", "/questions/export"]
        + [
            "/manage/analysis", "/manage/analysis?finding=inverted", "/manage/exams/1/analysis",
            "/manage/exams/1/analysis?sort=index&order=desc", "/manage/exams/1/analysis/move-001", "/", "/exams",
            "/search?q=%E7%A5%95%E5%AF%86", "/search?q=%E4%B9%99%E6%A1%88", "/search?q=move-001",
        ]

    private static let forms: [(String, [(String, String)])] = [
        (
            "/questions/preview",
            [
                ("topic", "遷徙登記"), ("unit", ""), ("type", "single"), ("level", "recall"), ("stem", "move-001 的新題幹？"),
                ("choice1", "甲案"), ("choice2", "乙案較長的選項"), ("right", "1"), ("explanation", "見條文。"),
                ("citations", "戶籍法第48條"), ("lawAsOf", "115/1/1"), ("draft", ""), ("base", "0"), ("seen", ""),
            ]
        ),
        ("/questions/export", [("format", "yaml")]), ("/questions/export", [("format", "csv"), ("topic", "遷徙登記")]),
        ("/questions/export", [("format", "xlsx")]), ("/questions/export", [("format", "gift")]),
        ("/questions/export", [("format", "moodle")]), ("/questions/export", [("format", "qti")]),
        ("/questions/move-001/confirmation", []), ("/questions/move-001/submission", []),
    ]

    /// What a person gets at each address: status, place, and text without what is random.
    private static func look(at office: SampleOffice, as login: String) async throws -> [String: String] {
        try await office.test { browser in
            let person = try await browser.signedIn(login)
            var seen: [String: String] = [:]
            for page in pages { seen[page] = said(try await person.get(page)) }
            for (address, fields) in forms {
                seen["POST \(address) \(fields.first?.1 ?? "")"] = said(try await person.post(address, fields))
            }
            return seen
        }
    }

    private static func said(_ answer: SampleAnswer) -> String {
        "\(answer.status) \(answer.location) \(answer.text)".replacing(/[A-Za-z0-9_\-]{20,}/, with: "…")
    }

    @Test func `nothing in the bank tells an examinee of key, explanation or answers`() async throws {
        let (one, two) = (try await Self.office(0), try await Self.office(1))
        let (first, second) = (
            try await Self.look(at: one, as: "guanting"), try await Self.look(at: two, as: "guanting")
        )
        #expect(first.keys.sorted() == second.keys.sorted() && first.count == Self.pages.count + Self.forms.count)
        for (address, text) in first.sorted(by: { $0.key < $1.key }) {
            #expect(text == second[address], "\(address)")
            #expect(!text.contains("祕密一"), "\(address)")
        }
        // Who is not taking it sees the difference, so the offices do differ.
        let (other, another) = (try await Self.look(at: one, as: "shufen"), try await Self.look(at: two, as: "shufen"))
        for address in [
            "/questions/move-001?view=editor", "/manage/exams/1/analysis", "/questions/move-002/statistics",
        ] {
            #expect(other[address] != another[address], "\(address)")
        }
    }
}
