import Testing

@testable import Huxue

/// Questions as people type them, against the pages that the program comes with.
@Suite struct SearchEverydayTests {
    private static func shipped() async throws -> SampleOffice {
        let office = try SampleOffice()
        let pages = try PageFolder.read(SampleOffice.resources + "/../kb")
        _ = try await PageImportActions(database: office.database, clock: office.clock).run(
            pages, source: "kb", by: office.session.acting)
        return office
    }

    private static let household = "戶口名簿的請領、換領與補領"
    private static let childName = "子女從姓約定與變更"
    private static let lostCard = "補領國民身分證"
    private static let transcripts = "戶籍謄本的申請與親屬範圍"

    private static let questions: [(words: String, title: String, part: PagePart)] = [
        ("戶口名簿不見了", household, .steps), ("戶口名簿不見了怎麼辦", household, .steps), ("戶口名簿不見了(怎麼辦)", household, .steps),
        ("戶口名簿不見了（怎麼辦？）", household, .steps), ("戶口名簿 不見了 怎麼辦", household, .steps), ("补办户口名簿", household, .steps),
        ("補辦戶口名簿", household, .steps), ("戶口名簿遺失 要帶什麼", household, .papers), ("戶口名簿弄丟了要多少錢", household, .fee),
        ("幾天內要辦出生", "出生登記", .deadline), ("多少天內要辦出生登記", "出生登記", .deadline), ("出生要在幾天內去辦", "出生登記", .deadline),
        ("多久內要報戶口", "出生登記", .deadline), ("報戶口要帶什麼", "出生登記", .papers), ("生小孩要辦什麼手續", "出生登記", .steps),
        ("小孩改姓要帶什麼", childName, .papers), ("兒子改姓 誰可以", childName, .applicants), ("小孩從母姓怎麼辦", childName, .steps),
        ("我要遷戶口", "遷入登記", .steps), ("遷戶口要帶什麼", "遷入登記", .papers), ("搬家幾天內要去辦", "遷入登記", .deadline),
        ("去哪裡辦遷戶口", "遷入登記", .place), ("爸爸過世了要辦什麼", "死亡登記", .steps), ("阿公往生要帶什麼", "死亡登記", .papers),
        ("死亡要在幾天內辦", "死亡登記", .deadline), ("去世 誰可以辦", "死亡登記", .applicants), ("身分證不見了", lostCard, .steps),
        ("身分證掉了怎麼辦", lostCard, .steps), ("身份證遺失要多少錢", lostCard, .fee), ("補辦身分證要帶什麼", lostCard, .papers),
        ("身分證壞了怎麼辦", "換領國民身分證", .steps), ("換身分證要帶什麼", "換領國民身分證", .papers), ("領養要帶什麼", "收養登記", .papers),
        ("改名字怎麼辦", "改名", .steps), ("我想改名", "改名", .steps), ("辦結婚要帶什麼", "結婚登記", .papers),
        ("結婚要準備哪些文件", "結婚登記", .papers), ("離婚要去哪裡辦", "離婚登記", .place), ("申請謄本要帶什麼", transcripts, .papers),
        ("謄本誰可以申請", transcripts, .applicants), ("換戶長要帶什麼", "戶長變更", .papers), ("換地址要帶什麼", "住址變更登記", .papers),
        ("跟外國人結婚要帶什麼", "與外國人結婚", .papers), ("認領 要帶什麼", "認領登記", .papers),
    ]

    @Test func `everyday questions are answered from the page that is meant`() async throws {
        let office = try await Self.shipped()
        let visitor = try office.visitor("yachu")
        for (words, title, part) in Self.questions {
            for reader in [visitor, nil] {
                let answer = try await office.database.read { [clock = office.clock] db in
                    let source = PageSearchStore(clock: clock)
                    let request = try source.widened(SearchQuery(words).request(), for: reader, in: db).request
                    return try source.answer(request, for: reader, in: db)
                }
                #expect(answer?.title == title && answer?.heading == part.title, "\(words): \(answer?.title ?? "–")")
            }
        }
    }

    @Test func `everyday names find what the law calls otherwise first`() async throws {
        let office = try await Self.shipped()
        for (words, title) in [
            ("過世", "死亡登記"), ("往生", "死亡登記"), ("遷戶口", "遷入登記"), ("我要遷戶口", "遷入登記"), ("搬家", "遷入登記"), ("報戶口", "出生登記"),
            ("同婚", "同性結婚與終止結婚"), ("領養", "收養登記"), ("補辦戶口名簿", Self.household), ("小孩改姓", Self.childName),
            ("出生登記", "出生登記"), ("國外過世", "國外死亡登記"), ("小孩遷戶口", "未成年人遷徙"), ("拿掉夫姓", "冠姓與回復本姓"),
        ] {
            let findings = try await office.database.read { [clock = office.clock] db in
                try PageSearchStore(clock: clock).widened(SearchQuery(words).request(), for: nil, in: db).findings
            }
            #expect(findings.hits.first?.title.pieces.map(\.text).joined() == title, "\(words)")
            #expect(Set(findings.hits.map(\.address)).count == findings.hits.count)
        }
    }

    @Test(
        arguments: [
            (["戶口名簿不見了"], ["戶口名簿", "補領"], SearchAspect.steps), (["補辦身分證"], ["補領", "身分證"], .steps),
            (["爸爸過世了"], ["死亡登記"], nil), (["小孩改姓"], ["子女", "改姓"], nil), (["戶口名簿", "不見了"], ["戶口名簿", "補領"], .steps),
            (["不見了"], ["補領"], nil), (["戶籍法"], [], nil), (["自我"], [], nil), (["遷入登記"], [], nil),
        ] as [([String], [String], SearchAspect?)])
    func `everyday words are read`(words: [String], meant: [String], aspect: SearchAspect?) {
        let everyday = SearchEverydayWords(in: words, asking: nil)
        #expect(everyday.meant == meant.map { SearchText($0).tokens.map(\.text) })
        #expect(everyday.aspect == aspect)
    }

    @Test func `an event of life is called by its registration where something is asked about it`() {
        #expect(SearchEverydayWords(in: ["出生"], asking: .papers).meant == [SearchText("出生登記").tokens.map(\.text)])
        #expect(SearchEverydayWords(in: ["出生"], asking: nil).meant.isEmpty)
        #expect(SearchEverydayWords(in: ["出生登記"], asking: .papers).meant.isEmpty)
    }
}
