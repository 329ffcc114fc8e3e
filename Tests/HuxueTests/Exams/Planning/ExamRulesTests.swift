import Testing

@testable import Huxue

/// The plan of the issue's example.
func samplePlan(_ change: (inout ExamPlan) -> Void = { _ in }) -> ExamPlan {
    var plan = ExamPlan(
        title: "115年第4季法令測驗", kind: .quarterlyQuiz, opens: moment("2026-11-01T08:00"),
        closes: moment("2026-11-30T17:30"), minutes: 30, passMark: 70, attempts: 1, draw: .perExaminee,
        shufflesQuestions: true, shufflesChoices: true, layout: .onePage, results: .afterClose, mayOverrun: false,
        blueprint: [
            .cell(topic: "出生登記", level: .recall, count: 3), .topic(topic: "遷徙登記", count: 2),
            .questions(["birth-001"]),
        ], examinees: .everybody)
    change(&plan)
    return plan
}

/// An instant in Taipei.
func moment(_ text: String) -> Moment { ROCDate.parseMoment(text) ?? Moment(milliseconds: 0) }

func sampleExam(
    _ state: ExamState, releasedAt: Moment? = nil, _ change: (inout ExamPlan) -> Void = { _ in }
) -> Exam {
    Exam(
        id: ID(rawValue: 1), unitID: ID(rawValue: 1), state: state, plan: samplePlan(change),
        seed: String(repeating: "a", count: 64), publishedAt: state == .draft ? nil : moment("2026-10-20T08:00"),
        closedAt: state == .closed ? moment("2026-12-01T08:00") : nil, releasedAt: releasedAt)
}

@Suite struct ExamPlanTests {
    @Test func `the example of the issue is a good plan`() {
        #expect(ExamRules.problems(in: samplePlan()) == [])
    }

    @Test(arguments: [("", true), ("　 ", true), ("a", false), (String(repeating: "𠮷", count: 100), false)])
    func `a plan needs a title`(title: String, isMissing: Bool) {
        let problems = ExamRules.problems(in: samplePlan { $0.title = title })
        #expect(problems == (isMissing ? [ExamProblem(.title, .noTitle)] : []))
    }

    @Test func `a title is one line of at most 100 characters`() {
        #expect(
            ExamRules.problems(in: samplePlan { $0.title = String(repeating: "字", count: 101) })
                == [ExamProblem(.title, .titleTooLong(limit: 100))])
        for control in ["第\n一季", "第\u{7}一季", "第\u{2028}一季", "第\r\n一季"] {
            #expect(
                ExamRules.problems(in: samplePlan { $0.title = control }) == [ExamProblem(.title, .titleHasControls)])
        }
        for (turning, code) in [("第\u{202E}一季", "U+202E"), ("第\u{2066}一季", "U+2066"), ("第\u{61C}一季", "U+061C")] {
            let problems = ExamRules.problems(in: samplePlan { $0.title = turning })
            #expect(problems == [ExamProblem(.title, .titleTurns(turning))])
            #expect(problems[0].sentence == "「測驗名稱」含有看不見、會改變文字方向的字元（\(code)），請刪去或重打這一格")
        }
    }

    @Test func `an exam closes after it opens`() {
        let opens = samplePlan().opens
        for closes in [opens, opens.adding(seconds: -1)] {
            #expect(
                ExamRules.problems(in: samplePlan { $0.closes = closes })
                    == [ExamProblem(.closes, .closesTooEarly(opens: opens))])
        }
    }

    @Test(arguments: [(0, false), (1, true), (600, true), (601, false), (Int.min, false), (Int.max, false)])
    func `minutes lie between 1 and 600`(minutes: Int, isGood: Bool) {
        #expect(ExamRules.problems(in: samplePlan { $0.minutes = minutes }).isEmpty == isGood)
    }

    @Test(arguments: [(-1, false), (0, true), (100, true), (101, false)])
    func `the pass mark lies between 0 and 100`(mark: Int, isGood: Bool) {
        #expect(ExamRules.problems(in: samplePlan { $0.passMark = mark }).isEmpty == isGood)
    }

    @Test(arguments: [(0, false), (1, true), (99, true), (100, false)])
    func `attempts lie between 1 and 99`(attempts: Int, isGood: Bool) {
        #expect(ExamRules.problems(in: samplePlan { $0.attempts = attempts }).isEmpty == isGood)
    }

    static let blueprints: [([BlueprintLine], ExamProblem.Kind?)] = [
        ([], .blueprintEmpty),
        ([.topic(topic: "出生登記", count: 0)], .cellNotInRange(limit: 200)),
        ([.topic(topic: "出生登記", count: -1)], .cellNotInRange(limit: 200)),
        ([.topic(topic: "出生登記", count: .max), .topic(topic: "出生登記", count: .max)], .cellNotInRange(limit: 200)),
        ([.questions([])], .cellNotInRange(limit: 200)),
        ([.topic(topic: "出生登記", count: 200)], nil),
        ([.topic(topic: "出生登記", count: 200), .topic(topic: "遷徙登記", count: 1)], .tooManyQuestions(limit: 200)),
    ]

    @Test(arguments: blueprints) func `a blueprint asks for 1 to 200 questions`(
        blueprint: [BlueprintLine], problem: ExamProblem.Kind?
    ) {
        #expect(
            ExamRules.problems(in: samplePlan { $0.blueprint = blueprint })
                == (problem.map { [ExamProblem(.blueprint, $0)] } ?? []))
    }

    @Test func `somebody must be meant`() {
        #expect(
            ExamRules.problems(in: samplePlan { $0.examinees = Audience(except: ["A0001"]) })
                == [ExamProblem(.examinees, .nobodyChosen)])
        for audience in [Audience(units: ["全所"]), Audience(positions: ["課員"]), Audience(employees: ["A0001"])] {
            #expect(ExamRules.problems(in: samplePlan { $0.examinees = audience }).isEmpty)
        }
    }
}

