import GRDB

/// Makes exams for the demo with dates around today: one that is over and has results, one open, one still to come.
struct DemoExams {
    let session: CommandSession

    func bringUpToDate() throws {
        let now = session.clock.now()
        try session.database.writeAndWait { [self] db in
            try SubmissionActions.submitOverdue(now: now, limit: .max, in: db)
            _ = try ExamStateActions.closeOver(now: now, in: db)
            let exams = try ExamStore.all(within: .everywhere, in: db)
            if exams.isEmpty { try plan(for: ROCDate.day(of: now).year, in: db) }
            if exams.isEmpty { try hold(closed(now), share: 38, now: now, in: db) }
            if !exams.contains(where: { $0.state == .published && $0.plan.opens <= now && now < $0.plan.closes }) {
                try hold(open(now), share: 14, now: now, in: db)
            }
            if !exams.contains(where: { $0.state == .published && $0.plan.opens > now }) {
                try hold(coming(now), share: 0, now: now, in: db)
            }
        }
    }

    /// The year's programme: a quiz each quarter and a test each half year, for all.
    private func plan(for year: Int, in db: Database) throws {
        guard let root = try UnitStore.root(in: db) else { return }
        let items: [(ExamKind, ProgrammePeriod)] = [(.quarterlyQuiz, .quarter), (.semiannualTest, .half)]
        try ProgrammeStore.replace(
            items.map {
                ProgrammeItem(unitID: root.id, year: year, kind: $0.0, period: $0.1, count: 1, counterOnly: false)
            }, unit: root.id, year: year, in: db)
    }

    private func closed(_ now: Moment) -> ExamPlan {
        let day = ROCDate.day(of: now).adding(days: -75)
        return quiz(DemoTerms.quizTitle(day), from: day, days: 26)
    }

    private func open(_ now: Moment) -> ExamPlan {
        let day = ROCDate.day(of: now).adding(days: -6)
        var plan = quiz(DemoTerms.quizTitle(ROCDate.day(of: now)), from: day, days: 15)
        plan.results = .atOnce
        return plan
    }

    private func coming(_ now: Moment) -> ExamPlan {
        let day = ROCDate.day(of: now).adding(days: 20)
        var plan = quiz(DemoTerms.testTitle(day), from: day, days: 14)
        plan.kind = .semiannualTest
        plan.draw = .shared
        plan.minutes = 40
        return plan
    }

    private func quiz(_ title: String, from day: Day, days: Int) -> ExamPlan {
        ExamPlan(
            title: title, kind: .quarterlyQuiz, opens: ROCDate.start(of: day).adding(minutes: 8 * 60),
            closes: ROCDate.start(of: day.adding(days: days)).adding(minutes: 17 * 60 + 30), minutes: 30,
            passMark: 70, attempts: 1, draw: .perExaminee, shufflesQuestions: true, shufflesChoices: true,
            layout: .onePage, results: .afterClose, mayOverrun: false, blueprint: DemoTerms.quiz,
            examinees: .everybody)
    }
}
