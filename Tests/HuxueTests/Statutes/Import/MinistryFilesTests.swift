import Foundation
import Testing

@testable import Huxue

/// Against two editions of the ministry's real data, which are no part of the project.
///
/// `HUXUE_LAWS` names a folder with `ChLaw-20220923.json` and `ChLaw-20241011.json`, the 34 statutes that an office works with. Left out without it.
@Suite(.enabled(if: MinistryFiles.folder != nil)) struct MinistryFilesTests {
    private static let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private let office: SampleOffice

    init() throws {
        office = try SampleOffice()
    }

    /// What really happened between the two: changed, added, removed.
    ///
    /// Source: the statutes' own histories. Articles that differ in layout alone are not among them (戶政規費收費標準 5;
    /// 各機關申請提供戶籍資料及親等關聯資料辦法 1, 6, 10, 11, 13, 14).
    private static let amended = [
        "D0030001": ["4 5 6 7 9 20", "", ""], "D0030011": ["1 2 4 8 9", "", ""], "D0030012": ["6", "", ""],
        "D0030026": ["1 2 3 4 6 8", "", ""], "D0030030": ["4 5 6 9 12 13 14 15 18 31", "6-1", ""],
        "D0030031": ["2 3 4 5 7 8 9 12 15 16 17", "18", "9-1"],
        "D0130001": ["1 3 4 5 6 7 8 9 10 11 12", "", "13"], "B0000001": ["77", "", ""],
        "B0010048": ["3 12 96 138 185 200", "", ""], "I0050021": ["48 56", "1-1", ""],
        "D0080132": [
            """
            3 5 6 8 9 10 12 15 18 21 22 23 24 25 26 29 31 32 33 36 38 38-1 38-4 38-7 38-8 38-9 47 48 49 52 55 56 57 \
            64 65 68 70 74 75 76 77 78 79 80 83 85 86 87 88 95
            """, "7-1 21-1 23-1 72-1 74-1", "40 41 42 43 44 45 46 84",
        ],
        "D0080169": ["1 2 8 12 14 16 17 18 23 24 26", "", ""], "D0030033": ["2 3", "", ""],
    ]

    /// Promulgated before the first file, and in force only after it.
    private static let delayed = [
        "B0000001": ["12 13 973 980 1049 1077 1091 1127 1128 981 990"], "D0080132": ["9 10 11 23 25"],
    ]

    private static func data(_ name: String) throws -> Data {
        try Data(contentsOf: #require(MinistryFiles.folder).appending(path: name))
    }

    private static func editions(_ name: String) throws -> [String: StatuteEdition] {
        var found: [String: StatuteEdition] = [:]
        _ = try StatuteFile.read(StatuteFile(data(name))) { found[$0.pcode] = $0 }
        return found
    }

    private var actions: StatuteImportActions {
        StatuteImportActions(database: office.database, clock: office.clock, sources: Features.all.citations)
    }

    private func bring(_ name: String) throws {
        let data = try Self.data(name)
        _ = try actions.run(
            actions.plan(StatuteFile(data)), from: StatuteFile(data), by: office.session.acting)
    }

    /// The shipped questions, checked against the law of `day`, and the shipped pages.
    private func content(asOf day: String) async throws {
        var topics: [QuestionTopic] = []
        let folder = Self.project.appending(path: "questions")
        for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        where file.pathExtension == "yaml" {
            let text = try String(contentsOf: file, encoding: .utf8)
                .replacing(/lawAsOf: [0-9-]+/, with: "lawAsOf: \(day)")
            topics.append(try #require(QuestionFile(reading: Array(text.utf8), path: file.lastPathComponent).topic))
        }
        _ = try await QuestionImportActions(topics, source: "test").run(
            in: office.database, clock: office.clock, by: office.session.acting)
        let pages = Self.project.appending(path: "kb").path
        #expect(await CommandLine.run(["kb", "import", pages, "--data", office.folder.path]) == 0)
    }

    /// What of the office rests on an amended article, by feature, code and citation.
    private func resting(
        _ subject: CitedSubject? = nil, on amended: [String: [String]] = Self.amended
    ) throws -> Set<String> {
        var found: Set<String> = []
        for (pcode, lists) in amended {
            let numbers = lists.joined(separator: " ").split(separator: " ").compactMap {
                ArticleNumber(plain: String($0))
            }
            let works = try office.database.readAndWait { db in
                try Features.all.citations.flatMap { try $0.citing(pcode, in: db) }
            }
            for work in works
            where subject.map({ $0 == work.subject }) ?? true
                && numbers.contains(where: { number in
                    // 姓名條例施行細則 6 was only regrouped, which touches citations of its paragraphs alone.
                    work.passage.covers(number)
                        && (pcode != "D0030012" || work.passage.paragraphs(of: number) != nil)
                })
            {
                found.insert(Self.line(work))
            }
        }
        return found
    }

    private static func line(_ work: CitingWork) -> String { "\(work.subject.code) \(work.code) \(work.passage)" }

    @Test func `exactly these articles were changed, added and removed`() throws {
        let (old, new) = (try Self.editions("ChLaw-20220923.json"), try Self.editions("ChLaw-20241011.json"))
        #expect(old.count == 34 && Set(old.keys) == Set(new.keys))
        var found: [String: [String]] = [:]
        for (pcode, edition) in new {
            let comparison = StatuteComparison(from: try #require(old[pcode]), to: edition)
            guard !comparison.isEmpty else { continue }
            let changed = (comparison.numbers(.changed) + comparison.numbers(.regrouped)).sorted()
            found[pcode] = [changed, comparison.numbers(.added), comparison.numbers(.removed)]
                .map { $0.map(\.plain).joined(separator: " ") }
        }
        #expect(found == Self.amended)
    }

    @Test func `the impact is what cites an amended article, and nothing else`() async throws {
        try bring("ChLaw-20220923.json")
        try await content(asOf: "2022-09-23")
        let plan = try actions.plan(StatuteFile(Self.data("ChLaw-20241011.json")))
        let found = Set(plan.findings.map { Self.line($0.work) })
        #expect(found == (try resting()))
        #expect(found.count > 300)
        try bring("ChLaw-20241011.json")
        #expect(try actions.plan(StatuteFile(Self.data("ChLaw-20241011.json"))).isNothing)
        // The older file changes nothing any more.
        let older = try actions.plan(StatuteFile(Self.data("ChLaw-20220923.json")))
        #expect(older.isNothing && older.findings.isEmpty)
    }

    @Test func `the first import tells by the histories alone what was amended since`() async throws {
        try await content(asOf: "2022-09-23")
        try bring("ChLaw-20241011.json")
        let flags = try office.database.readAndWait { try AmendmentStore.open(.question, in: $0) }
        let works = try office.database.readAndWait { db in
            try Set(flags.map(\.pcode)).flatMap { try QuestionCitationStore().citing($0, in: db) }
        }
        let flagged = Set(
            flags.compactMap { flag in
                works.first { $0.id == flag.subjectID && $0.passage.description == flag.citation }.map(Self.line)
            })
        let resting = try resting(.question)
        let delayed = try self.resting(.question, on: Self.delayed)
        // 原住民身分法 was rewritten as a whole (修正全文), and a standard of fees, so that every article may have changed.
        #expect(flagged.count > 60 && flagged.intersection(resting).count >= resting.count - 1)
        #expect(flagged.subtracting(resting).subtracting(delayed).count <= 2)
        #expect(delayed.isSubset(of: flagged))
    }

    @Test func `every reference in every article is resolved, or not with a reason, and none leads nowhere`() throws {
        let editions = try Self.editions("ChLaw-20241011.json")
        var (resolved, doubts) = (0, [String: Int]())
        for edition in editions.values {
            let statute = Statute(edition.pcode, edition.name)
            let articles = edition.articles.map { (number: $0.number, text: $0.text) }
            let frame = StatuteFrame(statute, articles: articles, names: .table)
            for article in edition.articles {
                for reference in CitationReader(names: .table).references(
                    in: article.text, of: frame, article: article.number)
                {
                    switch reference.meaning {
                    case .unresolved(let doubt): doubts["\(doubt)".prefix { $0 != "(" }.description, default: 0] += 1
                    case .one(let citation), .through(let citation, _):
                        resolved += 1
                        guard let number = citation.article, let cited = editions[citation.statute.pcode] else {
                            continue
                        }
                        #expect(
                            cited.isRepealed || cited.articles.contains { $0.number == number },
                            "\(statute.name)第\(article.number.plain)條：\(citation)")
                    }
                }
            }
        }
        #expect(resolved > 2_300 && doubts.values.reduce(0, +) < resolved / 10, "\(resolved) \(doubts)")
    }
}

enum MinistryFiles {
    static let folder = ProcessInfo.processInfo.environment["HUXUE_LAWS"].map { URL(fileURLWithPath: $0) }
}
