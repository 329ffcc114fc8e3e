import Foundation
import GRDB
import Testing

@testable import Huxue

/// The names of the statutes that an office has loaded.
@Suite struct StatuteDirectoryTests {
    private typealias Entry = StatuteDirectory.Entry

    private func meaning(_ name: String, in directory: StatuteDirectory) -> StatuteNames.Meaning? {
        directory.names.meaning(of: name)
    }

    @Test func `a statute is found under each name that it had`() {
        var directory = StatuteDirectory()
        directory.learn([
            Entry(pcode: "Z1", name: "範例市甲自治規則", isRepealed: false),
            Entry(pcode: "Z1", name: "範例市乙自治規則", isRepealed: false),
        ])
        for name in ["範例市甲自治規則", "範例市乙自治規則"] {
            guard case .statute(let statute)? = meaning(name, in: directory) else {
                Issue.record("\(name)")
                continue
            }
            #expect(statute.pcode == "Z1" && statute.name == name)
        }
    }

    @Test func `of several with one name the only one in force has it`() {
        var directory = StatuteDirectory()
        let (first, second) = ("Z1", "Z2")
        func learn(_ pcode: String, repealed: Bool) {
            directory.learn([Entry(pcode: pcode, name: "範例丙規則", isRepealed: repealed)])
        }
        learn(first, repealed: false)
        #expect(meaning("範例丙規則", in: directory) == .statute(Statute(first, "")))
        learn(second, repealed: false)
        #expect(meaning("範例丙規則", in: directory) == .several("範例丙規則"))
        learn(first, repealed: true)
        #expect(meaning("範例丙規則", in: directory) == .statute(Statute(second, "")))
        learn(second, repealed: true)
        #expect(meaning("範例丙規則", in: directory) == .several("範例丙規則"))
        learn(first, repealed: false)
        #expect(meaning("範例丙規則", in: directory) == .statute(Statute(first, "")))
        #expect(Citation.stored("範例丙規則", of: second)?.statute == Statute(second, ""))
    }

    /// 總統副總統選舉罷免法 stands twice in the ministry's file.
    @Test func `of two statutes that the ministry tells apart as old and new the plain name means the one in force`() {
        let plain = "總統副總統選舉罷免法"
        let entries = [
            Entry(pcode: "F0070001", name: "\(plain)（舊 36.03.31 制定）", isRepealed: true),
            Entry(pcode: "F0070002", name: "\(plain)（新 84.08.09 制定）", isRepealed: false),
        ]
        for entries in [entries, entries.reversed()] {
            var directory = StatuteDirectory()
            directory.learn(entries)
            #expect(meaning(plain, in: directory) == .statute(Statute("F0070002", "")))
            #expect(meaning(entries[0].name, in: directory) == .statute(Statute(entries[0].pcode, "")))
            #expect((try? Citation(parsing: "\(plain)第3條", names: directory.names))?.description == "\(plain)第3條")
        }
    }

    @Test(
        arguments: [
            ("總統副總統選舉罷免法（新 84.08.09 制定）", "總統副總統選舉罷免法"), ("範例法(舊36.03.31制定)", "範例法"), ("範例法（新）", nil),
            ("範例辦法（新北市）", nil), ("範例辦法（第 2 版）", nil), ("戶籍法", nil), ("（舊 1）", nil), ("", nil),
        ] as [(String, String?)])
    func `the edition in a name is known by its words and its day`(name: String, plain: String?) {
        #expect(StatuteDirectory.withoutEdition(name) == plain)
    }

    @Test func `the table's names stay the table's`() {
        var directory = StatuteDirectory()
        directory.learn([Entry(pcode: "Z9", name: "戶籍法", isRepealed: false)])
        #expect(meaning("戶籍法", in: directory) == .statute(Statute("D0030006", "")))
    }

