import Testing

@testable import Huxue

@Suite struct RubricFormTests {
    @Test func `the form of a plan is that plan again`() {
        let plan = SampleRubrics.plan {
            $0.criteria[0].scale = .levels([
                SampleRubrics.level(0, "甲：乙"), RubricLevel(points: Points(hundredths: 250), anchor: "丙"),
            ])
        }
        let form = RubricForm(plan, code: "proposal")
        #expect(form.rows[0].levels == "0：甲：乙\n2.5：丙")
        #expect(form.plan().problems.isEmpty && form.plan().plan == plan)
    }

    @Test(arguments: [
        ("1：甲", "1", "甲"), ("1: 甲", "1", "甲"), ("１．５：甲", "1.5", "甲"), ("2 分：甲", "2", "甲"), ("3分 甲", "3", "甲"),
        ("4　甲 乙", "4", "甲 乙"),
    ])
    func `a level is read as people write it`(line: String, points: String, anchor: String) {
        let read = RubricLevelTerms.levels(line, of: 1)
        #expect(read.problems.isEmpty)
        #expect(read.levels.map(\.points.text) == [points] && read.levels.map(\.anchor) == [anchor])
    }

    @Test(arguments: ["甲", "1：", "：甲", "-1：甲", "1.234：甲", "1..2：甲"])
    func `a line that is no level is named`(line: String) {
        let read = RubricLevelTerms.levels("1：甲\n\n\(line)\n3：丙", of: 2)
        #expect(read.problems == [RubricProblem(.level(2, of: 2), .levelUnreadable)])
        #expect(read.levels.count == 2)
    }

    @Test func `everything wrong is told together, in the order of the page`() {
        var form = RubricForm(SampleRubrics.plan(), code: "proposal")
        form.title = ""
        form.total = "很多"
        form.rows[0].weight = "x"
        form.rows[1].levels = "甲"
        (form.rows[2].scale, form.rows[2].name) = ("both", "")
        #expect(
            form.plan().problems.map(\.place) == [
                .title, .total, .criterion(1, .weight), .level(1, of: 2), .criterion(3, .scale), .criterion(3, .name),
            ])
    }

    @Test(arguments: [
        ("up-2", ["可行性", "創新性", "效益"]), ("down-2", ["創新性", "效益", "可行性"]), ("remove-2", ["創新性", "效益"]),
        ("up-1", ["創新性", "可行性", "效益"]), ("down-3", ["創新性", "可行性", "效益"]), ("more", ["創新性", "可行性", "效益", ""]),
    ])
    func `buttons arrange criteria with all that is typed in them`(intent: String, names: [String]) throws {
        let form = RubricForm(SampleRubrics.plan(), code: "proposal")
        let arranged = try #require(form.rearranged(intent))
        #expect(arranged.rows.map(\.name) == names)
        #expect(arranged.rows.first { $0.name == "可行性" }?.needsComment ?? true)
    }

    @Test(arguments: ["save", "", "up", "up-0", "up-9", "turn-1", "remove-x"])
    func `other buttons arrange nothing`(intent: String) {
        #expect(RubricForm(SampleRubrics.plan(), code: "proposal").rearranged(intent) == nil)
    }

    @Test func `what is sent is read back whole, and empty rows are left out`() throws {
        var form = RubricForm(SampleRubrics.plan(), code: "proposal")
        form.rows.append(RubricForm.Row())
        let read = try RubricForm(Form(decoding: Self.encoded(form)))
        #expect(read == form)
        #expect(read.compacted.rows.count == 3 && read.compacted.plan().plan == SampleRubrics.plan())
    }

    /// The fields that a browser sends for this form.
    static func fields(_ form: RubricForm, seen: String = "") -> [(String, String)] {
        var fields = [
            ("code", form.code), ("unit", form.unit), ("title", form.title), ("total", form.total), ("seen", seen),
            ("count", "\(form.rows.count)"),
        ]
        for (place, row) in form.rows.enumerated() {
            let values: [(RubricPart, String)] = [
                (.name, row.name), (.guide, row.guide), (.weight, row.weight), (.scale, row.scale), (.from, row.from),
                (.to, row.to), (.step, row.step), (.levels, row.levels),
            ]
            fields += values.map { (RubricPlace.field(place + 1, $0.0), $0.1) }
            if row.needsComment { fields.append((RubricPlace.field(place + 1, .comment), "1")) }
        }
        return fields
    }

    private static func encoded(_ form: RubricForm) -> String {
        fields(form).map { "\(Address.encoded($0.0))=\(Address.encoded($0.1))" }.joined(separator: "&")
    }
}
