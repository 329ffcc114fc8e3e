import Testing

@testable import Huxue

struct PaperRulesTests {
    /// The orders in which 60 examinees see these choices.
    private func orders(
        _ choices: [String], type: QuestionType = .single, shuffles: Bool = true
    ) -> [[Int]] {
        let revision = QuestionRevision(
            id: ID(rawValue: 1), questionID: ID(rawValue: 1), number: 1, type: type, level: .recall, stem: "何者？",
            choices: choices, key: ChoiceSet([0]), explanation: "見條文。", citations: [], createdAt: SampleOffice.morning)
        let plan = samplePlan { $0.shufflesChoices = shuffles }
        return (1...60).map { number in
            PaperRules.choiceOrder(
                of: revision, plan: plan, seed: "5a",
                for: PaperRules.Recipient(employee: ID(rawValue: Int64(number)), ordinal: 1))
        }
    }

    @Test(arguments: ["以上皆是", "以上皆非", "皆可"])
    func `a choice about the others keeps its place, and the others are shuffled`(last: String) {
        let found = orders(["甲地", "乙地", "丙地", last])
        #expect(found.allSatisfy { $0.sorted() == [0, 1, 2, 3] && $0[3] == 3 })
        #expect(Set(found).count == 6)
    }

    @Test func `what stands above such a choice stays above it`() {
        let found = orders(["甲地", "乙地", "以上皆是", "丙地", "丁地"], type: .multiple)
        #expect(found.allSatisfy { Set($0[..<2]) == [0, 1] && $0[2] == 2 && Set($0[3...]) == [3, 4] })
        #expect(Set(found).count == 4)
    }

    @Test func `two such choices keep their places`() {
        let found = orders(["甲地", "乙地", "以上皆是", "以上皆非"])
        #expect(Set(found) == [[0, 1, 2, 3], [1, 0, 2, 3]])
    }

    @Test(arguments: ["甲、乙、丙皆是", "僅 A 正確", "1與2皆正確"])
    func `with a choice that names others by their labels all stay`(choice: String) {
        #expect(Set(orders(["子", "丑", "寅", choice])) == [[0, 1, 2, 3]])
    }

    @Test func `other choices are shuffled as the seed says, true and false never`() {
        var generator = SeededGenerator(
            "choices", "5a", "\(ID<Employee>(rawValue: 1))", "1", "\(ID<QuestionRevision>(rawValue: 1))")
        let found = orders(["甲地", "乙地", "丙地", "丁地"])
        #expect(found[0] == generator.shuffled([0, 1, 2, 3]))
        #expect(Set(found).count > 12)
        #expect(Set(orders(["甲地", "乙地"], shuffles: false)) == [[0, 1]])
        #expect(Set(orders(QuestionRevision.trueFalseChoices, type: .trueFalse)) == [[0, 1]])
    }
}
