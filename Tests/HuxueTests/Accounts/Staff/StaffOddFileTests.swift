import GRDB
import Testing

@testable import Huxue

/// Staff files as Excel, PDF and other systems really write them.
struct StaffOddFileTests {
    let staff: SampleStaff

    init() throws { staff = try SampleStaff() }

    private func plan(_ rows: String, head: String = SampleStaff.head) throws -> StaffImportPlan {
        let file = try StaffFile(bytes: Array((head + rows).utf8))
        return try staff.database.readAndWait {
            try StaffImportActions.plan(
                file, by: ActionContext(actor: SampleStaff.console, origin: "test", now: SampleStaff.now), in: $0)
        }
    }

    @Test(arguments: [
        "=\"A004\"", "\"=\"\"A004\"\"\"", "Ａ００４", "A\u{200B}004", "\u{FEFF}A004", "A004\u{2060}", "A0\u{AD}04",
    ])
    func `one number however it is written`(number: String) throws {
        let plan = try plan("\(number),張雅婷,登記一課,戶籍員,yating,是,,\n")
        #expect(plan.creations.isEmpty && plan.problems.isEmpty, "\(plan.problems)")
        #expect(plan.changes.map(\.member.employee.staffNumber).allSatisfy { $0 == "A004" })
    }

    @Test func `numbers that differ in zeros, case or hyphens are named before anything is imported`() throws {
        let plan = try plan(
            """
            00123,王大明,登記一課,課員,daming,否,,
            123,王小明,登記一課,課員,xiaoming,否,,
            ００１２３,王中明,登記一課,課員,zhongming,否,,
            a-004,李小華,登記一課,課員,xiaohua,否,,
            B9,李大華,登記一課,課員,dahua,否,,
            """)
        #expect(plan.problems == [StaffRowProblem(line: 4, sentence: "員工編號 00123 與第 2 列重複")])
        #expect(
            plan.warnings == [
                StaffRowProblem(line: 3, sentence: "員工編號 123 與 00123（王大明）很像，可能是同一位同仁；若是，請改用同一個編號"),
                StaffRowProblem(line: 5, sentence: "員工編號 a-004 與 A004（張雅婷）很像，可能是同一位同仁；若是，請改用同一個編號"),
            ])
    }

    @Test(arguments: [
        "A004", "AO04", "ao04", "A-oo4", "Ａ００４", "0A0004", "A4", "OA4", "a-4", "A００４",
    ])
    func `numbers that read alike are one class`(number: String) {
        #expect(StaffDoubt.likeness(of: number) == StaffDoubt.likeness(of: "A004"))
    }

    @Test(arguments: [("A101", "AI01"), ("A101", "Al0l"), ("a1", "AI"), ("000", "O"), ("1002", "IO02")])
    func `letters that read as digits are these digits`(number: String, other: String) {
        #expect(StaffDoubt.likeness(of: number) == StaffDoubt.likeness(of: other))
    }

    @Test(arguments: [("A100", "A10"), ("A4", "B4"), ("A14", "A4"), ("A40", "A4"), ("12", "21")])
    func `numbers that read otherwise are others`(number: String, other: String) {
        #expect(StaffDoubt.likeness(of: number) != StaffDoubt.likeness(of: other))
    }

    @Test func `every number that reads alike is named, in the office and in the file`() throws {
        let plan = try plan(
            """
            AO04,王大明,登記一課,課員,daming,否,,
            0A0004,王小明,登記一課,課員,xiaoming,否,,
            """)
        #expect(
            plan.warnings == [
                StaffRowProblem(line: 2, sentence: "員工編號 AO04 與 A004（張雅婷）很像，可能是同一位同仁；若是，請改用同一個編號"),
                StaffRowProblem(
                    line: 3, sentence: "員工編號 0A0004 與 A004（張雅婷）、AO04（王大明）很像，可能是同一位同仁；若是，請改用同一個編號"),
            ])
    }

    @Test(arguments: [
        "\u{202A}", "\u{202B}", "\u{202C}", "\u{202D}", "\u{202E}", "\u{2066}", "\u{2067}", "\u{2068}", "\u{2069}",
        "\u{200E}",
        "\u{200F}", "\u{61C}",
    ])
    func `signs of direction are refused with line and code point, in every field`(sign: String) throws {
        let code = InvisibleText.code(of: sign.unicodeScalars.first ?? " ")
        let rows = [
            "B\(sign)01,王大明,登記一課,課員,daming,否,,", "B01,王\(sign)大明,登記一課,課員,daming,否,,",
            "B01,王大明,登記一課,課\(sign)員,daming,否,,", "B01,王大明,登記\(sign)一課,課員,daming,否,,",
            "B01,王大明,登記一課,課員,da\(sign)ming,否,,", "B01,王大明,登記一課,課員,daming,否,115/1/1\(sign),",
        ]
        for row in rows {
            let problems = try plan(row).problems
            #expect(problems.contains { $0.line == 2 && $0.sentence.contains(code) }, "\(problems)")
        }
    }

    @Test(arguments: ["\u{200B}", "\u{2060}", "\u{FEFF}", "\u{AD}", "\u{180E}"])
    func `what only takes no room is taken out, in every field`(sign: String) throws {
        let plan = try plan("B\(sign)01,王\(sign)大明,登記\(sign)一課,課\(sign)員,da\(sign)ming,是\(sign),1\(sign)15/1/1,\n")
        let row = try #require(plan.creations.first?.row)
        #expect(row.staffNumber == "B01" && row.name == "王大明" && row.position == "課員" && row.login == "daming")
        #expect(plan.newUnits.isEmpty && row.startsOn == Day("2026-01-01"))
    }

    @Test(arguments: [
        ("張?婷", "張雅婷"), ("張??婷", "張雅婷"), ("張□婷", "張雅婷"), ("張？婷", "張雅婷"), ("張\u{FFFD}婷", "張雅婷"), ("?雅?", "張雅婷"),
    ])
    func `a sign does not replace a character that another program lost`(written: String, known: String) throws {
        let plan = try plan("A004,\(written),登記一課,戶籍員,yating,是,,\n")
        #expect(plan.warnings.map(\.line) == [2])
        #expect(plan.warnings.first?.sentence.contains("沒有用它取代原來的「\(known)」") == true)
        #expect(plan.changes.allSatisfy { $0.row.name == known && !$0.differences.contains { $0.column == .name } })
    }

    @Test(arguments: ["李?婷", "張雅", "張?雅婷", "A004?"])
    func `another name is another name`(written: String) throws {
        #expect(!StaffDoubt.isSame("張雅婷", written: written))
    }

    @Test func `long names with many signs are compared at once`() throws {
        let known = String(repeating: "字", count: 40)
        let time = threadTime { #expect(!StaffDoubt.isSame(known, written: String(repeating: "?", count: 63) + "末")) }
        #expect(time < .seconds(1))
        #expect(StaffDoubt.isSame(known, written: String(repeating: "?", count: 60)))
    }

    @Test func `a sign in a new name, and an office's own characters, are pointed out`() throws {
        let plan = try plan("B01,林?,登記一課,課員,linx,否,,\nB02,林\u{E001},登記一課,課員,liny,否,,\n")
        #expect(plan.creations.count == 2 && plan.problems.isEmpty)
        #expect(plan.warnings.map(\.line) == [2, 3])
        #expect(plan.warnings[1].sentence.contains("「林\u{E001}」有自造字（U+E001）"))
    }

    @Test(arguments: [
        ("05/3/1", "", true), ("24/3/1", "", true), ("39/12/31", "", true), ("40/1/1", "", false),
        ("115/11/21", "", false),
        ("118/1/1", "", true), ("", "24/3/1", true), ("100/1/1", "130/1/1", false),
    ])
    func `days that hardly anybody begins on are pointed out`(first: String, last: String, isUnlikely: Bool) throws {
        let plan = try plan("B01,王大明,登記一課,課員,daming,否,\(first),\(last)\n")
        #expect(plan.problems.isEmpty)
        #expect(plan.warnings.count == (isUnlikely ? 1 : 0), "\(plan.warnings)")
    }

    @Test(arguments: [";", "\t", "|"])
    func `the separator is named and read`(separator: String) throws {
        let head = SampleStaff.head.replacing(",", with: separator)
        let row = "B01,王大明,登記一課,課員,daming,否,,\n".replacing(",", with: separator)
        let plan = try plan(row, head: head)
        #expect(plan.creations.count == 1 && plan.problems.isEmpty)
        #expect(AccountTerms.separated(by: plan.separator).contains("分隔，已照這個讀取"))
        #expect(try self.plan(row, head: "sep=\(separator)\r\n" + head).creations.map(\.row.line) == [3])
    }
}
