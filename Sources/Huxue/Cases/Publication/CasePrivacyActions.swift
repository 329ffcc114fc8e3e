import GRDB

/// Before it is submitted, its authors decide about everything in a case study that may point to a person.
enum CasePrivacyActions {
    /// What is still to be decided.
    static func open(_ study: CaseStudy, in db: Database) throws -> [CaseFind] {
        CasePrivacyRules.open(
            in: try CaseRevisionStore.current(study, in: db).form, own: try own(in: db),
            try CaseWaiverStore.waivers(of: study.id, in: db))
    }

    /// Addresses and telephone numbers of the office, as it has given them for its pages.
    static func own(in db: Database) throws -> [String] {
        let facts = try LocalFactStore.facts(in: db)
        return [facts[.address], facts[.telephone]].compactMap { $0 }
    }

    /// - Throws: `CaseRefusal`: `notEditable` once it is submitted.
    static func contents(
        _ id: ID<CaseStudy>, for visitor: Visitor, in db: Database
    ) throws -> CasePrivacyViews.Contents {
        let study = try CaseActions.own(id, by: visitor, in: db).study
        try CaseRules.requireEditable(study.state)
        let revision = try CaseRevisionStore.current(study, in: db)
        return CasePrivacyViews.Contents(
            id: id, form: revision.form, revision: revision.number, finds: try open(study, in: db))
    }

    /// Redacts and waives, and submits it.
    ///
    /// `choices`: one for each open find, in their order; nil where nothing was chosen.
    /// - Throws: `CaseRefusal`: `changedMeanwhile`, `undecidedFinds`, `notWaivable`, and what keeps it from submission.
    static func resolve(
        _ id: ID<CaseStudy>, _ choices: [CaseFindChoice?], over number: Int, by acting: ActionContext,
        in db: Database
    ) throws {
        let visitor = try acting.visitor
        let study = try CaseActions.own(id, by: visitor, in: db).study
        try CaseRules.requireEditable(study.state)
        let revision = try CaseRevisionStore.current(study, in: db)
        guard revision.number == number else { throw CaseRefusal.changedMeanwhile }
        let finds = try open(study, in: db)
        let decided = choices.compactMap { $0 }
        guard decided.count == finds.count, choices.count == finds.count else { throw CaseRefusal.undecidedFinds }
        var redacted: [CaseFind] = []
        for (find, choice) in zip(finds, decided) {
            switch choice {
            case .redact: redacted.append(find)
            case .waive(let reason):
                guard find.isWaivable else { throw CaseRefusal.notWaivable(find.proposal) }
                guard !reason.isEmpty else { throw CaseRefusal.undecidedFinds }
                try CaseWaiverStore.put(
                    find, reason: String(reason.prefix(CasePrivacyRules.reasonLimit)), of: id, by: visitor.employee,
                    now: acting.now, in: db)
            }
        }
        if !redacted.isEmpty {
            let form = CasePrivacyRules.redacted(revision.form, redacted)
            var content = form.reading(names: try StatuteDirectoryStore.names(in: db)).content
            content.lawAsOf = study.lawAsOf
            try CaseRevisionStore.insert(
                form, content, number: number + 1, of: id, reason: CaseFieldTerms.redacted, by: visitor.employee,
                now: acting.now, in: db)
        }
        try AuditStore.append(.casePrivacy, on: "case/\(id)", .count(finds.count), by: acting, in: db)
        try CaseStateActions.submit(id, by: acting, in: db)
    }
}
