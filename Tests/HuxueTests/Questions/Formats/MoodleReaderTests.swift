import Testing

@testable import Huxue

struct MoodleReaderTests {
    private func read(_ questions: String) -> WrittenBank {
        MoodleReader.bank(of: Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<quiz>\n\(questions)\n</quiz>\n".utf8))
    }

    private static let birth = """
        <!-- question: 0 -->
        <question type="category"><category><text>$course$/top/出生登記</text></category>
          <info format="html"><text>說明</text></info></question>
        <question type="multichoice">
          <name><text>誰不得申請</text></name>
          <questiontext format="html"><text><![CDATA[<p dir="ltr">下列何者<strong>不得</strong>申請
            登記？&nbsp;<br></p>]]></text></questiontext>
          <generalfeedback format="html"><text><![CDATA[<p>依戶籍法第48條。</p><p>第二段。</p>]]></text></generalfeedback>
          <defaultgrade>1.0000000</defaultgrade><hidden>0</hidden><idnumber>birth-009</idnumber>
          <single>true</single><shuffleanswers>true</shuffleanswers>
          <answer fraction="0" format="html"><text>&lt;p&gt;本人 &amp;amp; 戶長&lt;/p&gt;</text>
            <feedback format="html"><text></text></feedback></answer>
          <answer fraction="100" format="html"><text>里長</text><feedback format="html"><text></text></feedback></answer>
          <tags><tag><text>level:recall</text></tag><tag><text>戶籍法第1條</text></tag><tag><text>期中</text></tag></tags>
        </question>
        """

    @Test func `a question as Moodle writes it`() throws {
        let bank = read(Self.birth)
        #expect(SampleFormats.lines(bank.problems + bank.unsupported + bank.notices) == [])
        let question = try #require(bank.questions.first)
        #expect(question.place == .item(number: 1, name: "誰不得申請", line: 6))
        #expect(question.topic == "出生登記" && question.code == "birth-009" && question.level == .recall)
        #expect(question.stem == "下列何者*不得*申請登記？")
        #expect(question.explanation == "依戶籍法第48條。\n第二段。")
        #expect(question.choices == ["本人 & 戶長", "里長"] && question.key == ChoiceSet([1]) && question.type == .single)
        let intake = SampleFormats.intake(bank)
        #expect(intake.taken.first?.draft.citations.map(\.description) == ["戶籍法第1條"])
        #expect(intake.notices.map(\.kind).contains(.unknownTag("期中")))
    }

    @Test func `several right answers, true and false, and what is hidden`() throws {
        let bank = read(
            """
            <question type="multichoice"><questiontext format="plain_text"><text>甲  乙 &lt;b&gt;</text></questiontext>
            <single>false</single>
            <answer fraction="50"><text>a</text></answer><answer fraction="-100"><text>b</text></answer>
            <answer fraction="50"><text>c</text></answer></question>
            <question type="truefalse"><questiontext><text>丙</text></questiontext><hidden>1</hidden>
            <answer fraction="0"><text>true</text><feedback><text>錯了</text></feedback></answer>
            <answer fraction="100"><text>false</text></answer></question>
            """)
        #expect(SampleFormats.lines(bank.problems + bank.unsupported + bank.notices) == [])
        try #require(bank.questions.count == 2)
        #expect(bank.questions[0].stem == "甲  乙 <b>" && bank.questions[0].type == .multiple)
        #expect(bank.questions[0].key == ChoiceSet([0, 2]))
        #expect(bank.questions[1].type == .trueFalse && bank.questions[1].key == ChoiceSet([1]))
        #expect(bank.questions[1].state == .retired && bank.questions[1].explanation == "錯了")
    }

    @Test(
        arguments: [
            ("essay", "申論題"), ("shortanswer", "簡答題"), ("matching", "配合題"), ("numerical", "數值題"), ("cloze", "克漏字題"),
            ("description", "沒有題目的說明文字"), ("calculated", "計算題"), ("ddwtos", "拖放題"), ("wiris", "「wiris」"),
        ])
    func `what the bank has not is named item by item`(type: String, name: String) {
        let bank = read(Self.birth + "\n<question type=\"\(type)\"><name><text>第二</text></name></question>")
        #expect(bank.questions.count == 1)
        #expect(
            SampleFormats.lines(bank.unsupported) == [
                "f：第 2 題「第二」（第 18 行）：\(name)不支援（題庫只有單選、複選與是非），沒有讀入這一題。"
            ])
    }

    @Test(
        arguments: [
            "<questiontext format=\"html\"><text><![CDATA[<p><img src=\"@@PLUGINFILE@@/a.png\"></p>]]></text></questiontext>",
            "<questiontext format=\"html\"><text>甲</text><file name=\"a.png\" encoding=\"base64\">iVBORw0KGgo=</file></questiontext>",
            "<answer fraction=\"100\"><text>&lt;IMG SRC=x&gt;</text></answer>",
        ])
    func `a picture is named, and the others are read`(part: String) {
        let bank = read("<question type=\"multichoice\"><name><text>圖</text></name>\(part)</question>\n" + Self.birth)
        #expect(bank.questions.map(\.code) == ["birth-009"])
        #expect(
            SampleFormats.lines(bank.unsupported) == [
                "f：第 1 題「圖」（第 3 行）：這一題有圖片、影音或公式，題庫只收文字，沒有讀入這一題。請改寫成文字後另外匯入。"
            ])
    }

    @Test func `questions without one right answer, and shares`() {
        func kinds(_ shares: [String], single: String) -> [FormatProblem.Kind] {
            let answers = shares.map { "<answer fraction=\"\($0)\"><text>\($0)a</text></answer>" }.joined()
            let bank = read("<question type=\"multichoice\"><single>\(single)</single>\(answers)</question>")
            return (bank.problems + bank.notices).map(\.kind)
        }
        #expect(kinds(["0", "0"], single: "true") == [.noRightAnswer])
        #expect(kinds(["100", "100"], single: "true") == [.severalRightAnswers])
        #expect(kinds(["100", "50"], single: "true") == [.partialCredit])
        #expect(kinds(["x", "-50"], single: "false") == [.noRightAnswer])
        #expect(read("<question type=\"truefalse\"></question>").problems.map(\.kind) == [.noRightAnswer])
    }
}
