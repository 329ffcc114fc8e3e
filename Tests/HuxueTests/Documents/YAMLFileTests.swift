import Testing

@testable import Huxue

/// YAML as people type it who know no YAML.
struct YAMLFileTests {
    private func title(_ line: String) throws -> String? {
        let file = try YAMLFile(reading: Array("title: \(line)\nkind: faq\n".utf8), limit: 1 << 20)
        guard case .mapping(let fields) = file.root.value else { return nil }
        return fields.first { $0.name == "title" }?.value.text
    }

    @Test(arguments: [
        ("甲 #乙", "甲 #乙"), ("甲 #乙 # 註解", "甲 #乙"), ("甲 # 註解", "甲"), ("甲  # 註解", "甲"), ("甲#乙", "甲#乙"),
        ("甲 #1 #2", "甲 #1 #2"),
        ("\"甲 #乙\"", "甲 #乙"), ("'甲 #乙'  # 註解", "甲 #乙"), ("\"A & B\"", "A & B"), ("'A & B'", "A & B"),
        ("\"甲 &乙\"", "甲 &乙"), ("A&B", "A&B"), ("甲&乙", "甲&乙"),
    ])
    func `what stands in a line is what is read`(line: String, expected: String) throws {
        #expect(try title(line) == expected)
    }

    @Test(arguments: [
        "title: &a 甲\nother: *a", "- &a [x]\n- [*a, *a]", "title: \"A\" , &x", "[\"foo\n\" , &a b]", "[ \"甲\", &a b ]",
        "title: \"A \\\" , &x \"",
        "title: 甲 &乙",
    ])
    func `an anchor is refused wherever it hides`(source: String) {
        #expect(throws: YAMLProblem.self) { try YAMLFile(reading: Array(source.utf8), limit: 1 << 20) }
    }

    @Test(arguments: [
        "\u{200B}", "\u{2060}", "\u{FEFF}", "\u{AD}", "\u{200E}", "\u{200F}", "\u{202A}", "\u{202E}", "\u{2066}",
        "\u{2069}", "\u{61C}",
        "\u{FFF9}", "\u{E0041}", "\u{3164}", "\u{0}", "\u{7F}",
    ])
    func `what nobody sees is refused with line and code point`(sign: String) {
        let problem = #expect(throws: YAMLProblem.self) {
            try YAMLFile(reading: Array("kind: faq\ntitle: 甲\(sign)乙\n".utf8), limit: 1 << 20)
        }
        #expect(problem?.line == 2)
        #expect(problem?.sentence.contains(InvisibleText.code(of: sign.unicodeScalars.first ?? " ")) == true)
    }

    @Test func `joiners and selectors make characters, and stay`() throws {
        #expect(try title("葛\u{E0100}城 👩\u{200D}👧") == "葛\u{E0100}城 👩\u{200D}👧")
    }

    @Test(arguments: [("#應備文件", "s-應備文件"), ("#s-應備文件", "s-應備文件"), ("#A B", "s-A-B"), ("#fn-1", "fn-1")])
    func `a heading is named by its words or by its id`(target: String, id: String) {
        #expect(PageTarget(target, in: .procedure) == .anchor(id))
        #expect(PageTarget("../faq/a.md" + target, in: .procedure) == .page(path: "faq/a.md", anchor: id))
    }
}
