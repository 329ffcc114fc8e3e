import Foundation
import Testing

@testable import Huxue

struct FormatRoundTripTests {
    private static let foreign = QuestionFormat.allCases.filter { $0 != .yaml }

    /// Whatever is in the texts: the rules about words are the same for all formats and tested elsewhere.
    private func taken(_ bank: WrittenBank) -> [(topic: String?, draft: QuestionDraft)] {
        bank.questions.map { written in
            let (question, _) = QuestionCleaning.cleaned(written)
            let citations = QuestionIntakeRules.citations(of: question, names: .table).citations
            return (
                question.topic,
                QuestionDraft(
                    code: question.code ?? "", state: question.state ?? .active,
                    lawAsOf: question.lawAsOf ?? Day(daysSinceEpoch: 0), type: question.type,
                    level: question.level ?? .recall, stem: question.stem, choices: question.choices,
                    key: question.key, explanation: question.explanation ?? "", citations: citations,
                    unit: question.unit ?? "")
            )
        }
    }

    @Test(arguments: foreign)
    func `nothing is lost on the way out and in again`(format: QuestionFormat) throws {
        var generator = SplitMix(seed: 20_241_011)
        for round in 0..<60 {
            let topics = SampleFormats.topics(using: &generator)
            let bytes = try format.file(of: topics)
            let bank = try #require(format.bank(of: bytes))
            #expect(bank.problems.isEmpty && bank.unsupported.isEmpty && bank.notices.isEmpty, "round \(round)")
            let read = taken(bank)
            let wanted = topics.flatMap { topic in topic.questions.map { (topic: topic.name, draft: $0) } }
            try #require(read.count == wanted.count, "round \(round)")
            for (read, wanted) in zip(read, wanted) {
                #expect(read.topic == wanted.topic, "round \(round)")
                #expect(read.draft == wanted.draft, "round \(round)")
                // Swift's comparison takes one form of a character for another.
                #expect(read.draft.stem.utf8.elementsEqual(wanted.draft.stem.utf8))
                #expect(read.draft.explanation.utf8.elementsEqual(wanted.draft.explanation.utf8))
            }
        }
    }

    @Test(arguments: foreign)
    func `the sample bank comes back whole, and its file is recognised`(format: QuestionFormat) throws {
        let topics = SampleBank.topics()
        let bytes = try format.file(of: topics)
        #expect(QuestionFormat(fileName: "bank", bytes: bytes) == (format == .csv || format == .gift ? nil : format))
        #expect(QuestionFormat(fileName: "BANK.\(format.ending.uppercased())", bytes: bytes) == format)
        let (bank, taken) = SampleFormats.read(bytes, as: format)
        #expect(SampleFormats.lines(SampleFormats.intake(bank).problems) == [])
        #expect(taken.map(\.draft) == topics.flatMap(\.questions))
        #expect(taken.map(\.topic) == ["出生登記", "出生登記", "出生登記", "死亡登記"])
    }

    @Test(
        arguments: [
            ("<quiz/>", "a.txt", QuestionFormat.moodle), ("<qti-assessment-item/>", "a", .qti),
            ("<assessmentTest/>", "a", .qti),
            ("<p>甲</p>{T}", "a.gift", .gift), ("<html/>", "a.xml", .moodle), ("甲{T}", "A.TXT", .gift),
            ("topic: 甲", "a.yml", .yaml),
            ("PK\u{3}\u{4}", "a.xlsx", .xlsx), ("甲{T}", "a.doc", nil), ("甲", "", nil),
        ] as [(String, String, QuestionFormat?)])
    func `a format is known by what a file holds, or by its name`(text: String, name: String, format: QuestionFormat?) {
        #expect(QuestionFormat(fileName: name, bytes: Array(text.utf8)) == format)
    }

    @Test func `the bank's own form goes out as an archive of its files`() throws {
        let bytes = try QuestionFormat.yaml.file(of: SampleBank.topics())
        #expect(QuestionFormat(fileName: "bank.zip", bytes: bytes) == .yaml)
        let listing = try ZipListing(reading: bytes)
        #expect(listing.entries.map(\.name) == ["birth.yaml", "death.yaml"])
        #expect(try listing.contents(of: listing.entries[0]) == Array(SampleBank.birth.utf8))
    }

    @Test(arguments: foreign)
    func `ten thousand questions are read in seconds`(format: QuestionFormat) throws {
        let drafts = (1...10_000).map { number in
            QuestionDraft(
                code: "many-\(number)", state: .active, lawAsOf: Day(daysSinceEpoch: 20_000), type: .single,
                level: .apply, stem: "第\(number)題，下列何者不得申請登記？", choices: ["本人", "戶長", "里長", "乙\(number)"],
                key: ChoiceSet([2]), explanation: "見條文。", citations: [Citation(StatuteTable.all[0], ArticleNumber(1)!)])
        }
        let topic = QuestionTopic(
            fileName: "many.yaml", name: "多", lawAsOf: Day(daysSinceEpoch: 20_000), questions: drafts)
        let bytes = try format.file(of: [topic])
        let time = try threadTime {
            let bank = try #require(format.bank(of: bytes))
            #expect(bank.problems.isEmpty)
            #expect(bank.questions.count == 10_000)
            // The rules are the same for all.
            if format == .gift { #expect(SampleFormats.intake(bank).taken.count == 10_000) }
        }
        #expect(time < .seconds(60), "\(time)")
    }
}
