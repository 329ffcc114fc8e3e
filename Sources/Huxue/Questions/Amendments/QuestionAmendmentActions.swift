import GRDB

/// What becomes of questions whose law was amended: an editor finds them still right, or takes them out of use.
enum QuestionAmendmentActions {
    /// - Throws: `CommonRefusal.forbidden`, `QuestionRefusal.missing`, `StatuteRefusal.nothingToDecide`.
    static func confirm(
        _ code: String, _ phase: AmendmentFlag.Phase, shown: Int64?, by acting: ActionContext, in db: Database
    ) throws {
        let question = try editable(code, by: acting.actor, in: db)
        try AmendmentActions.confirm(
            .question, id: question.id.rawValue, code: code, phase, shown: shown, by: acting, in: db)
    }

    /// Amendments in force that wait for a decision on a question in use, which is not drawn meanwhile.
    static func opened(_ question: Question, on today: Day, in db: Database) throws -> [AmendmentFlag] {
        guard question.state == .active else { return [] }
        return try AmendmentStore.open(.question, id: question.id.rawValue, in: db)
            .filter { $0.phase(on: today) == .opened }
    }

    /// The editor's form with the day of the law and the reason of a revision that answers these amendments.
    ///
    /// What the editor has typed there already stays.
    static func form(
        _ form: QuestionForm, of question: Question, answering flags: [AmendmentFlag], on today: Day, in db: Database
    ) throws -> QuestionForm {
        var form = form
        if ROCDate.parseDay(form[.lawAsOf]) == question.lawAsOf {
            let known = try StatuteStore.dataVersion(in: db)?.published ?? today
            let day = flags.reduce(max(known, question.lawAsOf)) { max($0, $1.promulgated, $1.opens ?? $1.promulgated) }
            // The office's law may be no newer than the day that the question names already.
            form[.lawAsOf] = ROCDate.plain(flags.contains { $0.checkedAsOf >= day } ? max(day, today) : day)
        }
        if form[.reason].isEmpty { form[.reason] = QuestionFieldTerms.amended }
        return form
    }

    /// Settles what the day of the law of a saved question has not: its editor came to answer these amendments.
    ///
    /// `shown`: the latest flag that the editor was shown; later ones stay open. Nil when the editor came for another
    /// reason.
    static func answer(_ question: Question, shown: Int64?, by acting: ActionContext, in db: Database) throws {
        guard let shown else { return }
        let left = try opened(question, on: ROCDate.day(of: acting.now), in: db)
        guard left.contains(where: { $0.id.rawValue <= shown }) else { return }
        try AmendmentActions.confirm(
            .question, id: question.id.rawValue, code: question.code, .opened, shown: shown, by: acting, in: db)
    }

    /// Takes a question out of use: it is not drawn any more; exams that are published keep it.
    ///
    /// `reason`: for the audit log; empty for none.
    /// - Throws: `CommonRefusal.forbidden`, `QuestionRefusal.missing`, `.alreadyRetired`, `.notInUse`.
    static func retire(_ code: String, reason: String = "", by acting: ActionContext, in db: Database) throws {
        let question = try editable(code, by: acting.actor, in: db)
        try QuestionRules.checkRetirement(of: question)
        try QuestionStore.setState(.retired, of: question.id, in: db)
        try AmendmentActions.retire(.question, id: question.id.rawValue, by: acting, in: db)
        try AuditStore.append(
            .questionRetirement, on: "question/\(code)", .words(String(reason.prefix(200))), by: acting, in: db)
    }

    /// Takes a retired question into use again, with a flag for every amendment since the day of its law; one that nobody
    /// has reviewed as it is, is handed in for review instead.
    ///
    /// Returns whether it is in use.
    /// - Throws: `CommonRefusal.forbidden`, `QuestionRefusal.missing`, `.notRetired`.
    @discardableResult
    static func restore(_ code: String, by acting: ActionContext, in db: Database) throws -> Bool {
        let question = try editable(code, by: acting.actor, in: db)
        try QuestionRules.checkRestoration(of: question)
        guard try QuestionReleaseStore.isReleased(question.id, in: db) else {
            try QuestionReviewActions.open(question, by: acting, in: db)
            return false
        }
        try QuestionStore.setState(.active, of: question.id, in: db)
        try AmendmentActions.recheck(QuestionCitationStore(only: question.id), by: acting, in: db)
        try AuditStore.append(.questionRestoration, on: "question/\(code)", by: acting, in: db)
        return true
    }

    /// The question for the page that asks before it is retired.
    static func retirement(of code: String, by actor: Actor, in db: Database) throws -> Question {
        let question = try editable(code, by: actor, in: db)
        try QuestionRules.checkRetirement(of: question)
        return question
    }

    private static func editable(_ code: String, by actor: Actor, in db: Database) throws -> Question {
        try QuestionActions.editable(code, by: actor, in: db)
    }
}
