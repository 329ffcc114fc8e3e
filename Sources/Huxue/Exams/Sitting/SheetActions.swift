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

    /// What is saved, as the script reads it; nil when the attempt is not this visitor's.
    static func state(
        address: String, visitor: Visitor, now: Moment, in db: Database
    ) throws -> ResponseState? {
        guard let attempt = try AttemptStore.find(address: address, employee: visitor.employee, in: db) else {
            return nil
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
    /// One exam as this examinee sees it; nil when it does not concern them.
    static func own(
        _ exam: Exam, visitor: Visitor, now: Moment, in db: Database
    ) throws -> AttemptViews.OwnExam? {
        let attempts = try AttemptStore.all(of: visitor.employee, exam: exam.id, in: db)
        guard exam.state != .draft else { return nil }
        let today = ROCDate.day(of: now)
        guard try !attempts.isEmpty || ExamRosterStore.concerns(exam, employee: visitor.employee, today: today, in: db)
        else { return nil }
        let accommodation = try AccommodationStore.find(exam: exam.id, employee: visitor.employee, in: db)
        let window = ExamRules.window(of: exam, accommodation: accommodation)
        return AttemptViews.OwnExam(
            exam: exam, questionCount: BlueprintRules.questionCount(exam.plan.blueprint), opens: window.opens,
            closes: min(window.closes, exam.closedAt ?? window.closes), extraMinutes: accommodation?.extraMinutes ?? 0,
            isExcused: accommodation?.isExcused ?? false, attempts: attempts, now: now)
    }

    /// Every exam that concerns this examinee, the one that ends first, first.
    static func owns(of visitor: Visitor, now: Moment, in db: Database) throws -> [AttemptViews.OwnExam] {
        try ExamStore.all(within: .everywhere, in: db)
            .compactMap { try own($0, visitor: visitor, now: now, in: db) }
            .sorted { $0.closes < $1.closes }
    }
}
