/// The attempts of one examinee at one exam, for those who may see their answers.
enum ExamineeAttemptViews {
    /// When each attempt was handed in, linked to its answers once these may be shown.
    ///
    /// Of several it also says which was a make-up, and which counts once scores may be shown.
    /// `shown`: the number of the attempt whose answers the page shows; nil on lists.
    static func list(_ attempts: [Attempt], of result: ExamResult, in exam: Exam, shown: Int? = nil) -> HTML {
        let handedIn = attempts.filter { $0.submittedAt != nil }
        guard handedIn.count > 1 else { return handedIn.first.map { day($0, of: result, in: exam) } ?? "—" }
        let counted = ExamRules.showsScores(exam) ? AttemptRules.counted(handedIn)?.ordinal : nil
        return """
            <ul class="attempts">\(each: handedIn, { attempt in
                line(attempt, of: result, in: exam, counts: attempt.ordinal == counted, isShown: attempt.ordinal == shown)
            })</ul>
            """
    }

    private static func line(
        _ attempt: Attempt, of result: ExamResult, in exam: Exam, counts: Bool, isShown: Bool
    ) -> HTML {
        let isMakeUp = result.makeUp.map { $0.opens <= attempt.startedAt } ?? false
        let score = ExamRules.showsScores(exam) ? attempt.score.map { "　\($0.text) 分" } : nil
        return """
            <li\(when: isShown, " aria-current=\"true\"")>第 \(attempt.ordinal) 次\(when: isMakeUp, "（補考）")　\
            \(isShown ? words(attempt) : day(attempt, of: result, in: exam))\(score ?? "")\(when: counts, "，計分")</li>
            """
    }

    private static func words(_ attempt: Attempt) -> HTML {
        "\(attempt.submittedAt.map(ROCDate.shortWithTime) ?? "—")"
    }

    private static func day(_ attempt: Attempt, of result: ExamResult, in exam: Exam) -> HTML {
        guard ExamRules.showsAnswers(exam) else { return words(attempt) }
        let sheet: Address = "\(ResultViews.address(exam))/\(result.entry.employee)"
        return """
            <a href="\(sheet.with([("attempt", "\(attempt.ordinal)")]))">\(words(attempt))\
            <span class="visually-hidden"> 交卷，看\(result.entry.name)第 \(attempt.ordinal) 次的答卷</span></a>
            """
    }
}
