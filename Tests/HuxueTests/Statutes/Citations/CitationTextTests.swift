import Testing

@testable import Huxue

/// References in running text; the reading of one citation by itself is in `CitationTests`.
struct CitationTextTests {
    private static let reader = CitationReader(names: .table)

    /// `words → what they stand for`, one for each reference.
    private static func read(_ text: String, of frame: StatuteFrame? = nil, article: Int? = nil) -> [String] {
        reader.references(in: text, of: frame, article: article.flatMap { ArticleNumber($0) }).map { reference in
            let meaning =
                switch reference.meaning {
                case .one(let citation): "\(citation)"
                case .through(let first, let last): "\(first)～\(last)"
                case .unresolved(let doubt): "\(doubt)"
                }
            return "\(text[reference.range]) → \(meaning)"
        }
    }

    @Test(arguments: [
        ("依戶籍法第48條第1項第2款第3目", ["戶籍法第48條第1項第2款第3目 → 戶籍法第48條第1項第2款第3目"]),
        ("戶籍法第四十八條之一，", ["戶籍法第四十八條之一 → 戶籍法第48條之1"]),
        ("民法第14-1條、民法§1052-1", ["民法第14-1條 → 民法第14條之1", "民法§1052-1 → 民法第1052條之1"]),
        ("戶籍法第14條之1第2項", ["戶籍法第14條之1第2項 → 戶籍法第14條之1第2項"]),
        ("戶籍法第5條之3個月內", ["戶籍法第5條 → 戶籍法第5條"]),
        ("戶籍法48條1項", ["戶籍法48條1項 → 戶籍法第48條第1項"]),
        ("民法98年修正", []),
        ("民法第一千零十七條", ["民法第一千零十七條 → 民法第1017條"]),
        ("民法第１０５２條、民法第一０五二條", ["民法第１０５２條 → 民法第1052條", "民法第一０五二條 → 民法第1052條"]),
        ("戶籍法第4 8\r\n    條第 2 項規定", ["戶籍法第4 8\r\n    條第 2 項 → 戶籍法第48條第2項"]),
        ("戶籍法第三條第二項後段、第八條但書", ["戶籍法第三條第二項 → 戶籍法第3條第2項", "第八條 → 戶籍法第8條"]),
        ("戶籍法第四條第一項第三款之規定", ["戶籍法第四條第一項第三款 → 戶籍法第4條第1項第3款"]),
        ("戶籍法第五條第一項各款", ["戶籍法第五條第一項 → 戶籍法第5條第1項"]),
        ("《戶籍法》第4條", ["《戶籍法》第4條 → 戶籍法第4條"]),
        ("「民法」第5條、「民法第6條」", ["「民法」第5條 → 民法第5條", "民法第6條 → 民法第6條"]),
        ("戶籍法（第48條）", ["戶籍法（第48條 → 戶籍法第48條"]),
        ("民法親屬編第1052條", ["民法親屬編第1052條 → 民法第1052條"]),
        (
            "国籍法以外，台灣地區無戶籍國民停留居留及定居許可辦法第3條",
            [
                "台灣地區無戶籍國民停留居留及定居許可辦法第3條 → 臺灣地區無戶籍國民停留居留及定居許可辦法第3條"
            ]
        ),
        ("𠮷田依戶籍法第4條", ["戶籍法第4條 → 戶籍法第4條"]),
    ])
    func `one reference is read as people write it`(text: String, found: [String]) {
        #expect(Self.read(text) == found)
    }

