import GRDB

/// Filling in, handing in and reopening score sheets; the owner of the subject decides who may, the rules what may be.
enum ScoreActions {
    /// A subject's sheet as its scorer sees it.
    struct Opened: Sendable {
        let version: RubricVersion
        /// Nil before anything was saved.
        let sheet: ScoreSheet?
    }

    /// A sheet that was saved, and what of the form could not be.
    struct Saved: Sendable {
        let sheet: ScoreSheet
        let problems: [ScoreProblem]
    }

    /// The actor's own sheet on `subject`, with the rubric by which it is filled in.
    static func open(
        _ subject: ScoredSubject, owner: some ScoreOwner, by acting: ActionContext, in db: Database
    ) throws -> Opened {
        let wanted = try owner.rubric(forScoring: subject, by: acting, in: db)
        let sheet = try ScoreSheetStore.sheet(on: subject, by: try acting.visitor.employee, in: db)
        guard let version = try RubricStore.version(sheet?.version ?? wanted, in: db) else {
            throw ScoreRefusal.missing
        }
        return Opened(version: version, sheet: sheet)
    }

    /// Saves what is filled in, however little; what is not on its scale is told and left open.
    ///
    /// `form`: what was sent, read by the sheet's rubric. `seen`: the sequence of the sheet that the window has shown, 0 for none; nil to skip this check.
    ///
    /// - Throws: `ScoreRefusal.handedIn` or `.elsewhere`, or the owner's refusal; then nothing has changed.
    static func save(
        _ form: (RubricPlan) throws -> ScoreForm, on subject: ScoredSubject, seen: Int?, owner: some ScoreOwner,
        by acting: ActionContext, in db: Database
    ) throws -> Saved {
        let opened = try open(subject, owner: owner, by: acting, in: db)
        let (entries, problems) = try form(opened.version.plan).entries(for: opened.version.plan)
        let sheet = try put(entries, on: subject, over: opened, seen: seen, by: acting, in: db)
        return Saved(sheet: sheet, problems: problems)
    }

    /// Saves and hands in; what is missing or wrong is told, and then nothing is handed in.
    ///
    /// A form that is sent twice is handed in once.
    ///
    /// - Throws: as `save`; the caller saves the draft when `problems` come back, as this does not throw for them.
    static func handIn(
        _ form: (RubricPlan) throws -> ScoreForm, on subject: ScoredSubject, seen: Int?, owner: some ScoreOwner,
        by acting: ActionContext, in db: Database
    ) throws -> Saved {
        let saved = try save(form, on: subject, seen: seen, owner: owner, by: acting, in: db)
        guard let version = try RubricStore.version(saved.sheet.version, in: db) else { throw ScoreRefusal.missing }
        let problems =
            saved.problems
            + ScoreSheetRules.missing(in: saved.sheet.entries, by: version.plan, but: saved.problems)
        guard problems.isEmpty, saved.sheet.state != .handedIn else {
            return Saved(sheet: saved.sheet, problems: problems)
        }
        try ScoreSheetStore.setHandedIn(saved.sheet.id, now: acting.now, in: db)
        try AuditStore.append(.scoreSubmission, on: "scoreSheet/\(saved.sheet.id)", by: acting, in: db)
        return Saved(sheet: try stored(saved.sheet.id, in: db), problems: [])
    }

    /// Lets the scorer change a sheet that was handed in; what had been handed in stays on record.
    ///
    /// - Throws: `ScoreRefusal`, or the owner's refusal; then nothing has changed.
    static func reopen(
        _ id: ID<ScoreSheet>, reason: String, owner: some ScoreOwner, by acting: ActionContext, in db: Database
    ) throws {
        guard let sheet = try ScoreSheetStore.sheet(id, in: db) else { throw ScoreRefusal.missing }
        try owner.requireReopening(sheet.subject, of: sheet.scorer, by: acting, in: db)
        try ScoreSheetRules.checkReopening(of: sheet, reason: reason)
        var actor: ID<Employee>?
        if case .visitor(let visitor) = acting.actor { actor = visitor.employee }
        try ScoreSheetStore.reopen(sheet, by: actor, reason: reason, now: acting.now, in: db)
        try AuditStore.append(.scoreReopening, on: "scoreSheet/\(id)", .words(reason), by: acting, in: db)
    }

    private static func put(
        _ entries: ScoreEntries, on subject: ScoredSubject, over opened: Opened, seen: Int?, by acting: ActionContext,
        in db: Database
    ) throws -> ScoreSheet {
        guard let sheet = opened.sheet else {
            let id = try ScoreSheetStore.insert(
                entries, on: subject, by: try acting.visitor.employee, version: opened.version.id, now: acting.now,
                in: db)
            return try stored(id, in: db)
        }
        guard try ScoreSheetRules.acceptChange(of: sheet, to: entries, seen: seen) else { return sheet }
        try ScoreSheetStore.update(entries, of: sheet, now: acting.now, in: db)
        return ScoreSheet(
            id: sheet.id, version: sheet.version, subject: sheet.subject, scorer: sheet.scorer, state: sheet.state,
            sequence: sheet.sequence + 1, entries: entries, savedAt: acting.now, handedInAt: sheet.handedInAt)
    }

    private static func stored(_ id: ID<ScoreSheet>, in db: Database) throws -> ScoreSheet {
        guard let sheet = try ScoreSheetStore.sheet(id, in: db) else { throw ScoreRefusal.missing }
        return sheet
    }
}
