/// Checks plans, and what may be done to an exam in each state.
enum ExamRules {
    static let titleLimit = 100
    /// Questions of one paper, at most.
    static let questionLimit = 200
    static let minuteRange = 1...600
    static let markRange = 0...100
    static let attemptRange = 1...99

    /// Everything wrong with a plan by itself, in the order of the form; empty when nothing is.
    static func problems(in plan: ExamPlan) -> [ExamProblem] {
        var problems: [ExamProblem] = []
        func expect(_ holds: Bool, _ field: ExamField, _ kind: ExamProblem.Kind) {
            if !holds { problems.append(ExamProblem(field, kind)) }
        }
        let title = plan.title.unicodeScalars
        expect(title.contains { !$0.properties.isWhitespace }, .title, .noTitle)
        expect(title.count <= titleLimit, .title, .titleTooLong(limit: titleLimit))
        expect(!title.contains(where: isControl), .title, .titleHasControls)
        expect(!title.contains(where: InvisibleText.turns), .title, .titleTurns(plan.title))
        expect(plan.opens < plan.closes, .closes, .closesTooEarly(opens: plan.opens))
        expect(minuteRange.contains(plan.minutes), .minutes, .notInRange(minuteRange, unit: "分鐘"))
        expect(markRange.contains(plan.passMark), .passMark, .notInRange(markRange, unit: "分"))
        expect(attemptRange.contains(plan.attempts), .attempts, .notInRange(attemptRange, unit: "次"))
        problems += blueprintProblems(plan.blueprint)
        let audience = plan.examinees
        expect(
            !audience.units.isEmpty || !audience.positions.isEmpty || !audience.employees.isEmpty, .examinees,
            .nobodyChosen)
        return problems
            + AudienceRules.overfull(audience, limit: audienceLimit).map { name in
                ExamProblem(ExamField(rawValue: name) ?? .examinees, .tooManyEntries(limit: audienceLimit))
            }
    }

    private static func blueprintProblems(_ blueprint: [BlueprintLine]) -> [ExamProblem] {
        guard !blueprint.isEmpty else { return [ExamProblem(.blueprint, .blueprintEmpty)] }
        guard blueprint.allSatisfy({ (1...questionLimit).contains($0.count) }) else {
            return [ExamProblem(.blueprint, .cellNotInRange(limit: questionLimit))]
        }
        // Lines are bounded here, so adding them up cannot overflow.
        guard blueprint.count <= 1000, BlueprintRules.questionCount(blueprint) <= questionLimit else {
            return [ExamProblem(.blueprint, .tooManyQuestions(limit: questionLimit))]
        }
        return []
    }

