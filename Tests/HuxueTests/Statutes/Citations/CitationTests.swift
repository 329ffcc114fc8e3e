import Testing

@testable import Huxue

struct CitationTests {
    @Test(
        arguments: [
            ("戶籍法第48條第1項第2款", "戶籍法第48條第1項第2款"),
            ("戶籍法第48條", "戶籍法第48條"),
            ("戶籍法第14條之1", "戶籍法第14條之1"),
            ("戶籍法第14-1條", "戶籍法第14條之1"),
            ("戶籍法第14之1條", "戶籍法第14條之1"),
            ("戶籍法§14-1", "戶籍法第14條之1"),
            ("戶籍法 § 14–1 第 2 項", "戶籍法第14條之1第2項"),
            ("戶籍法第十四條之一", "戶籍法第14條之1"),
            ("戶籍法第十四之一條第二項", "戶籍法第14條之1第2項"),
            ("戶籍法48", "戶籍法第48條"),
            ("戶籍法48條2項", "戶籍法第48條第2項"),
            ("戶籍法第４８條第２項", "戶籍法第48條第2項"),
            ("戶籍法第四十八條第二項", "戶籍法第48條第2項"),
            ("戶籍法第四八條", "戶籍法第48條"),
            ("戶籍法", "戶籍法"),
            ("《戶籍法》", "戶籍法"),
            ("個資法", "個人資料保護法"),
            ("《戶籍法》第4條第1款第9目", "戶籍法第4條第1款第9目"),
            ("民法第一千零五十二條之一", "民法第1052條之1"),
            ("民法第一〇五二條第一項第十款", "民法第1052條第1項第10款"),
            ("民法第一百條", "民法第100條"),
            ("民法第一百一十條", "民法第110條"),
            ("民法第一百零三條", "民法第103條"),
            ("民法第二十條", "民法第20條"),
            ("個資法第5條", "個人資料保護法第5條"),
            ("考績法施行細則第四條第一項第二款第七目", "公務人員考績法施行細則第4條第1項第2款第7目"),
            ("台灣地區無戶籍國民停留居留及定居許可辦法第3條", "臺灣地區無戶籍國民停留居留及定居許可辦法第3條"),
            ("臺灣地區無戶籍國民申請入國居留定居許可辦法第3條", "臺灣地區無戶籍國民停留居留及定居許可辦法第3條"),
            ("在台原有戶籍大陸地區人民申請回復台灣地區人民身分許可辦法第2條", "在臺原有戶籍大陸地區人民申請回復臺灣地區人民身分許可辦法第2條"),
        ])
    func `a citation is read as people write it and printed in one way`(text: String, printed: String) throws {
        let citation = try Citation(parsing: text)
        #expect(citation.description == printed)
        #expect(try Citation(parsing: citation.description) == citation)
    }

    @Test(
        arguments: [
            ("", CitationRefusal.empty),
            ("　 ", .empty),
            ("戶藉法第48條", .unknownStatute("戶藉法第48條")),
            ("第48條", .unknownStatute("第48條")),
            ("戶籍法第條", .missingArticle("戶籍法第條")),
            ("戶籍法第0條", .missingArticle("戶籍法第0條")),
            ("戶籍法第12345條", .missingArticle("戶籍法第12345條")),
            ("戶籍法第99999999999999999999條", .missingArticle("戶籍法第99999999999999999999條")),
            ("戶籍法第14條之0", .missingArticle("戶籍法第14條之0")),
            ("戶籍法第14條之", .missingArticle("戶籍法第14條之")),
            ("戶籍法第十十條", .missingArticle("戶籍法第十十條")),
            ("戶籍法第48條但書", .unreadableRest("戶籍法第48條但書", rest: "但書")),
            ("戶籍法第48條第2款第1項", .unreadableRest("戶籍法第48條第2款第1項", rest: "第1項")),
            ("戶籍法第48條第2目", .unreadableRest("戶籍法第48條第2目", rest: "第2目")),
            ("戶籍法第48條第0項", .unreadableRest("戶籍法第48條第0項", rest: "第0項")),
            ("戶籍法第48條、第49條", .unreadableRest("戶籍法第48條、第49條", rest: "、第49條")),
        ])
    func `what is not one citation is refused with the reason`(text: String, refusal: CitationRefusal) {
        #expect(throws: refusal) { try Citation(parsing: text) }
    }

    @Test func `the longest name that fits is the statute`() throws {
        #expect(try Citation(parsing: "戶籍法施行細則第3條").statute.pcode == "D0030007")
        #expect(try Citation(parsing: "國籍法施行條例第3條").statute.pcode == "D0030002")
        #expect(try Citation(parsing: "民法親屬編施行法第3條").statute.pcode == "B0000005")
    }

    @Test func `no two statutes share a name or a key`() {
        let names = StatuteTable.all.flatMap { [$0.name] + $0.otherNames }.map(LawText.folded)
        #expect(names.count == Set(names).count)
        #expect(Set(StatuteTable.all.map(\.pcode)).count == 47)
        for statute in StatuteTable.all {
            for name in [statute.name] + statute.otherNames {
                #expect(StatuteTable.statute(named: name)?.pcode == statute.pcode)
            }
        }
    }

    @Test func `a citation links to the ministry's page of its article`() throws {
        let plain = try Citation(parsing: "戶籍法第48條第2項")
        #expect(
            CitationViews.ministryAddress(of: plain).text
                == "https://law.moj.gov.tw/LawClass/LawSingle.aspx?pcode=D0030006&flno=48")
        let branch = try Citation(parsing: "戶籍法第14條之1")
        #expect(CitationViews.ministryAddress(of: branch).text.hasSuffix("&flno=14-1"))
        #expect(
            String(decoding: CitationViews.link(to: branch, .ministry).bytes, as: UTF8.self)
                == "<a href=\"https://law.moj.gov.tw/LawClass/LawSingle.aspx?pcode=D0030006&amp;flno=14-1\">戶籍法第14條之1</a>"
        )
    }

    @Test func `a thousand random texts are read or refused without a trap`() {
        var generator = SplitMix(seed: 7)
        let pieces = [
            "戶籍法", "民法", "第", "§", "條", "之", "項", "款", "目", "-", "一", "十", "百", "千", "零", "9", "０", "𠮷", "\u{0}", " ",
        ]
        for _ in 0..<1000 {
            let text = (0..<Int.random(in: 0...12, using: &generator)).map { _ in
                pieces.randomElement(using: &generator) ?? ""
            }.joined()
            if let citation = try? Citation(parsing: text) {
                #expect((try? Citation(parsing: citation.description)) == citation)
            }
        }
    }
}

/// A small reproducible source of chance (SplitMix64).
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
