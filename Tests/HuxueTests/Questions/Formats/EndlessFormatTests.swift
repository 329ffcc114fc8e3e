import Foundation
import Testing

@testable import Huxue

/// Small files whose readers could go through them again and again: signs without their ends, and long texts that many
/// questions share.
struct EndlessFormatTests {
    /// Where any text may stand, by format: what comes before it and after it.
    private static let places: [(format: QuestionFormat, head: String, tail: String)] = [
        (.gift, "甲{", "}"), (.gift, "甲{T####", "}"), (.gift, "甲{=乙 ~丙#", "}"), (.gift, "// ", "\n甲{T}"),
        (.gift, "", "{T}"),
        (.gift, "[html]", "{T}"), (.gift, "$CATEGORY: ", "\n\n甲{T}"),
        (
            .moodle, "<quiz><question type=\"truefalse\"><questiontext><text><![CDATA[",
            "]]></text></questiontext><answer fraction=\"100\"><text>true</text></answer></question></quiz>"
        ),
        (
            .moodle,
            "<quiz><question type=\"multichoice\"><questiontext><text>甲</text></questiontext>"
                + "<answer fraction=\"100\" format=\"moodle_auto_format\"><text><![CDATA[",
            "]]></text></answer></question></quiz>"
        ),
        (.csv, "題型,題幹,答案\n是非,\"", "\",○\n"), (.csv, "題型,題幹,選項1,選項2,答案\n複選,甲,乙,丙,\"", "\"\n"),
        (.csv, "題型,題幹,答案,法源依據\n是非,甲,○,\"", "\"\n"),
        (
            .qti, "<assessmentItem><itemBody><p><![CDATA[",
            "]]></p><choiceInteraction><simpleChoice identifier=\"a\">甲</simpleChoice></choiceInteraction></itemBody></assessmentItem>"
        ),
    ]

    @Test(
        arguments: [
            "<a", "<", "</", "<!--", "<!", "<script>", "<b ", "<" + String(repeating: "a", count: 21), "&", "&a",
            "&amp", "~a", "=a", "~%50%a", "~%", "#a", "[id:", "[id:\\]", "[tag:", "[tag:a]", "[", "//", "\\", "::", ";",
            "a;", "1,", "戶籍法第1條;", "「", "選項A", "\u{200B}", "\u{3000}", " a", "a\u{301}",
        ])
    func `signs without end are gone through once, wherever they stand`(piece: String) {
        let text = String(repeating: piece, count: 20_000 / piece.utf8.count)
        for (format, head, tail) in Self.places {
            for end in ["", "]>="] {
                let bytes = Array((head + text + end + tail).utf8)
                let time = threadTime { _ = format.bank(of: bytes).map { SampleFormats.intake($0) } }
                #expect(time < .seconds(3), "\(format) \(head) \(time)")
            }
        }
    }

    @Test func `a long name that many questions share is cleaned as far as it counts`() {
        for name in [String(repeating: "甲", count: 7000), String(repeating: "\u{200B}", count: 7000) + "甲"] {
            let gift = "$CATEGORY: \(name)\n\n" + (0..<3000).map { "\($0){T}\n\n" }.joined()
            let time = threadTime {
                let intake = SampleFormats.intake(GIFTReader.bank(of: Array(gift.utf8)))
                #expect(!intake.problems.isEmpty && intake.taken.isEmpty)
            }
            #expect(time < .seconds(4), "\(time)")
        }
    }

    @Test func `choices without end are too many, and that is all`() {
        for type in [
            "甲{=子0 \((1..<5000).map { "~子\($0)" }.joined())}", "甲{\((0..<5000).map { "~%1%子\($0)" }.joined())}",
        ] {
            let bank = GIFTReader.bank(of: Array(type.utf8))
            #expect(bank.questions.first?.choices.count == 5000)
            let intake = SampleFormats.intake(bank, topic: "甲", citations: [Citation(whole: StatuteTable.all[0])])
            #expect(intake.problems.map(\.kind) == [.rule(.tooManyChoices(limit: 9))])
        }
    }

