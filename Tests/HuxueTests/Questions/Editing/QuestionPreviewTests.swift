import Testing

@testable import Huxue

/// What stands beside a question that is written or reviewed.
@Suite struct QuestionPreviewTests {
    private let office: SampleOffice

    init() async throws {
        office = try SampleOffice()
        _ = try await QuestionImportActions(SampleBank.topics(), source: "test").run(
            in: office.database, clock: office.clock, by: office.session.acting)
    }

    /// What a new form sends that nobody has written in.
    private static let blank = [
        ("topic", ""), ("unit", ""), ("type", "single"), ("level", "understand"), ("lawAsOf", "115/1/1"), ("base", "0"),
        ("seen", ""),
    ]

    private static let written = [
        ("topic", "出生登記"), ("stem", "新寫的樣本登記由誰申請？"), ("choice1", "本人"), ("choice2", "戶長"), ("right", "2"),
        ("explanation", "寫給審題人的詳解。"), ("citations", "戶籍法第1條"),
    ]

    /// The levels of the headings, beginning with the page's own.
    private static func levels(_ page: String) -> [Int] {
        let levels = page.matches(of: /<h([1-6])[ >]/).compactMap { Int($0.output.1) }
        return Array(levels.drop { $0 != 1 })
    }

    @Test func `headings follow each other without a gap where articles are shown`() async throws {
        try SamplePages.importLaw(SampleLaw.first, into: office)
        try await office.test { browser in
            let author = try await browser.signedIn("guanting")
            let form = Array(Self.blank.dropFirst()) + Self.written
            let preview = try await author.post("/questions/new", form + [("intent", "preview")]).text
            #expect(try await author.post("/questions/new", form + [("intent", "submit")]).status == 303)
            let reviewer = try await browser.signedIn("shufen")
            let blind = try await reviewer.get("/questions/birth-004/review").text
            let sent = [("revision", "1"), ("q1", "2"), ("intent", "answer")]
            #expect(try await reviewer.post("/questions/birth-004/review", sent).status == 303)
            let answered = try await reviewer.get("/questions/birth-004/review").text
            for page in [preview, blind, answered] {
                #expect(page.contains("引用的現行條文") && page.contains("樣本登記，由本人於三十日內申請之。"))
                let levels = Self.levels(page)
                #expect(levels.count > 2)
                #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 }, "\(levels)")
            }
        }
    }

    @Test func `nothing is called wrong before something is written or sent`() async throws {
        try await office.test { browser in
            let author = try await browser.signedIn("guanting")
            let wrong = "還不能儲存"
            #expect(try await !author.get("/questions/new").text.contains(wrong))
            for topic in ["", "出生登記"] {
                let form = Array(Self.blank.dropFirst()) + [("topic", topic)]
                let untouched = try await author.post("/questions/preview", form)
                #expect(untouched.status == 200 && !untouched.text.contains(wrong))
                #expect(untouched.text.contains("寫了題幹就會顯示"))
            }
            // A mark at an empty choice is not yet a choice.
            for field in Self.written where !["topic", "right"].contains(field.0) {
                #expect(try await author.post("/questions/preview", Self.blank + [field]).text.contains(wrong))
            }
            for (intent, status) in [("preview", 200), ("save", 422), ("submit", 422)] {
                let sent = try await author.post("/questions/new", Self.blank + [("intent", intent)])
                #expect(sent.status == status && sent.text.contains(wrong))
            }
            // Who has emptied a question has changed it.
            let draft = [("draft", try await author.draftKey(of: "birth-001"))]
            #expect(try await author.post("/questions/preview", Self.blank + draft).text.contains(wrong))
        }
    }

    @Test func `each citation that is wrong is named with its own reason`() throws {
        let question = try #require(SampleBank.topics().first?.questions.first)
        var form = QuestionForm(blank: "出生登記", unit: "", lawAsOf: question.lawAsOf)
        (form[.stem], form[.choice1], form[.choice2]) = ("甲乙丙丁？", "甲", "乙")
        (form[.answer], form[.explanation]) = ("1", "見條文。")
        form[.citations] = "戶籍法第999條、戶籍法 §48-1、胡說法第1條、戶籍法第0條、戶籍法第1條甲"
        let found = form.draft(of: nil, names: .table)
        let refusals: [CitationRefusal] = [
            .unknownStatute("胡說法第1條"), .missingArticle("戶籍法第0條"), .unreadableRest("戶籍法第1條甲", rest: "甲"),
        ]
        #expect(found.draft == nil)
        #expect(found.problems == refusals.map { QuestionFormProblem(.citations, .file(.citation($0.sentence))) })
        form[.citations] = "戶籍法第999條、戶籍法 §48-1"
        #expect(form.draft(of: nil, names: .table).problems.isEmpty)
        form[.citations] = ""
        #expect(form.draft(of: nil, names: .table).problems == [QuestionFormProblem(.citations, .missing)])
    }

    @Test func `what the office's law says against a citation is told, and nothing of law that it has not`()
        async throws
    {
        try SamplePages.importLaw(SampleLaw.first, into: office)
        try await office.test { browser in
            let author = try await browser.signedIn("guanting")
            let typed = "戶籍法第999條\n戶籍法 §14-1\n胡說法第1條\n戶籍法第1條第9項\n戶籍法第1條第2項\n民法第7條\n姓名條例"
            let said = try await author.post(
                "/questions/preview", Self.blank + [("stem", "甲？"), ("citations", typed)]
            ).text
            #expect(said.contains("法規裡沒有「戶籍法第999條」這一條"))
            #expect(said.contains("「戶籍法第1條第9項」：條文沒有這麼多項、款或目。"))
            #expect(said.contains("「胡說法第1條」開頭不是系統認得的法規名稱"))
            for fine in ["戶籍法第14條之1", "戶籍法第1條第2項", "民法第7條", "姓名條例"] {
                #expect(!said.contains("「\(fine)」"), "\(fine)")
            }
            let refused = try await author.post(
                "/questions/new", Self.blank + [("citations", typed + "\n又一部法第2條"), ("intent", "save")])
            #expect(refused.status == 422)
            // The field names both, as the summary does.
            let field =
                refused.text.matches(of: /id="citations-error">.*?<\/span>/).first.map { String($0.output) } ?? ""
            #expect(field.contains("「胡說法第1條」") && field.contains("「又一部法第2條」"))
        }
        let deleted = try Citation(parsing: "戶籍法第3條", names: .table)
        #expect(QuestionRules.problem(of: deleted, in: ArticleText("（刪除）")) == .deletedArticle("戶籍法第3條"))
        #expect(QuestionRules.problem(of: deleted, in: nil) == .missingArticle("戶籍法第3條"))
        #expect(QuestionRules.problem(of: deleted, in: ArticleText("甲。")) == nil)
    }
}

extension SampleBrowser {
    /// The name of the draft that changes a question.
    fileprivate func draftKey(of code: String) async throws -> String {
        let page = try await get("/questions/\(code)/edit").text
        return try #require(page.firstMatch(of: /name="draft" value="(question-[0-9]+)"/).map { String($0.output.1) })
    }
}