    @Test(arguments: [
        ("戶籍法第6、12條", ["戶籍法第6 → 戶籍法第6條", "12條 → 戶籍法第12條"]),
        (
            "戶籍法第六條、第十二條及民法第3條",
            [
                "戶籍法第六條 → 戶籍法第6條", "第十二條 → 戶籍法第12條", "民法第3條 → 民法第3條",
            ]
        ),
        ("戶籍法第16條至第18條", ["戶籍法第16條至第18條 → 戶籍法第16條～戶籍法第18條"]),
        ("戶籍法第16條至18條", ["戶籍法第16條至18條 → 戶籍法第16條～戶籍法第18條"]),
        ("戶籍法第48條、49條", ["戶籍法第48條 → 戶籍法第48條", "49條 → 戶籍法第49條"]),
        ("戶籍法第4條及3項文件", ["戶籍法第4條 → 戶籍法第4條"]), ("戶籍法第4條至18歲", ["戶籍法第4條 → 戶籍法第4條"]),
        ("戶籍法第16至18條", ["戶籍法第16至18條 → 戶籍法第16條～戶籍法第18條"]),
        ("戶籍法第1條第1項至第3項", ["戶籍法第1條第1項至第3項 → 戶籍法第1條第1項～戶籍法第1條第3項"]),
        (
            "戶籍法第五條第一項第一款至第三款、第五款及第二項",
            [
                "戶籍法第五條第一項第一款至第三款 → 戶籍法第5條第1項第1款～戶籍法第5條第1項第3款",
                "第五款 → 戶籍法第5條第1項第5款", "第二項 → 戶籍法第5條第2項",
            ]
        ),
        ("戶籍法第5條及第2項", ["戶籍法第5條 → 戶籍法第5條", "第2項 → severalReadings"]),
        ("戶籍法第18條至第16條", ["戶籍法第18條至第16條 → severalReadings"]),
        ("戶籍法第5-6條", ["戶籍法第5-6條 → severalReadings"]),
        ("民法第1052條第1、2項第3款", ["民法第1052條第1 → severalReadings", "2項第3款 → severalReadings"]),
        (
            "公司法第1條、第2條至第4條第1項",
            [
                "公司法第1條 → unknownStatute(\"公司法\")", "第2條至第4條第1項 → unknownStatute(\"公司法\")",
            ]
        ),
    ])
    func `lists and ranges go on from what was named`(text: String, found: [String]) {
        #expect(Self.read(text) == found)
    }

    @Test(arguments: [
        (
            "依就業服務法第46條及同法第48條",
            [
                "就業服務法第46條 → unknownStatute(\"就業服務法\")", "同法第48條 → unknownStatute(\"就業服務法\")",
            ]
        ),
        ("民法總則施行法第3條", ["民法總則施行法第3條 → unknownStatute(\"民法總則施行法\")"]),
        ("日本民法第5條、我國民法第6條", ["民法第5條 → unknownStatute(\"日本民法\")", "民法第6條 → 民法第6條"]),
        ("身分及國籍法第3條", ["國籍法第3條 → unknownStatute(\"身分及國籍法\")"]),
        ("戶籍法及國籍法第3條", ["國籍法第3條 → 國籍法第3條"]),
        ("公務員規則第8條", ["公務員規則第8條 → unknownStatute(\"公務員規則\")"]),
        ("修正前民法第1052條、舊戶籍法第3條", ["民法第1052條 → datedWording", "戶籍法第3條 → datedWording"]),
        (
            "八十五年修正之民法第1059條、第1080條第5項",
            [
                "民法第1059條 → datedWording", "第1080條第5項 → datedWording",
            ]
        ),
        ("於修正前已依民法第1094條任監護人者，依民法第3條", ["民法第1094條 → datedWording", "民法第3條 → 民法第3條"]),
        ("經具備民法第3條要件", ["民法第3條 → 民法第3條"]),
        ("人民法院第3條", ["第3條 → noStatute"]),
        ("本法第5條、前項、第二項", ["本法第5條 → noStatute", "前項 → noStatute", "第二項 → noStatute"]),
        ("戶籍法\n\n第48條", ["第48條 → noStatute"]),
        ("第二條款、第三項目、第二款項、停止條件、該條例、本條文", []),
    ])
    func `what is not certain is left open with its reason`(text: String, found: [String]) {
        #expect(Self.read(text) == found)
    }

