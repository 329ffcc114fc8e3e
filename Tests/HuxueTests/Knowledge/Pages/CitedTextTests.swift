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
        (
            "甲（戶籍法第1條、第2條；本人親自換領者得免，同條第2項）",
            "甲（<span class=\"cite\">戶籍法第1條、第2條；</span>本人親自換領者得免<span class=\"cite\">，同條第2項</span>）",
            "甲（本人親自換領者得免）"
        ),
        (
            "甲（戶籍法第58條第1項、身分證及戶口名簿辦法第18條第1項；本人親自，或戶長辦遷徙一併換領者得免相片，同條第2項第1款、第2款）",
            "甲（<span class=\"cite\">戶籍法第58條第1項、身分證及戶口名簿辦法第18條第1項；</span>本人親自，或戶長辦遷徙一併換領者得免相片"
                + "<span class=\"cite\">，同條第2項第1款、第2款</span>）",
            "甲（本人親自，或戶長辦遷徙一併換領者得免相片）"
        ),
        ("乙（未滿18歲，民法第12條）", "乙（未滿18歲<span class=\"cite\">，民法第12條</span>）", "乙（未滿18歲）"),
        ("丙（姓名條例第10條：出世或還俗）", "丙（<span class=\"cite\">姓名條例第10條：</span>出世或還俗）", "丙（出世或還俗）"),
        (
            "丁（證明書，戶籍法第66條之1；謄本，戶籍法第65條）",
            "丁（證明書<span class=\"cite\">，戶籍法第66條之1</span>；謄本<span class=\"cite\">，戶籍法第65條</span>）", "丁（證明書；謄本）"
        ),
        ("戊（不在戶籍法第69條所列應繳規費的項目內）", "戊（不在戶籍法第69條所列應繳規費的項目內）", "戊（不在戶籍法第69條所列應繳規費的項目內）"),
        (
            "己（身分證及戶口名簿辦法第11條第1項；同條第2項情形免）", "己（身分證及戶口名簿辦法第11條第1項；同條第2項情形免）",
            "己（身分證及戶口名簿辦法第11條第1項；同條第2項情形免）"
        ),
        (
            "庚（民法第1062條第1項；能證明在這段期間以外者，依同條第2項）", "庚（民法第1062條第1項；能證明在這段期間以外者，依同條第2項）",
            "庚（民法第1062條第1項；能證明在這段期間以外者，依同條第2項）"
        ),
    ])
    func `brackets of nothing but citations`(body: String, shown: String, taken: String) {
        #expect(html(body) == "<p>\(shown)</p>")
        #expect(html(body, showsCitations: false) == "<p>\(taken)</p>")
    }

    @Test(arguments: [
        ("由法定代理人代為申請（戶籍法第41條第1項），見注意事項。", "由法定代理人代為申請。"), ("代理（見注意事項）。", "代理。"), ("代理；詳見「辦理步驟」", "代理"),
        ("見注意事項", "見注意事項"), ("代理，見應備文件。", "代理，見應備文件。"), ("代理，見注意事項第2點。", "代理，見注意事項第2點。"), ("代理，見證人。", "代理，見證人。"),
    ])
    func `a sheet does not send to parts that are not on it`(body: String, taken: String) {
        let content = SamplePages.content("a", .faq, body: body)
        var surroundings = PageRendering.Surroundings()
        (surroundings.showsCitations, surroundings.parts) = (false, Set(PageNotice.parts))
        let rendering = PageRendering(content, PageReading(content), in: surroundings)
        let html = String(decoding: rendering.html.bytes, as: UTF8.self).replacing(/<a [^>]*>|<\/a>/, with: "")
        #expect(html == "<p>\(taken)</p>")
        // Beside the other parts it does.
        #expect(self.html(body).contains("見"))
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
