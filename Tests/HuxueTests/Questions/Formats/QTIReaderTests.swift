import Testing

@testable import Huxue

struct QTIReaderTests {
    private func read(_ text: String) -> WrittenBank { QTIReader.bank(of: Array(text.utf8)) }

    private static let three = """
        <?xml version="1.0" encoding="UTF-8"?>
        <qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="unattended"
            title="Unattended Luggage" adaptive="false" time-dependent="false">
          <qti-response-declaration identifier="RESPONSE" cardinality="single" base-type="identifier">
            <qti-correct-response><qti-value>ChoiceB</qti-value></qti-correct-response>
          </qti-response-declaration>
          <qti-item-body>
            <qti-rubric-block view="scorer"><p>秘密</p></qti-rubric-block>
            <p>看這段   文字：</p><p>請勿
              觸碰。</p>
            <qti-choice-interaction response-identifier="RESPONSE" shuffle="false" max-choices="1">
              <qti-prompt>它說<em>什麼</em>？</qti-prompt>
              <qti-simple-choice identifier="ChoiceA">留下行李。</qti-simple-choice>
              <qti-simple-choice identifier="ChoiceB">不要碰。<qti-feedback-inline outcome-identifier="F" identifier="B">對</qti-feedback-inline></qti-simple-choice>
            </qti-choice-interaction>
          </qti-item-body>
          <qti-modal-feedback outcome-identifier="F" identifier="x" show-hide="show"><qti-content-body><p>因為。</p></qti-content-body></qti-modal-feedback>
        </qti-assessment-item>
        """

    @Test func `an item of version 3`() throws {
        let bank = read(Self.three)
        #expect(SampleFormats.lines(bank.problems + bank.unsupported) == [])
        let question = try #require(bank.questions.first)
        #expect(question.place == .item(number: 1, name: "unattended", line: 2))
        #expect(question.stem == "看這段 文字：\n請勿觸碰。\n它說*什麼*？")
        #expect(question.type == .single && question.choices == ["留下行李。", "不要碰。"] && question.key == ChoiceSet([1]))
        #expect(question.explanation == "因為。" && question.code == nil)
        #expect(bank.notices.map(\.kind) == [.droppedFeedback])
    }

    @Test func `an item of version 2, several right and by points`() throws {
        let item = """
            <assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="c" title="水" adaptive="false">
              <responseDeclaration identifier="R" cardinality="multiple" baseType="identifier">
                CORRECT
              </responseDeclaration>
              <itemBody><choiceInteraction responseIdentifier="R" maxChoices="0"><prompt>哪些？</prompt>
                <simpleChoice identifier="H">氫</simpleChoice><simpleChoice identifier="He">氦</simpleChoice>
                <simpleChoice identifier="O">氧</simpleChoice></choiceInteraction></itemBody>
            </assessmentItem>
            """
        let plain = read(
            item.replacing(
                "CORRECT", with: "<correctResponse><value>H</value><value>O</value></correctResponse>"))
        let question = try #require(plain.questions.first)
        #expect(question.type == .multiple && question.key == ChoiceSet([0, 2]) && question.stem == "哪些？")
        let mapped = read(
            item.replacing(
                "CORRECT",
                with: "<mapping defaultValue=\"-2\"><mapEntry mapKey=\"H\" mappedValue=\"1\"/>"
                    + "<mapEntry mapKey=\"He\" mappedValue=\"-1\"/></mapping>"))
        #expect(mapped.questions.first?.key == ChoiceSet([0]) && mapped.notices.map(\.kind) == [.partialCredit])
        #expect(read(item.replacing("CORRECT", with: "")).problems.map(\.kind) == [.noRightAnswer])
    }

    @Test(
        arguments: [
            ("qti-extended-text-interaction", "申論題"), ("qti-text-entry-interaction", "簡答題"),
            ("qti-match-interaction", "配合題"),
            ("qti-order-interaction", "拖放題"), ("qti-slider-interaction", "「qti-slider-interaction」"),
            ("qti-inline-choice-interaction", "克漏字題"),
        ])
    func `what the bank has not is named`(interaction: String, name: String) {
        let bank = read(
            "<qti-assessment-item title=\"甲\"><qti-item-body><\(interaction)/></qti-item-body></qti-assessment-item>")
        #expect(bank.questions.isEmpty)
        #expect(
            SampleFormats.lines(bank.unsupported) == [
                "f：第 1 題「甲」（第 1 行）：\(name)不支援（題庫只有單選、複選與是非），沒有讀入這一題。"
            ])
    }

    @Test func `pictures, formulas, and files that are no items`() {
        for media in ["<img src=\"a.png\" alt=\"\"/>", "<math><mi>x</mi></math>", "<object data=\"a\"/>"] {
            #expect(read(Self.three.replacing("看這段", with: media)).unsupported.map(\.kind) == [.media])
            #expect(read(Self.three.replacing("留下行李。", with: media)).unsupported.map(\.kind) == [.media])
        }
        #expect(read("<qti-assessment-test/>").unsupported.map(\.kind) == [.unknownResource("qti-assessment-test")])
    }

    @Test func `a package names each of its files that cannot be read`() throws {
        var zip = ZipWriter()
        let resources = ["a.xml", "b.xml", "c%20d.xml", "missing.xml"].map {
            "<resource identifier=\"\($0.prefix(1))\" type=\"imsqti_item_xmlv3p0\" href=\"\($0)\"><file href=\"\($0)\"/></resource>"
        }
        zip.add(
            "imsmanifest.xml",
            Array(
                "<manifest><resources>\(resources.joined())<resource type=\"webcontent\" href=\"x.png\"/></resources></manifest>"
                    .utf8))
        zip.add("a.xml", Array(Self.three.utf8))
        zip.add("b.xml", Array(Self.three.utf8.dropLast(30)))
        zip.add("c d.xml", Array(Self.three.utf8))
        let bank = QTIReader.bank(of: zip.finished())
        #expect(bank.questions.map(\.place.order) == [1, 3])
        #expect(
            SampleFormats.lines(bank.problems) == [
                "f：第 2 題「b.xml」（第 17 行）：檔案在這裡中斷，後面的內容不見了。請重新匯出或下載一次。",
                "f：第 4 題「missing.xml」（第 1 行）：imsmanifest.xml 列了這個檔案，壓縮檔裡卻沒有。",
            ])
        var other = ZipWriter()
        other.add("a.txt", Array("a".utf8))
        #expect(
            SampleFormats.lines(QTIReader.bank(of: other.finished()).problems) == [
                "f：整個檔案：壓縮檔裡沒有 imsmanifest.xml，不是 QTI 的套件。"
            ])
    }
}
