import Testing

@testable import Huxue

struct QuestionViewTests {
    private func text(_ html: HTML) -> String { String(decoding: html.bytes, as: UTF8.self) }

    private func revision(_ type: QuestionType, key: [Int]) -> QuestionRevision {
        QuestionRevision(
            id: ID(rawValue: 1), questionID: ID(rawValue: 1), number: 1, type: type, level: .apply,
            stem: "何者*不得*<b>？", choices: type == .trueFalse ? QuestionRevision.trueFalseChoices : ["甲", "乙", "丙", "丁"],
            key: ChoiceSet(key), explanation: "依「明文」。", citations: [], createdAt: SampleOffice.morning)
    }

    private func placed(_ type: QuestionType = .single, key: [Int] = [1]) -> QuestionView.Placed {
        let revision = revision(type, key: key)
        return QuestionView.Placed(
            number: 13, revision: revision, order: Array(revision.choices.indices.reversed()), points: "5")
    }

    @Test func `choices stand in the order of the paper and are sent by the place shown`() {
        let page = text(QuestionView.fieldset(placed(), chosen: ChoiceSet([3]), isFlagged: true))
        #expect(
            page.contains(
                "<span class=\"stem\">何者<em>不得</em>&lt;b&gt;？<span class=\"paper-only\">（單選，5 分）</span></span>"))
        #expect(page.contains("name=\"q13\" value=\"1\" checked><span class=\"key\">1</span><span>丁</span>"))
        #expect(page.contains("name=\"q13\" value=\"4\"><span class=\"key\">4</span><span>甲</span>"))
        #expect(page.contains("name=\"flag13\" value=\"1\" checked>"))
        #expect(page.contains("單選　5 分"))
    }

    @Test func `a paper's page is the same whatever the key`() {
        for type in QuestionType.allCases {
            let pages = Set(
                [[0], [1], [0, 1]].map { key in text(QuestionView.fieldset(placed(type, key: key))) })
            #expect(pages.count == 1)
        }
    }

    @Test(
        arguments: [
            ([Int](), QuestionView.Credit.none, "未作答"), ([0], .none, "答錯"), ([1], .full, "答對"),
            ([0, 1], .part, "部分答對，得 2.5／5 分"),
        ])
    func `a review names the right answer and one's own`(chosen: [Int], credit: QuestionView.Credit, badge: String) {
        let page = text(QuestionView.review(placed(), chosen: ChoiceSet(chosen), credit: credit, earned: "2.5"))
        #expect(page.contains(badge))
        #expect(
            page.contains("<span>3</span><span>乙</span><span class=\"says\">\(chosen.contains(1) ? "您的答案，正確" : "正確答案")")
        )
        #expect(
            page.contains("<span>4</span><span>甲</span><span class=\"says\">\(chosen.contains(0) ? "您的答案" : "")</span>")
        )
        #expect(page.contains("依「<mark>明文</mark>」。"))
    }

    @Test func `an order that does not fit the choices is no trap`() {
        let placed = QuestionView.Placed(
            number: 1, revision: revision(.single, key: [1]), order: [0, 9, -1], points: nil)
        #expect(text(QuestionView.fieldset(placed)).contains("甲"))
        #expect(text(QuestionView.answers(placed)).contains("甲"))
    }

    @Test(
        arguments: [
            ("甲*乙*丙", "甲<em>乙</em>丙"), ("甲*乙", "甲*乙"), ("**", "<em></em>"), ("甲\n乙", "甲<br>乙"),
            ("&*<*", "&amp;<em>&lt;</em>"),
        ])
    func `emphasis in a stem`(stem: String, html: String) {
        #expect(text(QuestionText.stem(stem)) == html)
    }

    @Test(
        arguments: [
            (
                "三十日", "六十日", [RunDifference.Run.changed("三"), .same("十日")],
                [RunDifference.Run.changed("六"), .same("十日")]
            ),
            ("甲𠮷乙", "甲乙", [.same("甲"), .changed("𠮷"), .same("乙")], [.same("甲乙")]), ("", "甲", [], [.changed("甲")]),
            ("同", "同", [.same("同")], [.same("同")]), ("", "", [], []),
        ])
    func `a comparison marks what changed`(
        old: String, new: String, before: [RunDifference.Run], after: [RunDifference.Run]
    ) {
        let difference = RunDifference(from: old, to: new)
        #expect(difference.old == before)
        #expect(difference.new == after)
    }

    @Test func `long texts are compared in bounded time`() {
        let old = String(repeating: "甲乙丙丁", count: 1000)
        let new = String(repeating: "丁丙乙甲", count: 1000)
        let began = ContinuousClock.now
        let difference = RunDifference(from: old, to: new)
        #expect(difference.old == [.changed(old)])
        #expect(ContinuousClock.now - began < .seconds(4))
    }
}
