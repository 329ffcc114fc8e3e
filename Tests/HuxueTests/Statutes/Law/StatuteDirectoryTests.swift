import Foundation
import Testing

@testable import Huxue

/// The names that the office has loaded; the statutes are made up, because the directory is the whole process's.
@Suite struct StatuteDirectoryTests {
    private typealias Entry = StatuteDirectory.Entry

    private func meaning(_ name: String, in directory: StatuteDirectory) -> StatuteNames.Meaning? {
        directory.names().meaning(of: name)
    }

    @Test func `a statute is found under each name that it had`() {
        let directory = StatuteDirectory()
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
        let directory = StatuteDirectory()
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
        #expect(directory.first(named: "範例丙規則") == Statute(first, ""))
    }

    @Test func `the table's names stay the table's`() {
        let directory = StatuteDirectory()
        directory.learn([Entry(pcode: "Z9", name: "戶籍法", isRepealed: false)])
        #expect(meaning("戶籍法", in: directory) == .statute(Statute("D0030006", "")))
    }

    @Test func `thousands of names are taken in at once and found`() {
        let directory = StatuteDirectory()
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
            actions.plan(StatuteFile(data)), from: StatuteFile(data), by: .console(user: "test"), origin: "test")
    }

    @Test func `a rule is citable once it is loaded, and after a renaming under both names`() throws {
        let office = try SampleOffice()
        let text = "南華樣本丁自治規則第1條第2項"
        #expect(throws: CitationRefusal.unknownStatute(text)) { try Citation(parsing: text) }
        #expect(CitationRefusal.unknownStatute(text).sentence.contains("huxue statutes import"))
        #expect(Citation.stored(text) == nil)
        try bring(Self.law("南華樣本丁自治規則", "ZD000001", modified: "20240101", text: "甲。"), into: office)
        let citation = try Citation(parsing: text)
        #expect(citation.statute.pcode == "ZD000001" && citation.description == text)
        #expect(Citation.stored(text) == citation)
        try bring(Self.law("南華樣本戊自治規則", "ZD000001", modified: "20250101", text: "甲。"), into: office)
        #expect(try Citation(parsing: "南華樣本戊自治規則第1條第2項") == citation)
        #expect(try Citation(parsing: text).description == text)
        let found = CitationReader(names: .all).references(in: "依南華樣本戊自治規則第1條及南華樣本丁自治規則第2條。").passages
        #expect(found.map(\.description) == ["南華樣本戊自治規則第1條", "南華樣本丁自治規則第2條"])
        #expect(found.allSatisfy { $0.statute.pcode == "ZD000001" })
    }

    @Test func `what another process brings in is citable at once, also inside a transaction`() throws {
        let office = try SampleOffice()
        let text = "南華樣本己自治規則第1條"
        #expect(Citation.stored(text) == nil)
        let other = try OfficeDatabase(folder: office.folder, migrations: Features.all.migrations)
        let data = Self.law("南華樣本己自治規則", "ZD000002", modified: "20240101", text: "甲。")
        let actions = StatuteImportActions(database: other, clock: office.clock, sources: Features.all.citations)
        _ = try actions.run(
            actions.plan(StatuteFile(data)), from: StatuteFile(data), by: .console(user: "test"), origin: "test")
        let found = try office.database.readAndWait { _ in Citation.stored(text) }
        #expect(found?.statute.pcode == "ZD000002")
        let written = try office.database.writeAndWait { _ in try CitedPassage(parsing: "南華樣本己自治規則") }
        #expect(written.isWhole && written.statute.pcode == "ZD000002")
    }

    @Test func `a stored citation keeps its statute when another comes to that name`() {
        let text = "戶籍法第1條"
        #expect(Citation.stored(text, of: "D0030006")?.statute.pcode == "D0030006")
        #expect(Citation.stored(text, of: "Z7")?.statute.pcode == "Z7")
        #expect(CitedPassage.stored("戶籍法第1條至第2條", of: "Z7")?.last?.statute.pcode == "Z7")
    }
}
