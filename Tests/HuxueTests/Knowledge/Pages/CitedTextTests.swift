import Testing

@testable import Huxue

/// Citations behind a sentence are quiet; those in it are part of it.
struct CitedTextTests {
    private func html(_ body: String, showsCitations: Bool = true) -> String {
        let content = PageContent(
            code: "a", kind: .faq, title: "甲", state: .current, interpretation: nil,
            owner: PageOwner("knowledgeEditor"),
            unit: "", reviewMonths: 12, lawAsOf: Day(daysSinceEpoch: 20_000), isPublic: false, facets: [:],
            keywords: [],
            restsOn: [], body: body)
        var surroundings = PageRendering.Surroundings()
        surroundings.showsCitations = showsCitations
        let rendering = PageRendering(content, PageReading(content), in: surroundings)
        return String(decoding: rendering.html.bytes, as: UTF8.self).replacing(/<a [^>]*>|<\/a>/, with: "")
    }

    @Test(arguments: [
        ("本人或戶長（戶籍法第41條第1項）。", "本人或戶長<span class=\"cite\">（戶籍法第41條第1項）</span>。", "本人或戶長。"),
        ("應申請（戶籍法第48條第1項、同條第2項）", "應申請<span class=\"cite\">（戶籍法第48條第1項、同條第2項）</span>", "應申請"),
        ("依戶籍法第48條辦理", "依戶籍法第48條辦理", "依戶籍法第48條辦理"),
        ("補正（戶籍法第48條所定期限另計）", "補正（戶籍法第48條所定期限另計）", "補正（戶籍法第48條所定期限另計）"),
        ("住（居）所", "住（居）所", "住（居）所"),
        (
            "甲（戶籍法第1條）乙（丙）丁（戶籍法第2條、第3條）",
            "甲<span class=\"cite\">（戶籍法第1條）</span>乙（丙）丁<span class=\"cite\">（戶籍法第2條、第3條）</span>",
            "甲乙（丙）丁"
        ),
    ])
    func `brackets of nothing but citations`(body: String, shown: String, taken: String) {
        #expect(html(body) == "<p>\(shown)</p>")
        #expect(html(body, showsCitations: false) == "<p>\(taken)</p>")
    }

    @Test func `what the office decides stands in the text, for citizens a request to ask`() {
        let facts = LocalFacts(texts: [.anyOffice: "出生登記\n死亡登記"])
        func answer(_ facts: LocalFacts, isPublic: Bool) -> String {
            String(decoding: LocalFactViews.answer(to: .anyOffice, facts, isPublic: isPublic).bytes, as: UTF8.self)
        }
        #expect(answer(facts, isPublic: true) == "<span class=\"local-fact\">出生登記<br>死亡登記</span>")
        #expect(answer(LocalFacts(), isPublic: true) == LocalFactTerms.askUs)
        #expect(answer(LocalFacts(), isPublic: false).contains("本所尚未填寫"))
        for fact in LocalFact.allCases {
            #expect(LocalFact(placeholder: "本所：\(LocalFactTerms.name(of: fact))") == fact)
        }
        #expect(LocalFact(placeholder: "本所：別的") == nil && LocalFact(placeholder: "異地受理項目") == nil)
    }
}
