import GRDB

/// Finds the examinees who saw keys of an exam's questions beforehand.
enum KeyDisclosureActions {
    /// The people of the roster who looked at keys of the exam's questions before handing in.
    ///
    /// For a closed exam, only people who took it; empty for a draft. Callers check that the actor manages the exam.
    static func viewers(of exam: Exam, today: Day, in db: Database) throws -> [KeyViewer] {
        guard exam.state != .draft else { return [] }
        let known = try QuestionActions.keyViewers(in: db)
        guard !known.isEmpty else { return [] }
        let roster = try RosterStore.roster(of: exam, among: known, today: today, in: db)
        let views = Dictionary(
            grouping: try QuestionActions.keyViews(of: roster.map(\.employee), in: db), by: \.employee)
        guard !views.isEmpty else { return [] }
        let pool = try ExamPoolStore.pool(of: exam.id, in: db)
        let codeOf = Dictionary(pool.map { ($0.revision, $0.code) }) { first, _ in first }
        return try roster.compactMap { entry in
            guard let own = views[entry.employee] else { return nil }
            let papers = try AttemptStore.all(of: entry.employee, exam: exam.id, in: db).map { attempt in
                KeyDisclosureRules.Paper(
                    submittedAt: attempt.submittedAt,
                    codes: Set(try AttemptStore.lines(of: attempt.id, in: db).compactMap { codeOf[$0.revision] }))
            }
            guard exam.state == .published || !papers.isEmpty else { return nil }
            return KeyDisclosureRules.viewer(entry, views: own, papers: papers, pool: Set(codeOf.values))
        }
    }
}
