import GRDB

/// Keeps the audiences of exams right when staff numbers change; a closed exam keeps the numbers of its time.
enum ExamStaffStore: StaffFollower {
    static func follow(_ renaming: StaffRenaming, by acting: ActionContext, in db: Database) throws {
        guard !renaming.numbers.isEmpty else { return }
        for exam in try ExamStore.all(within: .everywhere, in: db) where exam.state != .closed {
            let examinees = renaming.renamed(exam.plan.examinees)
            guard examinees != exam.plan.examinees else { continue }
            try ExamStore.setExaminees(examinees, of: exam.id, in: db)
        }
    }
}
