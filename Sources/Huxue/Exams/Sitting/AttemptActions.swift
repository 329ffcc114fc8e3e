import GRDB

/// Begins attempts: checks the rules, draws the questions and stores the paper in one transaction.
enum AttemptActions {
    /// The actor, if they may take exams at their own unit.
    /// - Throws: `CommonRefusal.forbidden`.
    static func examinee(_ acting: ActionContext) throws -> Visitor {
        guard case .visitor(let visitor) = acting.actor else {
            throw CommonRefusal.forbidden(RoleTerms.name(of: .takeExams))
        }
        try Policy.require(.takeExams, for: acting.actor, at: visitor.unit)
        return visitor
    }

    /// Begins an attempt of the actor, or finds the one already open, so that a form posted twice begins one.
    ///
    /// `address`: an unguessable name for the attempt, used if one is begun.
    /// - Throws: `AttemptRefusal` when it may not begin.
    static func begin(
        exam id: ID<Exam>, address: String, by acting: ActionContext, in db: Database
    ) throws -> Attempt {
        let (visitor, now) = (try examinee(acting), acting.now)
        let today = ROCDate.day(of: now)
        guard let exam = try ExamStore.find(id, in: db), exam.state != .draft,
            try RosterStore.concerns(exam, employee: visitor.employee, today: today, in: db)
        else { throw AttemptRefusal.notAnExaminee }
        let earlier = try AttemptStore.all(of: visitor.employee, exam: id, in: db)
        if let open = earlier.first(where: { $0.submittedAt == nil && now < $0.deadline }) { return open }
        let accommodation = try AccommodationStore.find(exam: id, employee: visitor.employee, in: db)
        let window = ExamRules.window(of: exam, accommodation: accommodation)
        try AttemptRules.mayStart(
            exam, window: window, used: earlier.count, extraAttempts: accommodation?.extraAttempts ?? 0, now: now)
        try SubmissionActions.submitOverdue(of: visitor.employee, exam: id, now: now, in: db)
        let recipient = PaperRules.Recipient(employee: visitor.employee, ordinal: earlier.count + 1)
        let attempt = try AttemptStore.insert(
            exam: id, employee: visitor.employee, ordinal: recipient.ordinal, address: address, startedAt: now,
            deadline: AttemptRules.deadline(
                for: exam.plan, extraMinutes: accommodation?.extraMinutes ?? 0, closes: window.closes, startedAt: now),
            lines: try paper(of: exam, for: recipient, in: db), in: db)
        try AuditStore.append(
            .attemptStart, on: "attempt/\(attempt)", .record("exam/\(id)"),
            by: acting, in: db)
        guard let begun = try AttemptStore.find(address: address, employee: visitor.employee, in: db) else {
            throw AttemptRefusal.missing
        }
        return begun
    }

    private static func paper(
        of exam: Exam, for recipient: PaperRules.Recipient, in db: Database
    ) throws -> [PaperLine] {
        let pool = try ExamPoolStore.pool(of: exam.id, in: db)
        guard let questions = PaperRules.questions(of: exam.plan, seed: exam.seed, pool: pool, for: recipient) else {
            throw AttemptRefusal.noPaper
        }
        let revisions = try QuestionStore.revisions(ids: questions.map(\.revision), in: db)
        return try questions.enumerated().map { place, question in
            guard let revision = revisions[question.revision] else { throw AttemptRefusal.noPaper }
            return PaperLine(
                number: place + 1, revision: question.revision,
                order: PaperRules.choiceOrder(of: revision, plan: exam.plan, seed: exam.seed, for: recipient))
        }
    }
}