    @Test func `thousands of names are taken in at once and found`() {
        var directory = StatuteDirectory()
        let began = ContinuousClock.now
        directory.learn(
            (0..<12_000).map {
                Entry(pcode: "N\($0)", name: "範例縣第\($0)號樣本事務管理及收費標準自治條例", isRepealed: $0 % 3 == 0)
            })
        #expect(meaning("範例縣第11999號樣本事務管理及收費標準自治條例", in: directory) == .statute(Statute("N11999", "")))
        #expect(ContinuousClock.now - began < .seconds(20))
    }

    private static func law(_ name: String, _ pcode: String, modified: String, text: String) -> Data {
        SampleLaw.file(
            updated: modified,
            statutes: [SampleLaw.statute(name, pcode, modified: modified, histories: "", articles: [("第 1 條", text)])])
    }

    private func bring(_ data: Data, into office: SampleOffice) throws {
        let actions = StatuteImportActions(
            database: office.database, clock: office.clock, sources: Features.all.citations)
        _ = try actions.run(
            actions.plan(StatuteFile(data)), from: StatuteFile(data), by: office.session.acting)
    }

    private func known(in office: SampleOffice) throws -> StatuteNames {
        try office.database.readAndWait { try StatuteDirectoryStore.names(in: $0) }
    }

    @Test func `a rule is citable once it is loaded, and after a renaming under both names`() throws {
        let office = try SampleOffice()
        let text = "南華樣本丁自治規則第1條第2項"
        #expect(throws: CitationRefusal.unknownStatute(text)) { try Citation(parsing: text, names: known(in: office)) }
        #expect(CitationRefusal.unknownStatute(text).sentence.contains("請先在「法規」匯入"))
        try bring(Self.law("南華樣本丁自治規則", "ZD000001", modified: "20240101", text: "甲。"), into: office)
        let citation = try Citation(parsing: text, names: known(in: office))
        #expect(citation.statute.pcode == "ZD000001" && citation.description == text)
        #expect(Citation.stored(text, of: "ZD000001") == citation)
        try bring(Self.law("南華樣本戊自治規則", "ZD000001", modified: "20250101", text: "甲。"), into: office)
        let names = try known(in: office)
        #expect(try Citation(parsing: "南華樣本戊自治規則第1條第2項", names: names) == citation)
        #expect(try Citation(parsing: text, names: names).description == text)
        let found = CitationReader(names: names).references(in: "依南華樣本戊自治規則第1條及南華樣本丁自治規則第2條。").passages
        #expect(found.map(\.description) == ["南華樣本戊自治規則第1條", "南華樣本丁自治規則第2條"])
        #expect(found.allSatisfy { $0.statute.pcode == "ZD000001" })
    }

    @Test func `what another process brings in is citable at once, also inside a transaction`() throws {
        let office = try SampleOffice()
        let text = "南華樣本己自治規則第1條"
        #expect(try known(in: office).meaning(of: "南華樣本己自治規則") == nil)
        let other = try OfficeDatabase(folder: office.folder, migrations: Features.all.migrations)
        let data = Self.law("南華樣本己自治規則", "ZD000002", modified: "20240101", text: "甲。")
        let actions = StatuteImportActions(database: other, clock: office.clock, sources: Features.all.citations)
        _ = try actions.run(
            actions.plan(StatuteFile(data)), from: StatuteFile(data), by: office.session.acting)
        let found = try office.database.readAndWait { db in
            try Citation(parsing: text, names: StatuteDirectoryStore.names(in: db))
        }
        #expect(found.statute.pcode == "ZD000002")
        let written = try office.database.writeAndWait { db in
            try CitedPassage(parsing: "南華樣本己自治規則", names: StatuteDirectoryStore.names(in: db))
        }
        #expect(written.isWhole && written.statute.pcode == "ZD000002")
    }