    @Test func `a question's brackets and letters are looked up, however many there are`() {
        let stem = String(repeating: "(壬)", count: 600) + "(癸) a"
        let gift = (0..<15).map { number in
            "\(number)\(stem){=壬 ~癸 ~戊####\(String(repeating: "(a)", count: 1300))}\n\n"
        }
        let time = threadTime {
            let intake = SampleFormats.intake(
                GIFTReader.bank(of: Array(gift.joined().utf8)), topic: "甲",
                citations: [Citation(whole: StatuteTable.all[0])])
            #expect(intake.problems.map(\.kind) == [])
            #expect(intake.taken.count == 15)
        }
        #expect(time < .seconds(5), "\(time)")
    }

    @Test func `a comment's values end at their brackets`() {
        func read(_ comment: String) -> WrittenQuestion? {
            GIFTReader.bank(of: Array("// \(comment)\n甲{T}".utf8)).questions.first
        }
        #expect(read("[id:a-1] [tag:x\\]y] [tag:z")?.code == "a-1")
        #expect(read("[id:a-1] [tag:x\\]y] [tag:z")?.tags == ["x]y"])
        #expect(read("[id:[tag:x] [tag: ] [tag:y\\]")?.code == "[tag:x")
        #expect(read("[id:[tag:x] [tag: ] [tag:y\\]")?.tags == ["y\\"])
        #expect(read("[[tag:x]][id:b][idea:c][tags:d]")?.tags == ["x"])
        #expect(read("[[tag:x]][id:b][idea:c][tags:d]")?.code == "b")
    }

    @Test func `HTML keeps what is no tag, and what comes behind it`() {
        #expect(HTMLText("1 <a 2").text == "1 <a 2")
        #expect(HTMLText("<b>1</b> <c 2").text == "1 <c 2")
        #expect(HTMLText("1 > 2 <a").text == "1 > 2 <a")
        #expect(HTMLText("<\(String(repeating: "a", count: 21))>1").text == "<\(String(repeating: "a", count: 21))>1")
        #expect(HTMLText("1<!-- > 2").text == "1")
    }

    @Test func `a package's file is read once, however often it is listed`() {
        let item = """
            <assessmentItem><responseDeclaration cardinality="single"><correctResponse><value>a</value></correctResponse>
            </responseDeclaration><itemBody><p>甲</p><choiceInteraction><simpleChoice identifier="a">乙</simpleChoice>
            <simpleChoice identifier="b">丙</simpleChoice></choiceInteraction></itemBody></assessmentItem>
            """
        let resources = (0..<2000).map {
            "<resource identifier=\"\($0 * 7919 % 100_003)\" type=\"imsqti_item_xmlv2p1\" href=\"i.xml\"/>"
        }
        var zip = ZipWriter()
        zip.add("imsmanifest.xml", Array("<manifest><resources>\(resources.joined())</resources></manifest>".utf8))
        zip.add("i.xml", Array(item.utf8))
        let bank = QTIReader.bank(of: zip.finished())
        #expect(bank.questions.map(\.stem) == ["甲"])
        #expect(bank.problems.count == 1999)
        #expect(Set(bank.problems.map(\.kind)) == [.document(FormatProblemTerms.doubledFile)])
    }

    @Test func `texts within texts are looked at once`() {
        let depth = 50
        let text =
            String(repeating: "<text>", count: depth) + String(repeating: "&lt;a&gt;甲", count: 4000)
            + String(repeating: "</text>", count: depth)
        let quiz =
            "<quiz><question type=\"truefalse\"><questiontext>\(text)</questiontext>"
            + "<answer fraction=\"100\"><text>true</text></answer></question></quiz>"
        let time = threadTime { _ = MoodleReader.bank(of: Array(quiz.utf8)) }
        #expect(time < .seconds(2), "\(time)")
    }
}
