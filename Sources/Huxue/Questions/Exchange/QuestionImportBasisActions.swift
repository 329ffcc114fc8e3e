import GRDB

/// What somebody may bring into the bank.
enum QuestionImportBasisActions {
    /// `unit`: the id of the unit to whose bank questions go whose file names none, empty for the shared one.
    /// - Throws: `CommonRefusal.forbidden`, `QuestionEditRefusal.othersUnit`.
    static func basis(
        unit: String = "", seal: QuestionSealActions, by acting: ActionContext, in db: Database
    ) throws -> QuestionImportBasis {
        try Policy.requireSomewhere(.editQuestions, for: acting.actor)
        let chosen = try unit.isEmpty ? nil : QuestionEditActions.bank(unit, for: acting.actor, in: db)
        let (lines, units) = (try QuestionImportBasisStore.lines(in: db), try UnitStore.all(in: db))
        return QuestionImportBasis(
            bank: QuestionBank(
                try TopicStore.all(in: db),
                positions: Dictionary(lines.map { ($0.code, $0.position) }) { first, _ in first },
                hidden: Set(lines.filter { !QuestionAccess.shows(bankOf: $0.unit, to: acting.actor) }.map(\.code))),
            names: try StatuteDirectoryStore.names(in: db),
            closed: try closed(lines, seal: seal, for: acting.actor, in: db),
            isReviewed: acting.actor.employee != nil, unreleased: try QuestionReleaseStore.unreleased(in: db),
            today: ROCDate.day(of: acting.now),
            revisions: Dictionary(lines.map { ($0.code, $0.revision) }) { first, _ in first },
            mayChangeTopics: Policy.permitsEverywhere(.editQuestions, for: acting.actor),
            units: QuestionImportUnits(units) { Policy.permits(.editQuestions, for: acting.actor, at: $0.position) },
            unit: units.first { $0.id == chosen }?.bankName ?? "")
    }

    /// Which of these questions the actor may not change now, by code, and why.
    static func closed(
        _ lines: [QuestionImportBasisStore.Line], seal: QuestionSealActions, for actor: Actor, in db: Database
    ) throws -> [String: FormatProblem.Kind] {
        guard case .visitor(let visitor) = actor else { return [:] }
        let sealed = try seal.questions(for: visitor.employee, in: db)
        let blind = try QuestionReviewStore.blind(to: visitor, in: db)
        let scope = Policy.scope(of: .editQuestions, for: actor)
        var closed: [String: FormatProblem.Kind] = [:]
        for line in lines {
            if !QuestionAccess.shows(bankOf: line.unit, to: actor) {
                closed[line.code] = .codeTaken(line.code)
            } else if !(line.unit.map(scope.includes) ?? scope.isEverywhere) {
                closed[line.code] = .othersBank(line.code)
            } else if sealed.contains(line.id) {
                closed[line.code] = .sealed(line.code)
            } else if blind.contains(line.id) {
                closed[line.code] = .inReview(line.code)
            }
        }
        return closed
    }

    /// Records that the keys of these questions were compared with a file: who sees what would change has seen them.
    static func recordComparison(_ codes: [String], by acting: ActionContext, in db: Database) throws {
        guard case .visitor = acting.actor, !codes.isEmpty else { return }
        try QuestionActions.recordKeys(of: codes, by: acting, in: db)
    }

    /// The ids of the units that these questions name; none for the shared bank.
    /// - Throws: `StaffRefusal.noSuchUnit`.
    static func units(of topics: [QuestionTopic], in db: Database) throws -> [String: ID<Unit>] {
        let names = Set(topics.flatMap { $0.questions.map(\.unit) })
        return try Dictionary(uniqueKeysWithValues: names.map { ($0, try QuestionUnitStore.choice(named: $0, in: db)) })
            .compactMapValues { ID<Unit>($0) }
    }

    /// Asks the rules again where the import is written.
    ///
    /// `revisions`: on which the import was planned, by code; nil where nobody was shown a plan.
    /// - Throws: `QuestionImportRefusal.previewOutdated` when somebody saved one of the questions since.
    static func check(
        _ importID: ID<QuestionImport>, on revisions: [String: ID<QuestionRevision>]?, seal: QuestionSealActions,
        by acting: ActionContext, in db: Database
    ) throws {
        try Policy.requireSomewhere(.editQuestions, for: acting.actor)
        let lines = try QuestionImportBasisStore.staged(importID, in: db)
        guard revisions.map({ planned in lines.allSatisfy { planned[$0.code] == $0.revision } }) ?? true else {
            throw QuestionImportRefusal.previewOutdated
        }
        let closed = try closed(lines, seal: seal, for: acting.actor, in: db)
        if let line = lines.first(where: { closed[$0.code] != nil }) {
            switch closed[line.code] {
            case .codeTaken: throw QuestionRefusal.codeTaken(line.code)
            case .othersBank: throw QuestionRefusal.othersBank(line.code)
            case .sealed: throw QuestionEditRefusal.sealed
            default: throw QuestionEditRefusal.inReview
            }
        }
        if !Policy.permitsEverywhere(.editQuestions, for: acting.actor),
            let topic = try QuestionImportBasisStore.newTopic(importID, in: db)
        {
            throw QuestionEditRefusal.noTopic(topic)
        }
        for unit in try QuestionImportBasisStore.filled(importID, in: db) {
            _ = try QuestionEditActions.bank(unit?.description ?? "", for: acting.actor, in: db)
        }
    }
}
