import Testing

@testable import Huxue

@Suite struct ExamFileTests {
    /// The example of the issue, word for word.
    static let example = """
        title: 115年第4季法令測驗
        kind: quarterlyQuiz            # quarterlyQuiz | semiannualTest | counterQualification | practice
        opens: 2026-11-01T08:00        # Asia/Taipei; ROC dates are read too
        closes: 2026-11-30T17:30
        minutes: 30
        passMark: 70
        attempts: 1
        draw: perExaminee              # perExaminee | shared
        shuffle: {questions: true, choices: true}
        layout: onePage                # onePage | oneByOne
        results: afterClose            # atOnce | afterClose | whenAnnounced
        examinees: {units: [全所], positions: [], employees: [], except: []}
        blueprint:
          - {topic: 出生登記, level: recall, count: 3}
          - {topic: 遷徙登記, count: 5}
          - {questions: [birth-001]}
        """

    private func plan(_ text: String) throws(ExamRefusal) -> ExamPlan {
        try ExamFile.plan(reading: Array(text.utf8))
    }

    private func problems(_ text: String) -> [ExamFileProblem] {
        do {
            _ = try plan(text)
            return []
        } catch .fileInvalid(let problems) {
            return problems
        } catch {
            return []
        }
    }

    @Test func `the example of the issue is read field by field`() throws {
        #expect(
            try plan(Self.example)
                == samplePlan {
                    $0.blueprint = [
                        .cell(topic: "出生登記", level: .recall, count: 3), .topic(topic: "遷徙登記", count: 5),
                        .questions(["birth-001"]),
                    ]
                })
    }

    @Test func `keys have one spelling however their characters are encoded`() throws {
        let text = Self.example.replacing("出生登記", with: "\u{F967}動登記").replacing("birth-001", with: "\u{F967}-1")
            .replacing("units: [全所]", with: "units: [\u{F967}動課], employees: [\u{F967}1]")
            .replacing("positions: [], employees: [], ", with: "positions: [\u{F967}動員], ")
        let plan = try plan(text)
        let keys =
            plan.examinees.units + plan.examinees.employees + plan.examinees.positions
            + plan.blueprint.flatMap { line -> [String] in
                switch line {
                case .cell(let topic, _, _), .topic(let topic, _): [topic]
                case .questions(let codes): codes
                }
            }
        #expect(keys == ["不動課", "不1", "不動員", "不動登記", "遷徙登記", "不-1"])
        #expect(!keys.joined().unicodeScalars.contains("\u{F967}"))
    }

    @Test func `ROC dates are read too`() throws {
        let text = Self.example.replacing("2026-11-01T08:00", with: "115/11/1 08:00")
            .replacing("2026-11-30T17:30", with: "民國115年11月30日 17:30")
        #expect(try plan(text).opens == samplePlan().opens)
        #expect(try plan(text).closes == samplePlan().closes)
    }

    @Test func `what may be left out has its usual value`() throws {
        let plan = try plan(
            """
            title: 𠮷 㐂 𡘙
            kind: practice
            opens: 2026-11-01T08:00
            closes: 2026-11-30T17:30
            minutes: 30
            passMark: 60
            blueprint: [{topic: 出生登記, count: 1}]
            """)
        #expect(
            plan
                == samplePlan {
                    $0.title = "𠮷 㐂 𡘙"
                    $0.kind = .practice
                    $0.passMark = 60
                    $0.blueprint = [.topic(topic: "出生登記", count: 1)]
                })
        #expect(plan.examinees == .everybody)
    }

    @Test func `every field is taken`() throws {
        let text = Self.example.replacing(
            "{questions: true, choices: true}", with: "{questions: false, choices: false}"
        )
        .replacing("draw: perExaminee", with: "draw: shared").replacing("layout: onePage", with: "layout: oneByOne")
        .replacing("results: afterClose", with: "results: whenAnnounced")
        .replacing(
            "{units: [全所], positions: [], employees: [], except: []}",
            with: "{units: 登記課, positions: [課員], employees: [0012, A1], except: [B1], counterOnly: true}")
        let plan = try plan(text + "\noverrun: true\n")
        #expect(!plan.shufflesQuestions && !plan.shufflesChoices && plan.mayOverrun)
        #expect(plan.draw == .shared && plan.layout == .oneByOne && plan.results == .whenAnnounced)
        #expect(
            plan.examinees
                == Audience(
                    units: ["登記課"], positions: ["課員"], employees: ["0012", "A1"], except: ["B1"], counterOnly: true))
    }

    static let broken: [(String, String, ExamFileProblem)] = [
        ("minutes: 30", "minutes: 三十", ExamFileProblem(line: 5, kind: .field(.notANumber("minutes")))),
        ("minutes: 30", "minutes: 30.5", ExamFileProblem(line: 5, kind: .field(.notANumber("minutes")))),
        (
            "minutes: 30", "minutes: 99999999999999999999",
            ExamFileProblem(line: 5, kind: .field(.notANumber("minutes")))
        ),
        (
            "minutes: 30", "minutes: 0",
            ExamFileProblem(line: 5, kind: .plan(ExamProblem(.minutes, .notInRange(1...600, unit: "分鐘"))))
        ),
        (
            "opens: 2026-11-01T08:00", "opens: 2026-11-31T08:00",
            ExamFileProblem(line: 3, kind: .field(.notAMoment("opens")))
        ),
        ("opens: 2026-11-01T08:00", "opens: 2026-11-01", ExamFileProblem(line: 3, kind: .field(.notAMoment("opens")))),
        (
            "closes: 2026-11-30T17:30", "closes: 2026-10-30T17:30",
            ExamFileProblem(
                line: 4, kind: .plan(ExamProblem(.closes, .closesTooEarly(opens: moment("2026-11-01T08:00")))))
        ),
        (
            "kind: quarterlyQuiz ", "kind: Quiz ",
            ExamFileProblem(
                line: 2,
                kind: .field(
                    .wrongValue(
                        "kind", "Quiz",
                        allowed: ["quarterlyQuiz", "semiannualTest", "counterQualification", "practice"]))
            )
        ),
        (
            "level: recall", "level: easy",
            ExamFileProblem(
                line: 14, kind: .field(.wrongValue("level", "easy", allowed: ["recall", "understand", "apply"])))
        ),
        (
            "count: 5", "count: 0",
            ExamFileProblem(
                line: 15, kind: .plan(ExamProblem(.blueprint, .cellNotInRange(limit: 200))))
        ),
        ("count: 5", "", ExamFileProblem(line: 15, kind: .field(.missingField("count")))),
        (
            "{questions: [birth-001]}", "{questions: [birth-001], count: 1}",
            ExamFileProblem(
                line: 16, kind: .questionsStandAlone)
        ),
        ("passMark: 70", "passmark: 70", ExamFileProblem(line: 1, kind: .field(.missingField("passMark")))),
        ("questions: true", "questions: yes please", ExamFileProblem(line: 9, kind: .field(.notABool("questions")))),
        ("positions: []", "positions: [[a]]", ExamFileProblem(line: 12, kind: .notAListOfText)),
        ("title: 115年第4季法令測驗", "title: [a]", ExamFileProblem(line: 1, kind: .field(.notText("title")))),
    ]

    @Test(arguments: broken) func `what is wrong is named with its line`(
        good: String, bad: String, problem: ExamFileProblem
    ) {
        #expect(Self.example.contains(good))
        #expect(problems(Self.example.replacing(good, with: bad)).contains(problem))
    }

    @Test func `unknown fields are refused`() {
        let found = problems(Self.example + "\nseed: 1\n")
        #expect(found.count == 1)
        #expect(found.first?.line == 17)
        #expect(found.first?.description.hasPrefix("第 17 行：沒有「seed」這個欄位") == true)
    }

    @Test func `everything wrong is told at once, in the order of lines`() {
        let found = problems("title: a\nkind: b\nopens: c\ncloses: d\nminutes: e\nwhat: f\n")
        #expect(found.map(\.line) == [1, 1, 2, 3, 4, 5, 6])
    }

    @Test(arguments: [
        "", "\u{0}", "- a", "title", "title: [", "a: &a 1\nb: *a", "\u{FEFF}", "--- a\n--- b", "{}", "title: ~",
        String(repeating: "[", count: 3000), "blueprint: 3", "examinees: 3", "shuffle: []", "? [a]\n: b",
    ]) func `anything else is refused without a trap`(text: String) {
        #expect(!problems(text).isEmpty)
    }

    @Test func `bytes that are no UTF-8 are refused`() {
        #expect(throws: ExamRefusal.self) { try ExamFile.plan(reading: [0x74, 0xFF, 0xFE]) }
    }
}
