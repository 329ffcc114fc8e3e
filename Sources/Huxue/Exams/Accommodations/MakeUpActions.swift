import GRDB

/// How far the make-ups of an exam are, and what they keep secret while it is over for everybody else.
enum MakeUpActions {
    /// How many make-ups are in which state; a state without any is missing.
    static func counts(of exam: Exam, now: Moment, in db: Database) throws -> [MakeUpState: Int] {
        let results = try ResultStore.results(
            of: exam, ResultQuery(hasMakeUp: true), scope: .everywhere, today: ROCDate.day(of: now), in: db)
        return Dictionary(grouping: results.compactMap { $0.makeUp?.state(in: exam, now: now) }) { $0 }.mapValues(
            \.count)
    }

    /// The questions whose answers nobody may see yet; empty unless the exam is reopened.
    ///
    /// They are those of open attempts, and those that make-ups still to be taken will draw: a paper
    /// follows from the exam's seed, so its questions are known before it is begun. `papers`: those drawn before.
    static func withheld(
        of exam: Exam, papers: MakeUpPaperCache, now: Moment, in db: Database
    ) throws -> Set<ID<QuestionRevision>> {
        guard exam.reopenedAt != nil else { return [] }
        let begun = try AttemptStore.openQuestions(of: exam.id, in: db)
        let coming = try recipients(of: exam, now: now, in: db)
        let keys = (exam.plan.draw == .shared ? Array(coming.prefix(1)) : coming).map {
            MakeUpPaperCache.Key(exam: exam.id, seed: exam.seed, plan: exam.plan, recipient: $0)
        }
        var pool: [PoolQuestion]?
        let drawn = try papers.questions(of: keys) { key in
            let known = try pool ?? ExamPoolStore.pool(of: exam.id, in: db)
            pool = known
            let paper = PaperRules.questions(of: exam.plan, seed: exam.seed, pool: known, for: key.recipient)
            return Set((paper ?? []).map(\.revision))
        }
        return begun.union(drawn)
    }

    /// Those who may still begin a make-up, once for each attempt that they have left.
    private static func recipients(
        of exam: Exam, now: Moment, in db: Database
    ) throws -> [PaperRules.Recipient] {
        let coming = try AccommodationStore.all(of: exam.id, in: db).filter { $0.closes.map { now < $0 } ?? false }
        let begun = try AttemptStore.counts(of: exam.id, among: coming.map(\.employeeID), in: db)
        return coming.flatMap { accommodation -> [PaperRules.Recipient] in
            let (used, allowed) = (
                begun[accommodation.employeeID] ?? 0, exam.plan.attempts + accommodation.extraAttempts
            )
            return (used..<max(used, allowed)).map {
                PaperRules.Recipient(employee: accommodation.employeeID, ordinal: $0 + 1)
            }
        }
    }
}
