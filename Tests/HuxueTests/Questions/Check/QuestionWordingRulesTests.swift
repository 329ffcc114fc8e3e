import Testing

@testable import Huxue

struct QuestionWordingRulesTests {
    private func kinds(_ question: QuestionReading) -> [QuestionProblem.Kind] {
        QuestionWordingRules.problems(of: question).map(\.kind)
    }

    @Test(
        arguments: [
            ("故選項 A 正確", "選項A"), ("選項（Ａ）錯誤", "選項(A"), ("選項甲有誤", "選項甲"), ("選項一為正確", "選項一"),
            ("選項①不符", "選項1"), ("答案為 C。", "答案為C"), ("正解：B", "正解:B"), ("答案（3）", "答案(3"),
            ("本題答案為四", "答案為四"), ("選項第3個", "選項第3個"), ("第一個選項錯誤", "第一個選項"), ("第2選項", "第2選項"),
            ("甲選項不符", "甲選項"), ("前兩個選項皆對", "前兩個選項"), ("最後一個選項錯誤", "最後一個選項"),
            ("應選 C", "選C"), ("故選(B)", "選(B"), ("A 正確，其餘錯誤", "A正確"), ("A、B 均正確", "A、B均正確"),
            ("（A）依第6條", "(A)"), ("B項有誤", "B項有誤"), ("依法，A：應准許。", "A:"), ("b. 依第6條", "B."),
        ])
    func `an explanation names no choice by its label`(explanation: String, words: String) {
        let found = QuestionWordingRules.problems(of: .sample(explanation: explanation))
        #expect(found.map(\.kind) == [.labelInExplanation(words)])
        #expect(found.map(\.line) == [3])
    }

    @Test(
        arguments: [
            "選項一律依法判斷", "選項二者皆無依據", "答案為1年", "依第1項第2款規定", "甲、乙應共同申請", "選項的一部分有依據", "答案：30日",
            "A君與B君結婚", "附件A", "附表A正確填寫", "四個選項皆有依據", "以IC卡辦理", "以 e 化方式申請", "其他選項均無依據", "依「（一）本人」",
            "選擇 e 化服務", "依第6條之1", "戶籍法第14條",
        ])
    func `words that only look like labels are left alone`(explanation: String) {
        #expect(kinds(.sample(explanation: explanation)) == [])
    }

    @Test func `the editor shows each at its field`() {
        #expect(QuestionFormProblem(.labelInExplanation("選項A")).field == .explanation)
        #expect(QuestionFormProblem(.labelledChoices).field == .choice1)
        #expect(QuestionFormProblem(.answerInStem("(A)")).field == .stem)
        #expect(QuestionFormProblem(.statementAsks).field == .stem)
    }

    @Test func `a retired question may keep its words`() {
        #expect(kinds(.sample(explanation: "選項 A 正確", state: .retired)) == [])
    }

    @Test func `a label that a choice or somebody in the case is called is no label`() {
        #expect(kinds(.sample(choices: ["甲", "乙"], key: [0], explanation: "故答案為甲。")) == [])
        #expect(kinds(.sample(choices: ["1", "2"], key: [0], explanation: "答案是2。")) == [])
        #expect(kinds(.sample(stem: "A、B 二人結婚，期限為何？", explanation: "A 不得申請。")) == [])
        #expect(
            kinds(.sample(stem: "C 結婚，期限為何？", explanation: "A 不得申請。")) == [.labelInExplanation("A不得")])
    }

    @Test(
        arguments: [
            ("（○）出生登記應於六十日內申請。", "(〇)"), ("出生登記應於六十日內申請。（×）", "(×)"), ("出生登記免費（對）。", "(對)"),
            ("出生登記免費。答案：○", "答案:〇"), ("出生登記免費 ×", "×"), ("[V] 出生登記免費。", "[V]"),
        ])
    func `a statement does not say whether it is true`(stem: String, words: String) {
        let found = QuestionWordingRules.problems(of: .sample("a-1", .trueFalse, stem: stem, key: [0]))
        #expect(found.map(\.kind) == [.answerInStem(words)])
        #expect(found.map(\.line) == [2])
    }

    @Test(
        arguments: [
            ("出生登記應於六十日內申請，對嗎？", [QuestionProblem.Kind.statementAsks]), ("可否委託? 可以。", [.statementAsks]),
            ("民眾問「可否委託？」，承辦人應答可以。", []), ("民眾問『可否？』應答可以。", []), ("○○市戶政事務所得受理。", []),
            ("○先生得申請。", []), ("出生登記（是）由本人申請。", []),
        ])
    func `a statement asks nothing, but may quote a question`(stem: String, expected: [QuestionProblem.Kind]) {
        #expect(kinds(.sample("a-1", .trueFalse, stem: stem, key: [0])) == expected)
    }

    @Test(
        arguments: [
            ("幾日內申請？（六十日）", "(六十日)"), ("幾日內申請？六十日", "六十日"), ("幾日內申請？　６０日", nil),
            ("應於（六十日）內申請，期限為何？", "(六十日)"), ("(A) 幾日內？", "(A)"), ("幾日內？（2）", "(2)"),
            ("幾日內？答案：六十日", "答案:六十日"), ("答案：C。幾日內", "答案:C"), ("幾日內？答案（Ｂ）", "答案(B"),
            ("（1）出生。（2）死亡。期限各為何？", nil), ("下列正確答案為何？", nil), ("請選出正確答案：", nil), ("幾日內申請？（　）", nil),
            ("幾日內？（除所述外均無其他情形）", nil), ("乙於六十日後申請，何者為是？", nil), ("三十日、六十日，何者為是？", nil),
            ("應於（三十日）或（六十日）內申請？", nil),
        ])
    func `a stem does not give the key away`(stem: String, words: String?) {
        #expect(kinds(.sample(stem: stem)) == (words.map { [.answerInStem($0)] } ?? []))
    }

    @Test(
        arguments: [
            (["A. 甲", "B. 乙"], true), (["（1）三", "（2）四"], true), (["①三", "②四"], false), (["甲.可", "乙.可"], true),
            (["a) x", "b) y"], true), (["甲、乙", "乙、丙"], false), (["1.5倍", "2.5倍"], false), (["甲：可", "乙：可"], false),
            (["1 年", "2 年"], false), (["A. 甲", "乙"], false),
        ])
    func `choices carry no labels of their own`(choices: [String], areLabelled: Bool) {
        let found = QuestionWordingRules.problems(of: .sample(stem: "何者？", choices: choices, key: [0]))
        #expect(found.map(\.kind) == (areLabelled ? [.labelledChoices] : []))
        #expect(found.allSatisfy { $0.line == 10 })
    }

    @Test(
        arguments: [
            ("期限為何？", "期限為何", true), ("期限 為何？", "*期限*，為何", true), ("ＡＢ１為何", "ab1為何？", true),
            ("期限為何", "期限幾何", false), ("第1題", "第2題", false), ("？", "！", false),
        ])
    func `stems are compared by letters and digits`(one: String, other: String, areSame: Bool) {
        #expect((QuestionWordingRules.comparable(one) == QuestionWordingRules.comparable(other)) == areSame)
    }
}
