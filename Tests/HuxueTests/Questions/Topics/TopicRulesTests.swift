import Testing

@testable import Huxue

struct TopicRulesTests {
    private static let topics = ["出生登記", "臺灣地區ＡＢＣ", "規費 罰鍰"].enumerated().map {
        TopicLine(fileName: ["birth.yaml", "area.yml", "fee.yaml"][$0.offset], name: $0.element, active: 1, total: 2)
    }

    @Test(
        arguments: [
            ("出生登記", "出生登記"), ("出 生登記", "出生登記"), ("台灣地區abc", "臺灣地區ＡＢＣ"), ("臺灣地區ABC", "臺灣地區ＡＢＣ"),
            ("規費罰鍰", "規費 罰鍰"), ("規費　罰鍰", "規費 罰鍰"),
        ])
    func `a name is taken when people would take it for another`(typed: String, taken: String) {
        #expect(throws: TopicRefusal.nameTaken(taken)) { try TopicRules.name(typed, beside: Self.topics) }
    }

    @Test(arguments: ["死亡登記", "規費／罰鍰", "A", "107", "㐂慶", String(repeating: "長", count: 100)])
    func `any other readable name is free`(typed: String) throws {
        #expect(try TopicRules.name(typed, beside: Self.topics) == typed)
    }

    @Test(arguments: ["", "——", "出生\n登記", "\u{7}出生", String(repeating: "長", count: 101)])
    func `what is no name is refused`(typed: String) {
        #expect(throws: TopicRefusal.badName) { try TopicRules.name(typed, beside: []) }
    }

    @Test(
        arguments: [
            ("death", "death.yaml"), ("", "死亡登記.yaml"), ("a-1", "a-1.yaml"), (String(repeating: "a", count: 24), nil),
        ])
    func `a file is called by its prefix, or by the topic`(typed: String, file: String?) throws {
        let expected = file ?? typed + ".yaml"
        #expect(try TopicRules.fileName(typed, of: "死亡登記", beside: Self.topics) == expected)
    }

    @Test(arguments: ["a b", "a/b", "../x", ".a", "-a", "a.yaml", String(repeating: "a", count: 25)])
    func `a prefix that no code may begin with is refused`(typed: String) {
        #expect(throws: TopicRefusal.badPrefix) { try TopicRules.fileName(typed, of: "甲", beside: []) }
    }

    @Test(arguments: [("birth", "出生登記"), ("BIRTH", "出生登記"), ("area", "臺灣地區ＡＢＣ")])
    func `a prefix of another topic is refused, whatever its file is called`(typed: String, topic: String) {
        #expect(throws: TopicRefusal.prefixTaken(typed, topic: topic)) {
            try TopicRules.fileName(typed, of: "甲", beside: Self.topics)
        }
    }

    @Test(
        arguments: [
            ("area.yml", TopicRules.Way.up, "birth.yaml", ["area.yml", "birth.yaml", "fee.yaml"]),
            ("area.yml", .down, "fee.yaml", ["birth.yaml", "fee.yaml", "area.yml"]),
            ("birth.yaml", .down, "area.yml", ["area.yml", "birth.yaml", "fee.yaml"]),
        ])
    func `a topic changes places with the one beside it`(
        file: String, way: TopicRules.Way, past: String, order: [String]
    ) throws {
        #expect(try TopicRules.moved(file, way, past: past, in: Self.topics) == order)
    }

    @Test(
        arguments: [
            ("area.yml", TopicRules.Way.up, "fee.yaml"), ("birth.yaml", .up, ""), ("fee.yaml", .down, "area.yml"),
            ("fee.yaml", .down, ""),
        ])
    func `a topic with another neighbour than was seen stays`(file: String, way: TopicRules.Way, past: String) {
        #expect(throws: TopicRefusal.orderChanged) {
            try TopicRules.moved(file, way, past: past, in: Self.topics)
        }
    }

    @Test func `a topic that is gone does not move`() {
        #expect(throws: TopicRefusal.gone) {
            try TopicRules.moved("none.yaml", .up, past: "fee.yaml", in: Self.topics)
        }
    }

    @Test func `a blueprint follows a renamed topic and adds up what has become one`() {
        let lines: [BlueprintLine] = [
            .cell(topic: "甲", level: .recall, count: 2), .cell(topic: "乙", level: .recall, count: 3),
            .cell(topic: "甲", level: .apply, count: 1), .topic(topic: "甲", count: 4), .topic(topic: "丙", count: 5),
            .questions(["a-1"]),
        ]
        #expect(
            BlueprintLine.renamed("甲", as: "丁", in: lines) == [
                .cell(topic: "丁", level: .recall, count: 2), .cell(topic: "乙", level: .recall, count: 3),
                .cell(topic: "丁", level: .apply, count: 1), .topic(topic: "丁", count: 4), .topic(topic: "丙", count: 5),
                .questions(["a-1"]),
            ])
        #expect(
            BlueprintLine.renamed("甲", as: "乙", in: lines) == [
                .cell(topic: "乙", level: .recall, count: 5), .cell(topic: "乙", level: .apply, count: 1),
                .topic(topic: "乙", count: 4), .topic(topic: "丙", count: 5), .questions(["a-1"]),
            ])
    }
}