    /// Most units, positions or staff numbers that an exam names one by one.
    static let audienceLimit = 2000

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .control || scalar.value == 0x2028 || scalar.value == 0x2029
    }

    /// - Throws: `ExamRefusal.planInvalid` naming every problem.
    static func check(_ plan: ExamPlan) throws(ExamRefusal) {
        let problems = problems(in: plan)
        guard problems.isEmpty else { throw .planInvalid(problems) }
    }

    /// - Throws: unless the plan may still be changed.
    static func checkChange(of exam: Exam) throws(ExamRefusal) {
        guard exam.state == .draft else { throw .notDraft }
    }

    /// Checks that a draft may be published; `shortages`: of the bank now; `examinees`: how many there are today.
    static func checkPublication(
        of exam: Exam, shortages: [BlueprintShortage], examinees: Int, now: Moment
    ) throws(ExamRefusal) {
        guard exam.state == .draft else { throw .alreadyPublished }
        try check(exam.plan)
        guard now < exam.plan.closes else { throw .windowIsOver }
        guard shortages.isEmpty else { throw .blueprintShort(shortages) }
        guard examinees > 0 else { throw .nobodyConcerned }
    }

    /// The questions of the bank that some line of the blueprint could draw.
    static func candidates(_ blueprint: [BlueprintLine], bank: [PoolQuestion]) -> [PoolQuestion] {
        var codes: Set<String> = []
        var topics: Set<String> = []
        var cells: Set<Cell> = []
        for line in blueprint {
            switch line {
            case .questions(let named): codes.formUnion(named)
            case .topic(let topic, _): topics.insert(topic)
            case .cell(let topic, let level, _): cells.insert(Cell(topic: topic, level: level))
            }
        }
        return bank.filter {
            codes.contains($0.code) || topics.contains($0.topic)
                || cells.contains(Cell(topic: $0.topic, level: $0.level))
        }
    }

    private struct Cell: Hashable {
        let topic: String
        let level: QuestionLevel
    }

    static func checkClosure(of exam: Exam, openAttempts: Int) throws(ExamRefusal) {
        switch exam.state {
        case .draft: throw .notPublished
        case .closed: throw .alreadyClosed
        case .published: guard openAttempts == 0 else { throw .attemptsStillOpen(openAttempts) }
        }
    }

    static func checkRelease(of exam: Exam) throws(ExamRefusal) {
        guard exam.plan.results == .whenAnnounced else { throw .releasesByItself }
        guard exam.releasedAt == nil else { throw .releasedAlready }
        guard exam.hasEnded else { throw .notOverYet }
    }

    static func checkExtension(of exam: Exam, to closes: Moment, now: Moment) throws(ExamRefusal) {
        switch exam.state {
        case .draft: throw .notPublished
        case .closed: throw .alreadyClosed
        case .published:
            guard exam.reopenedAt == nil else { throw .alreadyClosed }
            guard closes > exam.plan.closes, closes > now else { throw .extensionNotLater(closes: exam.plan.closes) }
        }
    }

    /// When an examinee may take the exam: from `opens` on, and before `closes`.
    ///
    /// An exam reopened for a make-up stays over for everybody else, even if it was ended before its window's end.
    static func window(of exam: Exam, accommodation: Accommodation?) -> (opens: Moment, closes: Moment) {
        if let opens = accommodation?.opens, let closes = accommodation?.closes { return (opens, closes) }
        return (exam.plan.opens, end(of: exam))
    }

    /// The end of the exam's own window; for a reopened exam, when it had ended if that was earlier.
    private static func end(of exam: Exam) -> Moment {
        exam.reopenedAt.map { min($0, exam.plan.closes) } ?? exam.plan.closes
    }

    /// Whether scores, keys and explanations of an attempt may be shown to its examinee.
    ///
    /// A make-up takes nothing back: it only hides the answers of the questions that it draws; see `MakeUpActions`.
    static func showsResults(_ exam: Exam, isSubmitted: Bool) -> Bool {
        switch exam.plan.results {
        case .atOnce: isSubmitted
        case .afterClose: isSubmitted && exam.hasEnded
        case .whenAnnounced: isSubmitted && exam.releasedAt != nil && exam.hasEnded
        }
    }

    /// Whether somebody who may read results may see the score of a submitted attempt.
    ///
    /// Scores of a running exam are hidden unless its examinees see theirs at once. Scores that await release are shown
    /// here, so that they can be checked, and stay visible during a make-up.
    static func showsScores(_ exam: Exam) -> Bool {
        exam.hasEnded || exam.plan.results == .atOnce
    }

    /// Whether readers of results may see answers with their keys, but for those that a make-up hides.
    static func showsAnswers(_ exam: Exam) -> Bool { exam.hasEnded }

    /// Whether a published exam is over for everybody without a make-up window.
    static func isPastItsEnd(_ exam: Exam, openAttempts: Int, now: Moment) -> Bool {
        exam.state == .published && end(of: exam) <= now && openAttempts == 0
    }

    /// Whether a published exam is over for everybody, those with make-up windows too.
    static func isOver(_ exam: Exam, makeUpCloses: [Moment], openAttempts: Int, now: Moment) -> Bool {
        isPastItsEnd(exam, openAttempts: openAttempts, now: now) && makeUpCloses.allSatisfy { $0 <= now }
    }
}