    @Test(arguments: [
        (
            "姓名條例第9條，同條例第10條，同法第3條",
            [
                "姓名條例第9條 → 姓名條例第9條", "同條例第10條 → 姓名條例第10條", "同法第3條 → severalReadings",
            ]
        ),
        ("戶籍法第4條及該法第6條", ["戶籍法第4條 → 戶籍法第4條", "該法第6條 → 戶籍法第6條"]),
        ("戶籍法第4條，又依某某法辦理，同法第6條", ["戶籍法第4條 → 戶籍法第4條", "同法第6條 → severalReadings"]),
        ("戶籍法第4條及其施行細則第9條", ["戶籍法第4條 → 戶籍法第4條", "施行細則第9條 → 戶籍法施行細則第9條"]),
        ("家事事件法施行細則第9條", ["家事事件法施行細則第9條 → unknownStatute(\"家事事件法施行細則\")"]),
        (
            "戶籍法第4條第1項，同條第2項，同項第3款",
            [
                "戶籍法第4條第1項 → 戶籍法第4條第1項", "同條第2項 → 戶籍法第4條第2項", "同項第3款 → 戶籍法第4條第2項第3款",
            ]
        ),
        (
            "戶籍法第4條第1項及同條項第2款",
            [
                "戶籍法第4條第1項 → 戶籍法第4條第1項", "同條項第2款 → 戶籍法第4條第1項第2款",
            ]
        ),
        (
            "戶籍法第4條至第6條，同條第2項",
            [
                "戶籍法第4條至第6條 → 戶籍法第4條～戶籍法第6條", "同條第2項 → severalReadings",
            ]
        ),
        ("戶籍法（下稱本法）第3條，本法第4條", ["戶籍法（下稱本法）第3條 → 戶籍法第3條", "本法第4條 → 戶籍法第4條"]),
        (
            "兩岸關係條例（簡稱兩岸條例）第9條、兩岸條例第10條",
            [
                "兩岸關係條例（簡稱兩岸條例）第9條 → unknownStatute(\"兩岸關係條例\")",
                "兩岸條例第10條 → unknownStatute(\"兩岸關係條例\")",
            ]
        ),
    ])
    func `words that go back to what was named are followed`(text: String, found: [String]) {
        #expect(Self.read(text) == found)
    }

    @Test func `a name that two statutes have stands for neither`() {
        let names = StatuteNames([Statute("A", "甲法", "舊稱法"), Statute("B", "乙法", "舊稱法")])
        let found = CitationReader(names: names).references(in: "舊稱法第3條、乙法第4條")
        #expect(found.map(\.target?.statute.pcode) == [nil, "B"])
        #expect(found.first?.meaning == .unresolved(.sharedName("舊稱法")))
    }

    @Test func `any mix of its words is read without a trap, in order and within the text`() {
        var generator = SplitMix(seed: 11)
        let pieces = [
            "戶籍法", "民法", "公司法", "第", "§", "條", "之", "項", "款", "目", "-", "一", "十", "零", "9", "０", "𠮷", "\r\n", "  ", "前",
            "次", "本",
            "同", "該", "法", "條例", "及", "至", "、", "（以下簡稱", "）", "《", "》", "施行細則", "但書", "。", "各款", "修正前",
        ]
        let frame = CitationArticleTests.frame
        for _ in 0..<3000 {
            let text = (0..<Int.random(in: 0...24, using: &generator)).map { _ in
                pieces.randomElement(using: &generator) ?? ""
            }.joined()
            var end = text.startIndex
            for reference in Self.reader.references(in: text, of: frame, article: ArticleNumber(3)) {
                #expect(reference.range.lowerBound >= end && !text[reference.range].isEmpty, "\(text)")
                end = reference.range.upperBound
            }
            #expect(end <= text.endIndex)
        }
    }

    @Test func `a list of more numbers than any law has is read in time`() {
        let text = "戶籍法第" + String(repeating: "1、", count: 16_000) + "1條"
        let time = ContinuousClock().measure { _ = Self.read(text) }
        #expect(time < .seconds(4))
    }
}
