import Testing

@testable import Huxue

struct GIFTReaderTests {
    private func read(_ text: String) -> WrittenBank { GIFTReader.bank(of: Array(text.utf8)) }

    private func question(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> WrittenQuestion {
        let bank = read(text)
        #expect(SampleFormats.lines(bank.problems + bank.unsupported) == [], sourceLocation: sourceLocation)
        return try #require(bank.questions.first, sourceLocation: sourceLocation)
    }

    @Test func `a whole file, as Moodle's documentation writes it`() throws {
        let bank = read(
            """
            // A comment, and a category
            $CATEGORY: $course$/top/Default for 戶政/出生登記

            // question: 1  name: Grants tomb
            // [id:tomb-1] [tag:level:apply] [tag:歷史] [tag:citation:戶籍法第1條]
            ::Grants tomb::Who is buried in Grant's tomb in New York City? {
            =Grant
            ~No one
            #Was true for 12 years
            ~Napoleon
            ~Churchill
            ~Mother Teresa
            }

            $CATEGORY: 死亡登記

            ::第二題:: What two people are entombed in Grant's tomb? {
               ~%-100%No one
               ~%50%Grant#對
               ~%50%Grant's wife
               ~%-100%Grant's father
               ####The general feedback
            }

            Grant was buried in a tomb in New York City.{T}

            The sun rises in the west.{FALSE#不對，在東邊。}
            """)
        #expect(SampleFormats.lines(bank.problems + bank.unsupported) == [])
        try #require(bank.questions.count == 4)
        let (tomb, two, buried, sun) = (bank.questions[0], bank.questions[1], bank.questions[2], bank.questions[3])
        #expect(tomb.place == .line(6) && tomb.code == "tomb-1" && tomb.topic == "出生登記" && tomb.level == .apply)
        #expect(tomb.type == .single && tomb.choices == ["Grant", "No one", "Napoleon", "Churchill", "Mother Teresa"])
        #expect(tomb.key == ChoiceSet([0]) && tomb.citations == ["戶籍法第1條"] && tomb.tags == ["歷史"])
        #expect(tomb.explanation == "Was true for 12 years")
        #expect(two.topic == "死亡登記" && two.type == .multiple && two.key == ChoiceSet([1, 2]) && two.code == nil)
        #expect(two.choices == ["No one", "Grant", "Grant's wife", "Grant's father"])
        #expect(two.explanation == "The general feedback")
        #expect(buried.type == .trueFalse && buried.key == ChoiceSet([0]))
        #expect(sun.key == ChoiceSet([1]) && sun.explanation == "不對，在東邊。")
        #expect(SampleFormats.lines(bank.notices) == ["f:17: 個別選項的回饋沒有對應的欄位，沒有匯入。"])
    }

    @Test(
        arguments: [
            ("甲\\: 1 \\= 2 \\~ 3 \\# \\{4\\} \\\\ \\n乙 \\q{=a ~b}", "甲: 1 = 2 ~ 3 # {4} \\ \n乙 \\q"),
            ("[html]<p>何者<b>不得</b>&nbsp;申請？<br>甲</p>{=a ~b}", "何者*不得* 申請？\n甲"),
            ("[markdown]*不得* <b>{=a ~b}", "*不得* <b>"), ("[plain]<p>甲</p>{=a ~b}", "<p>甲</p>"),
            ("[moodle]<p>甲</p>{=a ~b}", "甲"), ("甲 < 乙{=a ~b}", "甲 < 乙"), ("[甲]乙{=a ~b}", "[甲]乙"),
            ("::甲\\:\\:乙::[plain]丙{=a ~b}", "丙"), ("甲\n乙\n{\n=a\n~b\n}", "甲\n乙"), ("甲 {=a ~b} 乙。", "甲＿＿乙。"),
            ("甲\n// 註解\n乙{=a ~b}", "甲\n乙"), ("甲{=a ~b}\r\n", "甲"), ("甲\r乙{=a ~b}", "甲\n乙"),
        ])
    func `stems`(text: String, stem: String) throws {
        #expect(try question(text).stem == stem)
    }

    @Test(
        arguments: [
            ("甲{=a\n~b}", QuestionType.single, ["a", "b"], [0]), ("甲{~a =b ~c}", .single, ["a", "b", "c"], [1]),
            ("甲{~%100%a ~%0%b}", .multiple, ["a", "b"], [0]),
            ("甲{~%33.33333%a ~%66.66667%b ~c}", .multiple, ["a", "b", "c"], [0, 1]),
            ("甲{~%0%%50%a =%b}", .single, ["%50%a", "%b"], [1]), ("甲{=a->b ~c}", .single, ["a->b", "c"], [0]),
            ("甲{=[html]<i>a</i> ~[plain]<i>b</i>}", .single, ["a", "<i>b</i>"], [0]),
            ("甲{T}", .trueFalse, QuestionRevision.trueFalseChoices, [0]),
            ("甲{ true }", .trueFalse, QuestionRevision.trueFalseChoices, [0]),
            ("甲{F####因為}", .trueFalse, QuestionRevision.trueFalseChoices, [1]),
            ("甲{FALSE#錯#對}", .trueFalse, QuestionRevision.trueFalseChoices, [1]),
        ])
    func `answers`(text: String, type: QuestionType, choices: [String], right: [Int]) throws {
        let question = try question(text)
        #expect(question.type == type && question.choices == choices && question.key == ChoiceSet(right))
    }

    @Test(
        arguments: [
            ("甲{}", "申論題"), ("甲{####回饋}", "申論題"), ("甲{=a}", "簡答題"), ("甲{=a =b}", "簡答題"), ("甲{=a -> 1 =b -> 2}", "配合題"),
            ("甲{#3:2}", "數值題"), ("甲{#1..5}", "數值題"), ("只是說明", "沒有題目的說明文字"),
        ])
    func `what the bank has not is named with its line`(text: String, name: String) {
        let bank = read("乙{T}\n\n\(text)\n\n丙{F}")
        #expect(bank.questions.map(\.stem) == ["乙", "丙"])
        #expect(bank.problems == [])
        #expect(SampleFormats.lines(bank.unsupported) == ["f:3: \(name)不支援（題庫只有單選、複選與是非），沒有讀入這一題。"])
    }

    @Test(
        arguments: [
            ("甲\n乙 {\n=a\n~b", "f:4: 這一行的「{」沒有結束；答案要以「}」結束，中間不能有空白行。文字裡的大括號要寫成 \\{ 與 \\}。"),
            ("甲 {\n=a\n\n~b\n}", "f:3: 這一行的「{」沒有結束；答案要以「}」結束，中間不能有空白行。文字裡的大括號要寫成 \\{ 與 \\}。"),
            ("甲 }", "f:3: 這一行的「}」前面沒有「{」。文字裡的大括號要寫成 \\{ 與 \\}。"),
            ("甲\n} {T}", "f:4: 這一行的「}」前面沒有「{」。文字裡的大括號要寫成 \\{ 與 \\}。"),
            ("甲 {T}\n乙 {F}", "f:4: 這一題有兩組答案。請在兩題之間空一行；文字裡的大括號要寫成 \\{ 與 \\}。"),
            ("甲 {也許}", "f:3: 大括號裡的答案看不懂。選項要以 = 或 ~ 開頭；是非題寫 {T} 或 {F}。"),
            ("甲 {x ~a =b}", "f:3: 大括號裡的答案看不懂。選項要以 = 或 ~ 開頭；是非題寫 {T} 或 {F}。"),
            ("甲 {~a ~b}", "f:3: 沒有標明正確答案。"), ("甲 {=a =b ~c}", "f:3: 單選題有兩個以上的正確答案。請改成複選題，或只留一個。"),
        ])
    func `what is wrong is named with its line, and the rest is read`(text: String, sentence: String) {
        let bank = read("乙{T}\n\n\(text)\n\n丙{F}")
        #expect(bank.questions.map(\.stem) == ["乙", "丙"])
        #expect(SampleFormats.lines(bank.problems) == [sentence])
    }

    @Test func `pictures, partial credit and tags with wrong values are named`() {
        #expect(read("[html]甲<img src\\=\"@@PLUGINFILE@@/a.png\">{T}").unsupported.map(\.kind) == [.media])
        #expect(read("甲{=[html]<img src\\=a> ~b}").unsupported.map(\.kind) == [.media])
        #expect(read("甲{=a ~%50%b ~c}").notices.map(\.kind) == [.partialCredit])
        #expect(
            read("// [tag:level:難] [tag:lawAsOf:昨天] [tag:state:x]\n甲{T}").problems.map(\.kind) == [
                .wrongLevel("難"), .wrongDay("昨天"), .wrongState("x"),
            ])
    }

    @Test(arguments: [
        ("a/b", "b"), ("$course$/top/甲", "甲"), ("甲//乙", "甲/乙"), (" 甲 ", "甲"), ("$course$/top", nil), ("", nil),
    ])
    func `a category is the last of its path`(path: String, name: String?) {
        #expect(GIFTReader.lastName(of: path) == name)
    }

    @Test func `shares are written as Moodle knows them`() {
        #expect(
            (1...9).map { GIFTPrinter.weight(100 / Double($0)) } == [
                "100", "50", "33.33333", "25", "20", "16.66667", "14.28571", "12.5", "11.11111",
            ])
    }
}
