import GRDB

/// Reads what the examinee's pages show.
enum SheetActions {
    /// The paper of this employee's attempt; nil when the attempt is not theirs.
    static func sheet(
        address: String, employee: ID<Employee>, shown: Int?, chosenWord: String? = nil, now: Moment, in db: Database
    ) throws -> TestViews.Sheet? {
        guard let attempt = try AttemptStore.find(address: address, employee: employee, in: db),
            let exam = try ExamStore.find(attempt.examID, in: db)
        else { return nil }
        let lines = try AttemptStore.lines(of: attempt.id, in: db)
        let ids = lines.map(\.revision)
        let revisions = try QuestionStore.revisions(ids: ids, in: db)
        let links =
            attempt.submittedAt == nil
            ? .ministry : try CitationLinkStore.links(revisions.values.flatMap(\.citations), in: db)
        let worth = Points(rounding: ScoreRules.worth(questionCount: lines.count)).text
        let questions = lines.compactMap { line in
            revisions[line.revision].map { revision in
                var placed = QuestionView.Placed(
                    number: line.number, revision: revision, order: line.order, points: worth)
                if let chosenWord { placed.chosenWord = chosenWord }
                placed.links = links
                return placed
            }
        }
        let isOneByOne = exam.plan.layout == .oneByOne
        let number = isOneByOne ? min(max(shown ?? 1, 1), max(lines.count, 1)) : nil
        return TestViews.Sheet(
            exam: exam, attempt: attempt, questions: questions,
            responses: try AttemptStore.responses(of: attempt.id, in: db),
            topics: attempt.submittedAt == nil ? [:] : try TopicStore.topics(of: ids, in: db), now: now, shown: number)
    }

    /// The paper of the actor's own attempt.
    /// - Throws: `AttemptRefusal.missing` when it is not theirs.
    static func own(
        address: String, shown: Int?, for acting: ActionContext, in db: Database
    ) throws -> TestViews.Sheet {
        let employee = try AttemptActions.examinee(acting).employee
        guard let sheet = try sheet(address: address, employee: employee, shown: shown, now: acting.now, in: db) else {
            throw AttemptRefusal.missing
        }
        return sheet
    }

    /// The roster's entry of the examinee whose paper it is, and the paper with what a make-up hides, for the page that
    /// shows the result.
    ///
    /// The result stays hidden while the actor has an open attempt with a question of this paper that is not hidden.
    /// - Throws: `ExamRefusal.openAttemptOfViewer`, `AttemptRefusal.missing`.
    static func outcome(
        of sheet: TestViews.Sheet, papers: MakeUpPaperCache, for acting: ActionContext, in db: Database
    ) throws -> (entry: RosterEntry, sheet: TestViews.Sheet) {
        var sheet = sheet
        // Of an exam that shows results at once, the answers are known while it runs.
        if sheet.exam.plan.results != .atOnce {
            sheet.withheld = try MakeUpActions.withheld(of: sheet.exam, papers: papers, now: acting.now, in: db)
        }
        try ResultActions.checkKeys(of: sheet.disclosed.map(\.revision), for: acting.actor, in: db)
        let entry = try RosterStore.rosterEntry(
            of: sheet.exam, employee: sheet.attempt.employeeID, today: ROCDate.day(of: acting.now), in: db)
        guard let entry else { throw AttemptRefusal.missing }
        return (entry, sheet)
    }

    /// The saved answers, as the page's script reads them.
    /// - Throws: `AttemptRefusal.missing` when the attempt is not the actor's.
    static func state(address: String, for acting: ActionContext, in db: Database) throws -> ResponseState {
        let (visitor, now) = (try AttemptActions.examinee(acting), acting.now)
        guard let attempt = try AttemptStore.find(address: address, employee: visitor.employee, in: db) else {
            throw AttemptRefusal.missing
        }
        let saved = try AttemptStore.responses(of: attempt.id, in: db)
        let responses = try AttemptStore.lines(of: attempt.id, in: db).compactMap { line in
            saved[line.number].map { response in
                ResponseState.Saved(
                    number: line.number, sequence: response.sequence,
                    keys: line.order.enumerated().filter { response.chosen.contains($0.element) }.map { $0.offset + 1 },
                    flagged: response.isFlagged, window: response.window)
            }
        }
        return ResponseState(
            now: now.milliseconds, remaining: max(0, attempt.deadline.seconds(since: now)),
            submitted: attempt.submittedAt != nil || now >= attempt.deadline, token: visitor.formToken,
            responses: responses)
    }

    /// One exam as this examinee sees it.
    /// - Throws: `AttemptRefusal.missing` when it does not concern them.
    static func own(_ id: ID<Exam>, for acting: ActionContext, in db: Database) throws -> AttemptViews.OwnExam {
        let (visitor, today) = (try AttemptActions.examinee(acting), ROCDate.day(of: acting.now))
        guard let exam = try ExamStore.find(id, in: db), exam.state != .draft else { throw AttemptRefusal.missing }
        let attempts = try AttemptStore.all(of: visitor.employee, exam: id, in: db)
        guard try !attempts.isEmpty || RosterStore.concerns(exam, employee: visitor.employee, today: today, in: db)
        else { throw AttemptRefusal.missing }
        let accommodation = try AccommodationStore.find(exam: id, employee: visitor.employee, in: db)
        return own(exam, attempts: attempts, accommodation: accommodation, now: acting.now)
    }

    private static func own(
        _ exam: Exam, attempts: [Attempt], accommodation: Accommodation?, now: Moment
    ) -> AttemptViews.OwnExam {
        let window = ExamRules.window(of: exam, accommodation: accommodation)
        return AttemptViews.OwnExam(
            exam: exam, questionCount: BlueprintRules.questionCount(exam.plan.blueprint), opens: window.opens,
            closes: min(window.closes, exam.closedAt ?? window.closes), extraMinutes: accommodation?.extraMinutes ?? 0,
            isExcused: accommodation?.isExcused ?? false, isMakeUp: accommodation?.opens != nil,
            attemptsAllowed: exam.plan.attempts + (accommodation?.extraAttempts ?? 0), attempts: attempts, now: now)
    }

    /// The exams that concern the actor, in the order of their end.
    static func owns(for acting: ActionContext, in db: Database) throws -> [AttemptViews.OwnExam] {
        try owns(of: AttemptActions.examinee(acting), now: acting.now, in: db)
    }

    /// The exams that concern this examinee, in the order of their end.
    static func owns(
        of visitor: Visitor, _ concern: ExamStore.Concern = .all, now: Moment, in db: Database
    ) throws -> [AttemptViews.OwnExam] {
        let exams = try ExamStore.concerning(visitor.employee, concern, today: ROCDate.day(of: now), in: db)
        guard !exams.isEmpty else { return [] }
        let accommodations = try AccommodationStore.all(of: visitor.employee, in: db)
        let attempts = Dictionary(
            grouping: try AttemptStore.all(of: visitor.employee, in: db), by: \.examID)
        let reminders = try ReminderStore.days(of: visitor.employee, in: db)
        return exams.map { exam in
            var own = own(exam, attempts: attempts[exam.id] ?? [], accommodation: accommodations[exam.id], now: now)
            own.remindedOn = reminders[exam.id]
            return own
        }.sorted { $0.closes < $1.closes }
    }
}
