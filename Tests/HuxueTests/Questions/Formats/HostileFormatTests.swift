import Foundation
import Testing

@testable import Huxue

/// Files that are cut, damaged, of other encodings, or made to exhaust the server.
struct HostileFormatTests {
    private static let foreign = QuestionFormat.allCases.filter { $0 != .yaml }

    @Test(arguments: foreign)
    func `a file that is cut anywhere is read as far as it goes or named, and never ends the process`(
        format: QuestionFormat
    ) throws {
        let bytes = try format.file(of: SampleBank.topics())
        let whole = try #require(format.bank(of: bytes)).questions.count
        for end in stride(from: 0, to: bytes.count, by: 50) {
            let bank = try #require(format.bank(of: Array(bytes[..<end])))
            #expect(bank.questions.count <= whole)
            if format != .csv, format != .gift { #expect(!bank.problems.isEmpty, "cut at \(end)") }
            _ = SampleFormats.intake(bank)
        }
    }

    @Test(arguments: foreign)
    func `random damage never ends the process`(format: QuestionFormat) throws {
        var generator = SplitMix(seed: 12)
        let good = try format.file(of: SampleBank.topics())
        for _ in 0..<200 {
            var bytes = good
            for _ in 0..<Int.random(in: 1...6, using: &generator) {
                let place = Int.random(in: 0..<bytes.count, using: &generator)
                switch Int.random(in: 0..<3, using: &generator) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
                case 1: bytes.remove(at: place)
                default: bytes.insert("<>&\"'={}~#\\:,%[]/\n\t".utf8.randomElement(using: &generator) ?? 0, at: place)
                }
            }
            _ = SampleFormats.intake(try #require(format.bank(of: bytes)))
            _ = QuestionFormat(fileName: "a.\(format.ending)", bytes: bytes)
        }
    }

    private func wide(_ text: String) -> [UInt8] {
        [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    }
    private static let big5: [UInt8] = [0xA4, 0xA4, 0xA4, 0xE5]

    @Test func `other encodings are read or named with their line`() {
        #expect(GIFTReader.bank(of: Self.big5 + Array("{T}".utf8)).questions.map(\.stem) == ["中文"])
        #expect(GIFTReader.bank(of: Array("a{T}\n\ncaf".utf8) + [0xE9, 0x0A]).problems.map(\.place) == [.line(3)])
        #expect(GIFTReader.bank(of: wide("甲{T}")).problems.map(\.kind) == [.utf16])
        let question =
            "<quiz>\n<question type=\"truefalse\"><questiontext><text>甲</text></questiontext>"
            + "<answer fraction=\"100\"><text>true</text></answer></question></quiz>"
        #expect(
            MoodleReader.bank(of: wide("<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + question)).questions.map(\.stem)
                == ["甲"])
        let parts = question.split(separator: "甲").map { Array($0.utf8) }
        let kinds = { (bytes: [UInt8]) in MoodleReader.bank(of: bytes).problems }
        #expect(kinds(parts[0] + Self.big5 + parts[1]).map(\.place) == [.line(2)])
        #expect(
            kinds(parts[0] + Self.big5 + parts[1]).map(\.sentence) == [XMLProblem(line: 2, kind: .notUTF8).sentence])
        #expect(
            kinds(Array("<?xml version=\"1.0\" encoding=\"Big5\"?>".utf8) + parts[0] + Self.big5 + parts[1]).map(
                \.sentence)
                == [XMLProblem(line: 1, kind: .unknownEncoding).sentence])
        let latin = Array("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>".utf8) + parts[0] + [0xE9] + parts[1]
        #expect(MoodleReader.bank(of: latin).questions.map(\.stem) == ["é"])
    }

    @Test func `entities and document types are refused with their line`() {
        let bomb = (1...40).map { "<!ENTITY a\($0) \"&a\($0 - 1);&a\($0 - 1);&a\($0 - 1);\">" }.joined(separator: "\n")
        for text in [
            "<?xml version=\"1.0\"?>\n<!DOCTYPE quiz [\n<!ENTITY a0 \"x\">\n\(bomb)\n]><quiz>&a40;</quiz>",
            "\n<!DOCTYPE quiz SYSTEM \"file:///etc/passwd\"><quiz/>",
        ] {
            for bank in [MoodleReader.bank(of: Array(text.utf8)), QTIReader.bank(of: Array(text.utf8))] {
                #expect(bank.problems.map(\.sentence) == [XMLProblem(line: 2, kind: .documentType).sentence])
                #expect(bank.problems.first?.place.line == 2)
            }
        }
        let named = MoodleReader.bank(
            of: Array("<quiz>\n<question type=\"x\"><name>&nbsp;</name></question></quiz>".utf8))
        #expect(named.problems.map(\.sentence) == [XMLProblem(line: 2, kind: .unknownEntity).sentence])
        #expect(named.problems.map(\.place) == [.line(2)])
    }

    @Test func `depth and size of XML are bounded`() {
        let deep = String(repeating: "<a>", count: 100_000)
        #expect(
            MoodleReader.bank(of: Array(("<quiz>" + deep).utf8)).problems.map(\.sentence) == [
                XMLProblem(line: 1, kind: .tooDeep).sentence
            ])
        let wide = "<quiz><question>" + String(repeating: "<a/>", count: 200_000)
        #expect(
            MoodleReader.bank(of: Array(wide.utf8)).problems.map(\.sentence) == [
                XMLProblem(line: 1, kind: .tooLarge).sentence
            ])
        let long = "<quiz><question><name>" + String(repeating: "甲", count: 2_000_000)
        #expect(
            MoodleReader.bank(of: Array(long.utf8)).problems.map(\.sentence) == [
                XMLProblem(line: 1, kind: .tooLarge).sentence
            ])
    }

    @Test func `archives that grow without end are refused unread`() throws {
        var zip = ZipWriter()
        zip.add("imsmanifest.xml", [UInt8](repeating: 0x20, count: 60_000_000))
        let bomb = zip.finished()
        #expect(bomb.count < 100_000)
        #expect(QTIReader.bank(of: bomb).problems.count == 1)
        #expect(QuestionTableReader.bank(ofXLSX: bomb).problems.count == 1)
        var sheet = ZipWriter()
        sheet.add("xl/workbook.xml", Array("<workbook/>".utf8))
        #expect(
            QuestionTableReader.bank(ofXLSX: sheet.finished()).problems.map(\.sentence) == [
                SpreadsheetProblem.damaged.sentence
            ])
        #expect(
            QuestionTableReader.bank(ofXLSX: [0xD0, 0xCF, 0x11, 0xE0] + [UInt8](repeating: 0, count: 600)).problems.map(
                \.sentence)
                == [SpreadsheetProblem.oldOrEncrypted.sentence])
    }

    @Test(
        arguments: [
            "{", "}", "~", "=", "#", "::", "\\", "[", "%", "// ", "\n", "<", "<a>", "</", "&", "<![CDATA[", "\"", ",",
            "甲", "PK",
        ])
    func `a hundred kilobytes of anything are answered within a moment`(piece: String) {
        let bytes = Array(String(repeating: piece, count: 100_000 / piece.utf8.count).utf8)
        for format in Self.foreign {
            let time = threadTime { _ = format.bank(of: bytes).map { SampleFormats.intake($0) } }
            #expect(time < .seconds(4), "\(format) \(time)")
        }
    }

    @Test func `signs that turn text are refused, and what nobody sees is taken out`() {
        let bank = GIFTReader.bank(of: Array("甲\u{200B}乙\u{FEFF}{T####丙}\n\n丁\u{202E}戊{T####己}\n\n庚\u{7}{T####辛}".utf8))
        let intake = SampleFormats.intake(bank, topic: "甲", citations: [Citation(whole: StatuteTable.all[0])])
        #expect(intake.taken.map(\.draft.stem) == ["甲乙"])
        #expect(intake.problems.filter { $0.kind != .missing(.stem) }.map { ($0.place.order) } == [3, 5])
        #expect(intake.problems.map(\.kind).contains(.forbidden("U+202E")))
        #expect(intake.problems.map(\.kind).contains(.forbidden("U+0007")))
    }
}
