import Hummingbird

/// Answers to the script that saves a sheet while somebody fills it in; the routes are those of the subject's owner.
enum ScoreRoutes {
    /// Answers that the sheet was saved, with its new sequence, and with what of it was not.
    static func kept(_ saved: ScoreActions.Saved, at time: Moment) throws -> WebResponse {
        try .json(["saved": ScoreFormViews.saved(saved.problems, at: time), "seen": "\(saved.sheet.sequence)"])
    }

    /// Answers that another window has saved something else.
    ///
    /// `sequence`: the sheet's now, so that whoever decides for this window can overwrite it.
    static func elsewhere(_ time: Moment, sequence: Int) throws -> WebResponse {
        var answer = try WebResponse.json(["problem": ScoreRefusal.elsewhere(time).sentence, "seen": "\(sequence)"])
        answer.status = .conflict
        return answer
    }
}
