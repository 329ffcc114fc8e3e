import Foundation
import Testing

@testable import Huxue

@Suite struct RubricFileTests {
    static let example = """
        code: proposal
        title: 創意提案
        total: 100
        criteria:
          - name: 創新性
            weight: 30
            levels:
              - {points: 1, anchor: 看不出差別}
              - {points: 3, anchor: 調整過的作法}
              - {points: 5, anchor: 沒有見過的作法}
          - name: 效益
            guide: 有數字
            weight: 20.5
            comment: true
            points: {from: 0, to: 10, step: 0.5}
        """

    private func problems(_ text: String) -> [RubricFileProblem] {
        do {
            _ = try RubricFile.rubric(reading: Array(text.utf8))
            return []
        } catch .fileInvalid(let problems) {
            return problems
        } catch {
            return []
        }
    }

    @Test func `the example is read field by field`() throws {
        let (code, plan) = try RubricFile.rubric(reading: Array(Self.example.utf8))
        #expect(code == "proposal")
        #expect(
            plan
                == RubricPlan(
                    title: "創意提案", total: 100,
                    criteria: [
                        RubricCriterion(
                            name: "創新性", guide: "", weight: Points(whole: 30),
                            scale: .levels([
                                SampleRubrics.level(1, "看不出差別"), SampleRubrics.level(3, "調整過的作法"),
                                SampleRubrics.level(5, "沒有見過的作法"),
                            ]), needsComment: false),
                        RubricCriterion(
                            name: "效益", guide: "有數字", weight: Points(hundredths: 20_50),
                            scale: SampleRubrics.tenPoints, needsComment: true),
                    ]))
    }

    @Test func `what may be left out has its usual value`() throws {
        let text = Self.example.replacing("total: 100\n", with: "").replacing(", step: 0.5", with: "")
            .replacing("    comment: true\n", with: "")
        let plan = try RubricFile.rubric(reading: Array(text.utf8)).plan
        #expect(plan.total == 100 && !plan.criteria[1].needsComment)
        #expect(plan.criteria[1].scale == .points(from: .zero, to: Points(whole: 10), step: Points(whole: 1)))
    }

    @Test(arguments: [
        ("code: proposal", "code: 提案", [1]), ("code: proposal", "code: Proposal", [1]), ("code: proposal\n", "", [1]),
        ("title: 創意提案", "title:", [2]), ("total: 100", "total: 0", [3]), ("total: 100", "total: 99.5", [3]),
        ("total: 100", "total: 1001", [3]), ("weight: 30", "weight: 0", [6]), ("weight: 30", "weight: -1", [6]),
        ("weight: 30", "weight: 30.555", [6]), ("weight: 30", "weight: 三十", [6]),
        ("weight: 30", "weight: 1000.01", [6]), ("weight: 30", "weigth: 30", [5, 6]),
        ("points: 3,", "points: 1,", [9]), ("points: 3,", "points: 9,", [10]), ("points: 3, ", "", [9]),
        (", anchor: 調整過的作法", "", [9]), ("name: 效益", "name: 創　新性", [11]), ("name: 效益", "name:", [11]),
        ("step: 0.5", "step: 0.3", [15]), ("step: 0.5", "step: 0", [15]), ("to: 10", "to: 0", [15]),
        ("from: 0", "from: x", [15]), ("    points: {from: 0, to: 10, step: 0.5}", "", [11]),
        ("comment: true", "comment: 是", [14]), ("comment: true", "levels: [{points: 1, anchor: 甲}]", [14]),
        ("- {points: 1, anchor: 看不出差別}", "- 1", [8]), ("title: 創意提案", "title: [甲]", [2]),
        ("title: 創意提案", "title: 創意提案\ntitle: 又一次", []), ("points: 3", "points: \"3", []),
    ])
    /// Without lines where YAML itself is broken: the line is the YAML reader's affair.
    func `every bad value is named with its line`(old: String, new: String, lines: [Int]) {
        let found = problems(Self.example.replacing(old, with: new))
        #expect(lines.isEmpty ? !found.isEmpty : found.map(\.line) == lines, "\(found)")
        #expect(found.allSatisfy { !$0.sentence.isEmpty })
    }

    @Test func `no problem hides another`() {
        let text = Self.example.replacing("weight: 30", with: "weight: x").replacing("step: 0.5", with: "step: 0.3")
            .replacing("total: 100", with: "total: 0").replacing("name: 效益", with: "name: 創新性")
        #expect(problems(text).map(\.line) == [3, 6, 11, 15])
    }

    @Test(arguments: ["", "- 甲", "code: [", "criteria: {}", "code: a\ntitle: 甲\ncriteria: []", "code: a\ntitle: 甲"])
    func `a file that is no rubric is refused`(text: String) {
        #expect(!problems(text).isEmpty)
    }

    @Test func `what is printed reads back as the same rubric`() throws {
        let odd = SampleRubrics.plan {
            $0.title = "116年「創意」: #1"
            $0.criteria[0].guide = "是 - 否 & 其他"
            $0.criteria[0].scale = .levels([
                SampleRubrics.level(0, "true"), RubricLevel(points: Points(hundredths: 250), anchor: "'單引號' \"雙\""),
            ])
        }
        for plan in [SampleRubrics.plan(), odd] {
            let text = RubricFile.text(of: "case-2", plan)
            let read = try RubricFile.rubric(reading: Array(text.utf8))
            #expect(read.code == "case-2" && read.plan == plan)
            #expect(RubricFile.text(of: read.code, read.plan) == text)
        }
    }

    @Test func `from file to store and back nothing changes`() throws {
        let office = try SampleRubrics.office()
        let (code, plan) = try RubricFile.rubric(reading: Array(Self.example.utf8))
        let id = try SampleRubrics.create(plan, code: code, in: office)
        let rubric = try SampleRubrics.rubric(id, in: office)
        #expect(rubric.code == code && rubric.version.plan == plan)
        let text = RubricFile.text(of: rubric.code, rubric.version.plan)
        #expect(try RubricFile.rubric(reading: Array(text.utf8)).plan == plan)
    }

    @Test(arguments: RubricFile.samples)
    func `the rubrics that come with the program are good`(name: String) throws {
        let path = "\(SampleOffice.resources)/rubrics/\(name).yaml"
        let read = try RubricFile.rubric(reading: Array(Data(contentsOf: URL(fileURLWithPath: path))))
        #expect(read.code == name && read.plan.total == 100 && read.plan.criteria.count >= 4)
    }

    @Test func `every file that comes with the program is one of them`() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: "\(SampleOffice.resources)/rubrics")
        #expect(Set(files) == Set(RubricFile.samples.map { "\($0).yaml" }))
    }
}