    @Test func `what a transaction brings in has a name in it, and none once it is undone`() throws {
        let office = try SampleOffice()
        struct Undone: Error {}
        @Sendable func insert(_ name: String, _ pcode: String, in db: Database) throws {
            _ = try StatuteImportStore.insert(
                SampleLaw.edition(name, pcode), digest: name, published: nil, now: SampleOffice.morning, in: db)
        }
        #expect(throws: Undone.self) {
            try office.database.writeAndWait { db in
                try insert("南華樣本庚自治規則", "ZD000003", in: db)
                let inside = try StatuteDirectoryStore.names(in: db)
                #expect(inside.meaning(of: "南華樣本庚自治規則") == .statute(Statute("ZD000003", "")))
                throw Undone()
            }
        }
        // Takes the undone version's number.
        try office.database.writeAndWait { try insert("南華樣本辛自治規則", "ZD000004", in: $0) }
        let names = try known(in: office)
        #expect(names.meaning(of: "南華樣本庚自治規則") == nil)
        #expect(names.meaning(of: "南華樣本辛自治規則") == .statute(Statute("ZD000004", "")))
    }

    @Test func `each office cites its own statutes, and learning a few more is learning them all`() throws {
        let (office, other) = (try SampleOffice(), try SampleOffice())
        try bring(Self.law("南華樣本壬自治規則", "ZD000005", modified: "20240101", text: "甲。"), into: office)
        try bring(Self.law("南華樣本癸自治規則", "ZD000006", modified: "20240101", text: "甲。"), into: other)
        let before = try known(in: office)
        #expect(before.meaning(of: "南華樣本癸自治規則") == nil)
        #expect(try known(in: other).meaning(of: "南華樣本壬自治規則") == nil)
        #expect(try known(in: office).mark == before.mark)
        // Another edition under the same name changes no name.
        try bring(Self.law("南華樣本壬自治規則", "ZD000005", modified: "20250101", text: "乙。"), into: office)
        #expect(try known(in: office).mark == before.mark)
        try bring(Self.law("南華樣本子自治規則", "ZD000007", modified: "20240101", text: "甲。"), into: office)
        let after = try known(in: office)
        #expect(after.mark != before.mark && after.count == before.count + 1)
        #expect(after.meaning(of: "南華樣本壬自治規則") == .statute(Statute("ZD000005", "")))
    }

    @Test func `where citations lead is remembered until the law changes`() throws {
        let office = try SampleOffice()
        let citation = Citation(Statute("ZD000008", "南華樣本丑自治規則"), try #require(ArticleNumber(1)))
        func isKnown() throws -> Bool {
            try office.database.readAndWait { try CitationLinkStore.links([citation], in: $0).has(citation) }
        }
        #expect(try !isKnown())
        try bring(Self.law("南華樣本寅自治規則", "ZD000009", modified: "20240101", text: "甲。"), into: office)
        #expect(try !isKnown() && !isKnown())
        try bring(Self.law("南華樣本丑自治規則", "ZD000008", modified: "20240101", text: "甲。"), into: office)
        #expect(try isKnown() && isKnown())
    }

    @Test func `a stored citation keeps its statute when another comes to that name`() {
        let text = "戶籍法第1條"
        #expect(Citation.stored(text, of: "D0030006")?.statute.pcode == "D0030006")
        #expect(Citation.stored(text, of: "Z7")?.statute.pcode == "Z7")
        #expect(CitedPassage.stored("戶籍法第1條至第2條", of: "Z7")?.last?.statute.pcode == "Z7")
        let name = "勞動基準法第四十五條無礙身心健康認定基準及審查辦法"
        let citation = Citation.stored(name + "第3條第1項", of: "N0030028")
        #expect(citation?.statute.name == name && citation?.place == "第3條第1項")
        #expect(CitedPassage.stored(name, of: "N0030028")?.isWhole == true)
        #expect(Citation.stored("戶籍法第1條但書", of: "D0030006") == nil)
        #expect(Citation.stored("第1條", of: "D0030006") == nil)
    }
}
