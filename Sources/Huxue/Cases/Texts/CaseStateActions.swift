import GRDB

/// How a case study goes from its authors to its readers.
enum CaseStateActions {
    static func perform(_ act: CaseAct, on id: ID<CaseStudy>, by acting: ActionContext, in db: Database) throws {
        switch act {
        case .submit: try submit(id, by: acting, in: db)
        case .pass(let unit): try pass(id, to: unit, by: acting, in: db)
        case .giveBack(let reason): try giveBack(id, reason: reason, by: acting, in: db)
        case .conclude(let text, let revision): try conclude(id, with: text, over: revision, by: acting, in: db)
        case .publish(let unit, let readBy, let revision):
            try publish(id, to: unit, readBy: readBy, over: revision, by: acting, in: db)
        case .retire(let reason): try retire(id, reason: reason, by: acting, in: db)
        }
    }

    /// - Throws: `CaseRefusal`: `invalid` when something is missing.
    static func submit(_ id: ID<CaseStudy>, by acting: ActionContext, in db: Database) throws {
        let shown = try CaseActions.own(id, by: acting.visitor, in: db)
        try CaseRules.requireEditable(shown.study.state)
        let problems = try CaseRevisionStore.current(shown.study, in: db).form.missing
        guard problems.isEmpty else { throw CaseRefusal.invalid(problems) }
        guard try CasePrivacyActions.open(shown.study, in: db).isEmpty else { throw CaseRefusal.undecidedFinds }
        try CaseStore.submit(id, now: acting.now, in: db)
        try AuditStore.append(.caseSubmission, on: "case/\(id)", by: acting, in: db)
    }

    /// Somebody else has found nothing that points to a person: the staff of a unit discusses it.
    ///
    /// `unit`: as the form has it.
    /// - Throws: `CaseRefusal`, `UnitRefusal`.
    static func pass(_ id: ID<CaseStudy>, to unit: String, by acting: ActionContext, in db: Database) throws {
        let study = try CaseActions.checked(id, by: acting.visitor, in: db).study
        try CaseRules.require(CaseRules.mayPass(study.state))
        try decide(study, .discussion, open: openUnit(unit, by: acting, in: db), .casePassing, by: acting, in: db)
    }

    /// - Throws: `CaseRefusal`: `noDecisionReason` without a reason.
    static func giveBack(_ id: ID<CaseStudy>, reason: String, by acting: ActionContext, in db: Database) throws {
        let study = try CaseActions.checked(id, by: acting.visitor, in: db).study
        try CaseRules.require(CaseRules.mayReturn(study.state))
        guard !reason.isEmpty else { throw CaseRefusal.noDecisionReason }
        try decide(study, .returned, reason: reason, open: nil, .caseReturn, by: acting, in: db)
    }

    /// Writes the conclusion into the next revision.
    /// - Throws: `CaseRefusal`: `noConclusion`, `changedMeanwhile` when there is a later revision than `revision`.
    static func conclude(
        _ id: ID<CaseStudy>, with conclusion: String, over revision: Int, by acting: ActionContext, in db: Database
    ) throws {
        let visitor = try acting.visitor
        let study = try CaseActions.checked(id, by: visitor, in: db).study
        try CaseRules.require(CaseRules.mayConclude(study.state))
        let current = try CaseRevisionStore.current(study, in: db)
        guard current.number == revision else { throw CaseRefusal.changedMeanwhile }
        guard !conclusion.isEmpty else { throw CaseRefusal.noConclusion }
        guard conclusion.count <= CaseForm.proseLimit else {
            throw CaseRefusal.invalid([CaseFormProblem(.conclusion, .tooLong(limit: CaseForm.proseLimit))])
        }
        try CasePrivacyRules.requireNoNumber(in: conclusion)
        var form = current.form
        form[.conclusion] = conclusion
        var content = form.reading(names: try StatuteDirectoryStore.names(in: db)).content
        // What the citations were checked against may have been confirmed since the revision was written.
        content.lawAsOf = study.lawAsOf
        try CaseRevisionStore.insert(
            form, content, number: current.number + 1, of: id, reason: CaseFieldTerms.concluded, by: visitor.employee,
            now: acting.now, in: db)
        try decide(study, .concluded, open: study.openUnit?.id, .caseConclusion, by: acting, in: db)
    }

