import Testing

@testable import Huxue

@Suite struct CitedPassageTests {
    @Test(
        arguments: [
            ("戶籍法第16條至第18條", "戶籍法第16條至第18條"),
            ("戶籍法第十六條到第十八條之一", "戶籍法第16條至第18條之1"),
            ("戶籍法§16~18", "戶籍法第16條至第18條"),
            ("戶籍法第4條第1項至第3項", "戶籍法第4條第1項至第3項"),
            ("戶籍法第4條第1款至第3款", "戶籍法第4條第1款至第3款"),
            ("戶籍法第4條第1項第2款至第4款", "戶籍法第4條第1項第2款至第4款"),
            ("戶籍法第4條第1項第2款至第2項第1款", "戶籍法第4條第1項第2款至第2項第1款"),
            ("戶籍法第4條第1款第1目至第9目", "戶籍法第4條第1款第1目至第9目"),
            ("戶籍法第4條第2項至第5條第1項", "戶籍法第4條第2項至第5條第1項"),
            ("個資法第5條", "個人資料保護法第5條"),
            ("戶籍法", "戶籍法"),
        ])
    func `a passage is read as people write it, printed in one way and read back`(text: String, printed: String) throws
    {
        let passage = try CitedPassage(parsing: text)
        #expect(passage.description == printed)
        #expect(CitedPassage.stored(printed, of: passage.statute.pcode) == passage)
    }

    @Test(
        arguments: [
            ("戶籍法第18條至第16條", CitationRefusal.reversedRange("戶籍法第18條至第16條")),
            ("戶籍法第16條至第16條", .reversedRange("戶籍法第16條至第16條")),
            ("戶籍法第16條至", .unreadableRest("戶籍法第16條至", rest: "")),
            ("戶籍法第16條至第18條但書", .unreadableRest("戶籍法第16條至第18條但書", rest: "但書")),
            ("戶籍法第16條及第18條", .unreadableRest("戶籍法第16條及第18條", rest: "及第18條")),
            ("", .empty), ("戶藉法第1條至第2條", .unknownStatute("戶藉法第1條至第2條")),
        ])
    func `what is no passage is refused with the reason`(text: String, refusal: CitationRefusal) {
        #expect(throws: refusal) { try CitedPassage(parsing: text) }
        // What was stored names its statute by the key.
        if refusal != .unknownStatute(text) { #expect(CitedPassage.stored(text, of: "D0030006") == nil) }
    }

    @Test(
        arguments: [
            ("戶籍法", ["1", "16", "16-1", "9999"], []),
            ("戶籍法第16條", ["16"], ["15", "16-1", "17"]),
            ("戶籍法第16條第2項", ["16"], ["17"]),
            ("戶籍法第16條至第18條", ["16", "16-1", "17", "17-9", "18"], ["15", "15-1", "18-1", "19"]),
            ("戶籍法第16條之1至第17條", ["16-1", "16-2", "17"], ["16", "17-1"]),
            ("戶籍法第4條第1項至第3項", ["4"], ["4-1", "5"]),
        ])
    func `a range rests on what stands between its ends, and on what is put in there`(
        text: String, covered: [String], others: [String]
    ) throws {
        let passage = try CitedPassage(parsing: text)
        for number in covered { #expect(passage.covers(try #require(ArticleNumber(plain: number))), "\(number)") }
        for number in others { #expect(!passage.covers(try #require(ArticleNumber(plain: number))), "\(number)") }
    }

    @Test(
        arguments: [
            ("戶籍法第4條", "4", nil), ("戶籍法第4條第2項", "4", 2...2), ("戶籍法第4條第1項至第3項", "4", 1...3),
            ("戶籍法第4條第2項第1款至第3款", "4", 2...2), ("戶籍法第4條第2項至第6條第3項", "4", 2...Int.max),
            ("戶籍法第4條第2項至第6條第3項", "5", nil), ("戶籍法第4條第2項至第6條第3項", "6", 1...3),
            ("戶籍法", "4", nil),
        ] as [(String, String, ClosedRange<Int>?)])
    func `a passage names paragraphs of its first and last article`(
        text: String, article: String, paragraphs: ClosedRange<Int>?
    ) throws {
        let number = try #require(ArticleNumber(plain: article))
        #expect(try CitedPassage(parsing: text).paragraphs(of: number) == paragraphs)
    }

    @Test func `what a page's text rests on goes through one column`() throws {
        let text = "依戶籍法第16條至第18條、第48條第1項至第3項及第79條，並參民法。戶籍法第79條另有規定；某某法第3條不明。"
        let passages = CitationReader(names: .table).references(in: text).passages
        #expect(passages.map(\.description) == ["戶籍法第16條至第18條", "戶籍法第48條第1項至第3項", "戶籍法第79條"])
        for passage in passages { #expect(CitedPassage.stored(passage.description, of: "D0030006") == passage) }
    }

    @Test func `any two places of a statute make a passage that is read back, or none`() throws {
        var generator = SplitMix(seed: 11)
        let statute = try #require(StatuteTable.statute(named: "戶籍法"))
        func place() throws -> Citation {
            let number = try #require(
                ArticleNumber(
                    Int.random(in: 1...4, using: &generator), branch: Int.random(in: 0...1, using: &generator)))
            let paragraph = Bool.random(using: &generator) ? Int.random(in: 1...3, using: &generator) : nil
            let subparagraph = Bool.random(using: &generator) ? Int.random(in: 1...3, using: &generator) : nil
            let item =
                subparagraph != nil && Bool.random(using: &generator) ? Int.random(in: 1...3, using: &generator) : nil
            return Citation(statute, number, paragraph: paragraph, subparagraph: subparagraph, item: item)
        }
        var made = 0
        for _ in 0..<3000 {
            let (first, last) = (try place(), try place())
            guard let passage = CitedPassage(first, through: last) else { continue }
            made += 1
            #expect(CitedPassage(last, through: first) == nil)
            let back = try #require(CitedPassage.stored(passage.description, of: "D0030006"), "\(passage)")
            #expect(back == passage, "\(passage)")
            let ends = [try #require(first.article), try #require(last.article)]
            #expect(ends.allSatisfy(passage.covers))
        }
        #expect(made > 800)
    }
}
