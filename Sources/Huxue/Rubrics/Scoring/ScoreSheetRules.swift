/// What may be done to a score sheet in each state, and what it needs to be handed in.
enum ScoreSheetRules {
    /// Of a comment on one criterion.
    static let commentLimit = 1000
    /// Of the words to the authors, and of those to the panel.
    static let wordLimit = 4000
    static let reasonLimit = 500

    /// What is missing on a sheet before it can be handed in, in the order of the form.
    ///
    /// `but`: problems that are already known; a field that is wrong is not said to be empty as well.
    static func missing(
        in entries: ScoreEntries, by plan: RubricPlan, but known: [ScoreProblem] = []
    ) -> [ScoreProblem] {
        let told = Set(known.map(\.place))
        return zip(plan.criteria, entries.marks).enumerated().flatMap { place, part in
            let ((criterion, mark), number) = (part, place + 1)
            var problems: [ScoreProblem] = []
            if mark.points == nil { problems.append(ScoreProblem(.points(number, criterion.name), .noPoints)) }
            if criterion.needsComment, mark.comment.allSatisfy(\.isWhitespace) {
                problems.append(ScoreProblem(.comment(number, criterion.name), .noComment))
            }
            return problems.filter { !told.contains($0.place) }
        }
    }

    /// Whether entries may be saved over `sheet`; false when they are there already, which is no change.
    ///
    /// `seen`: the sequence that the window has shown, 0 for none; nil to skip this check.
    ///
    /// - Throws: `ScoreRefusal.handedIn`, or `.elsewhere` when another window has saved something else since.
    static func acceptChange(
        of sheet: ScoreSheet?, to entries: ScoreEntries, seen: Int?
    ) throws(ScoreRefusal) -> Bool {
        guard let sheet else { return true }
        guard sheet.entries != entries else { return false }
        if sheet.state == .handedIn { throw .handedIn(sheet.handedInAt ?? sheet.savedAt) }
        if let seen, seen != sheet.sequence { throw .elsewhere(sheet.savedAt) }
        return true
    }

    /// - Throws: `ScoreRefusal.notHandedIn`, `.noReason` or `.reasonTooLong`.
    static func checkReopening(of sheet: ScoreSheet, reason: String) throws(ScoreRefusal) {
        guard sheet.state == .handedIn else { throw .notHandedIn }
        guard !reason.allSatisfy(\.isWhitespace) else { throw .noReason }
        guard reason.unicodeScalars.count <= reasonLimit else { throw .reasonTooLong(limit: reasonLimit) }
    }
}