    /// The second person confirms the text as it was shown, and opens it to the staff of a unit.
    ///
    /// `unit`: as the form has it.
    /// - Throws: `CaseRefusal`: `changedMeanwhile` when there is a later revision than `revision`; `UnitRefusal`.
    private static func publish(
        _ id: ID<CaseStudy>, to unit: String, readBy typed: String, over revision: Int, by acting: ActionContext,
        in db: Database
    ) throws {
        let study = try CaseActions.checked(id, by: acting.visitor, in: db).study
        try CaseRules.require(CaseRules.mayPublish(study.state))
        let current = try CaseRevisionStore.current(study, in: db)
        guard current.number == revision else { throw CaseRefusal.changedMeanwhile }
        try CasePrivacyRules.requireNoNumber(in: current.form)
        let deadline = ROCDate.parseDay(typed)
        guard typed.isEmpty || deadline.map({ $0 >= ROCDate.day(of: acting.now) }) ?? false else {
            throw CaseRefusal.badDeadline(typed)
        }
        try decide(
            study, .published, open: openUnit(unit, by: acting, in: db), .casePublication, by: acting, in: db)
        if let deadline { try CaseReadingStore.require(id, by: deadline, in: db) }
    }

    /// Takes it out of use; it stays on record.
    static func retire(_ id: ID<CaseStudy>, reason: String, by acting: ActionContext, in db: Database) throws {
        let study = try CaseActions.checked(id, by: acting.visitor, in: db).study
        try CaseRules.require(CaseRules.mayRetire(study.state))
        guard !reason.isEmpty else { throw CaseRefusal.noDecisionReason }
        try AmendmentActions.retire(.caseStudy, id: id.rawValue, by: acting, in: db)
        try decide(study, .retired, reason: reason, open: nil, .caseRetirement, by: acting, in: db)
    }

    /// Finds that a case study still holds after an amendment of the law on which it rests.
    /// - Throws: `CaseRefusal`, `StatuteRefusal.nothingToDecide`.
    static func confirm(
        _ id: ID<CaseStudy>, _ phase: AmendmentFlag.Phase, shown: Int64?, by acting: ActionContext, in db: Database
    ) throws {
        _ = try CaseActions.checked(id, by: acting.visitor, in: db)
        try AmendmentActions.confirm(
            .caseStudy, id: id.rawValue, code: "\(id)", phase, shown: shown, by: acting, in: db)
    }

    /// What somebody who checks cases sees before they open one to others, or take it out of use.
    static func contents(
        _ id: ID<CaseStudy>, _ may: (CaseState) -> Bool, for visitor: Visitor, now: Moment, in db: Database
    ) throws -> CaseViews.Contents {
        let study = try CaseActions.checked(id, by: visitor, in: db).study
        try CaseRules.require(may(study.state))
        return try CaseActions.contents(id, for: visitor, now: now, in: db)
    }

    // MARK: Parts

    /// A unit whose cases the actor checks: nobody opens a case to more people than they answer for.
    private static func openUnit(_ typed: String, by acting: ActionContext, in db: Database) throws -> ID<Unit> {
        let unit = try UnitChoiceActions.unit(typed, .checkCases, for: acting.actor, in: db)
        try Policy.require(.checkCases, for: acting.actor, at: unit.position)
        return unit.id
    }

    private static func decide(
        _ study: CaseStudy, _ outcome: CaseState, reason: String = "", open unit: ID<Unit>?, _ action: AuditAction,
        by acting: ActionContext, in db: Database
    ) throws {
        try CaseStore.decide(
            study, outcome, reason: String(reason.prefix(500)), open: unit, by: acting.visitor.employee,
            now: acting.now, in: db)
        try AuditStore.append(
            action, on: "case/\(study.id)", unit.map { .record("unit/\($0)") } ?? [:], by: acting, in: db)
    }
}