@Suite struct ExamRulesTests {
    @Test func `only a draft changes`() throws {
        try ExamRules.checkChange(of: sampleExam(.draft))
        #expect(throws: ExamRefusal.notDraft) { try ExamRules.checkChange(of: sampleExam(.published)) }
        #expect(throws: ExamRefusal.notDraft) { try ExamRules.checkChange(of: sampleExam(.closed)) }
    }

    @Test func `a draft is published once, before its end, for somebody, from a bank that can fill it`() throws {
        let before = moment("2026-11-30T17:29:59")
        let shortage = BlueprintShortage(topic: "出生登記", level: .recall, wanted: 3, available: 1, missing: [])
        try ExamRules.checkPublication(of: sampleExam(.draft), shortages: [], examinees: 1, now: before)
        #expect(throws: ExamRefusal.alreadyPublished) {
            try ExamRules.checkPublication(of: sampleExam(.published), shortages: [], examinees: 1, now: before)
        }
        #expect(throws: ExamRefusal.windowIsOver) {
            try ExamRules.checkPublication(
                of: sampleExam(.draft), shortages: [], examinees: 1, now: moment("2026-11-30T17:30"))
        }
        #expect(throws: ExamRefusal.blueprintShort([shortage])) {
            try ExamRules.checkPublication(of: sampleExam(.draft), shortages: [shortage], examinees: 1, now: before)
        }
        #expect(throws: ExamRefusal.nobodyConcerned) {
            try ExamRules.checkPublication(of: sampleExam(.draft), shortages: [], examinees: 0, now: before)
        }
    }

    @Test func `a published exam closes once its open attempts are handed in`() throws {
        try ExamRules.checkClosure(of: sampleExam(.published), openAttempts: 0)
        #expect(throws: ExamRefusal.attemptsStillOpen(2)) {
            try ExamRules.checkClosure(of: sampleExam(.published), openAttempts: 2)
        }
        #expect(throws: ExamRefusal.notPublished) {
            try ExamRules.checkClosure(of: sampleExam(.draft), openAttempts: 0)
        }
        #expect(throws: ExamRefusal.alreadyClosed) {
            try ExamRules.checkClosure(of: sampleExam(.closed), openAttempts: 0)
        }
    }

    @Test func `results are announced once, after the end, where the plan says so`() throws {
        try ExamRules.checkRelease(of: sampleExam(.closed) { $0.results = .whenAnnounced })
        #expect(throws: ExamRefusal.releasesByItself) { try ExamRules.checkRelease(of: sampleExam(.closed)) }
        #expect(throws: ExamRefusal.notOverYet) {
            try ExamRules.checkRelease(of: sampleExam(.published) { $0.results = .whenAnnounced })
        }
        #expect(throws: ExamRefusal.releasedAlready) {
            try ExamRules.checkRelease(
                of: sampleExam(.closed, releasedAt: moment("2026-12-02T08:00")) { $0.results = .whenAnnounced })
        }
    }

    @Test func `the end moves only later, and only while published`() throws {
        let now = moment("2026-11-20T08:00")
        let later = moment("2026-12-05T17:30")
        try ExamRules.checkExtension(of: sampleExam(.published), to: later, now: now)
        for closes in [moment("2026-11-30T17:30"), moment("2026-11-25T08:00")] {
            #expect(throws: ExamRefusal.extensionNotLater(closes: moment("2026-11-30T17:30"))) {
                try ExamRules.checkExtension(of: sampleExam(.published), to: closes, now: now)
            }
        }
        #expect(throws: ExamRefusal.extensionNotLater(closes: moment("2026-11-30T17:30"))) {
            try ExamRules.checkExtension(of: sampleExam(.published), to: later, now: moment("2026-12-06T08:00"))
        }
        #expect(throws: ExamRefusal.notPublished) {
            try ExamRules.checkExtension(of: sampleExam(.draft), to: later, now: now)
        }
        #expect(throws: ExamRefusal.alreadyClosed) {
            try ExamRules.checkExtension(of: sampleExam(.closed), to: later, now: now)
        }
    }

    @Test func `a make-up window stands instead of the exam's`() {
        let exam = sampleExam(.published)
        var accommodation = Accommodation(examID: exam.id, employeeID: ID(rawValue: 1))
        #expect(ExamRules.window(of: exam, accommodation: nil) == (exam.plan.opens, exam.plan.closes))
        #expect(ExamRules.window(of: exam, accommodation: accommodation) == (exam.plan.opens, exam.plan.closes))
        accommodation.opens = moment("2026-12-07T09:00")
        accommodation.closes = moment("2026-12-07T12:00")
        #expect(
            ExamRules.window(of: exam, accommodation: accommodation)
                == (moment("2026-12-07T09:00"), moment("2026-12-07T12:00")))
    }

    static let releases: [(ResultsRelease, ExamState, announced: Bool, examinee: Bool, reader: Bool)] = [
        (.atOnce, .published, false, true, true), (.atOnce, .closed, false, true, true),
        (.afterClose, .published, false, false, false), (.afterClose, .closed, false, true, true),
        (.whenAnnounced, .published, false, false, false), (.whenAnnounced, .closed, false, false, true),
        (.whenAnnounced, .closed, true, true, true),
    ]

    @Test(arguments: releases) func `results show when the plan says`(
        release: ResultsRelease, state: ExamState, announced: Bool, examinee: Bool, reader: Bool
    ) {
        let exam = sampleExam(state, releasedAt: announced ? moment("2026-12-02T08:00") : nil) { $0.results = release }
        #expect(ExamRules.showsResults(exam, isSubmitted: true) == examinee)
        #expect(!ExamRules.showsResults(exam, isSubmitted: false))
        #expect(ExamRules.showsScores(exam) == reader)
    }

    @Test func `an exam is over when its window, the make-up windows and the attempts are`() {
        let exam = sampleExam(.published)
        let end = exam.plan.closes
        #expect(ExamRules.isOver(exam, makeUpCloses: [], openAttempts: 0, now: end))
        #expect(!ExamRules.isOver(exam, makeUpCloses: [], openAttempts: 0, now: end.adding(seconds: -1)))
        #expect(!ExamRules.isOver(exam, makeUpCloses: [], openAttempts: 1, now: end))
        let makeUp = end.adding(minutes: 60)
        #expect(!ExamRules.isOver(exam, makeUpCloses: [end, makeUp], openAttempts: 0, now: end))
        #expect(ExamRules.isOver(exam, makeUpCloses: [end, makeUp], openAttempts: 0, now: makeUp))
        #expect(!ExamRules.isOver(sampleExam(.draft), makeUpCloses: [], openAttempts: 0, now: end))
        #expect(!ExamRules.isOver(sampleExam(.closed), makeUpCloses: [], openAttempts: 0, now: end))
        #expect(ExamRules.isPastItsEnd(exam, openAttempts: 0, now: end))
        #expect(!ExamRules.isPastItsEnd(exam, openAttempts: 0, now: end.adding(seconds: -1)))
        #expect(!ExamRules.isPastItsEnd(exam, openAttempts: 1, now: end))
        #expect(!ExamRules.isPastItsEnd(sampleExam(.draft), openAttempts: 0, now: end))
    }

    @Test(arguments: releases) func `a make-up takes no result back`(
        release: ResultsRelease, state: ExamState, announced: Bool, examinee: Bool, reader: Bool
    ) throws {
        guard state == .closed else { return }
        var exam = sampleExam(.published, releasedAt: announced ? moment("2026-12-02T08:00") : nil) {
            $0.results = release
        }
        exam.reopenedAt = moment("2026-12-01T08:00")
        #expect(ExamRules.showsResults(exam, isSubmitted: true) == examinee)
        #expect(ExamRules.showsScores(exam) == reader)
        #expect(ExamRules.showsAnswers(exam))
        if release == .whenAnnounced, !announced { try ExamRules.checkRelease(of: exam) }
    }

    @Test func `the candidates are what some line could draw`() {
        let bank = [
            PoolQuestion(revision: ID(rawValue: 1), code: "birth-001", topic: "出生登記", level: .apply),
            PoolQuestion(revision: ID(rawValue: 2), code: "birth-002", topic: "出生登記", level: .recall),
            PoolQuestion(revision: ID(rawValue: 3), code: "birth-003", topic: "出生登記", level: .apply),
            PoolQuestion(revision: ID(rawValue: 4), code: "move-001", topic: "遷徙登記", level: .understand),
            PoolQuestion(revision: ID(rawValue: 5), code: "name-001", topic: "姓名", level: .recall),
        ]
        #expect(
            ExamRules.candidates(samplePlan().blueprint, bank: bank).map(\.code)
                == ["birth-001", "birth-002", "move-001"])
    }
}
