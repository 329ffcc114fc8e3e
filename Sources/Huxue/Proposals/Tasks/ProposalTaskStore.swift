import GRDB

/// Tasks of adopted proposals, their progress, and what came of it.
enum ProposalTaskStore {
    // MARK: Reading

    /// By the day on which they are due.
    static func tasks(of proposal: ID<Proposal>, in db: Database) throws -> [ProposalTask] {
        try tasks("task.proposalID = \(proposal)", in: db)
    }

    static func task(_ id: ID<ProposalTask>, in db: Database) throws -> ProposalTask? {
        try tasks("task.id = \(id)", in: db).first
    }

    /// Those of a call, by proposal.
    static func tasks(in call: ID<ProposalCall>, _ db: Database) throws -> [ID<Proposal>: [ProposalTask]] {
        let all = try tasks("task.proposalID IN (SELECT id FROM proposal WHERE callID = \(call))", in: db)
        return Dictionary(grouping: all, by: \.proposal)
    }

    /// Those that are not done and on which somebody is to report.
    static func open(of employee: ID<Employee>, in db: Database) throws -> [ProposalTask] {
        try tasks("task.employeeID = \(employee)", in: db).filter { !$0.isDone }
    }

    private static func tasks(_ condition: SQL, in db: Database) throws -> [ProposalTask] {
        let query: SQL = "SELECT task.* FROM proposalTask AS task WHERE \(condition) ORDER BY task.dueOn, task.id"
        return try SQLRequest<Row>(literal: query).fetchAll(db).compactMap { row in
            let (id, person): (ID<ProposalTask>, ID<Employee>?) = (row["id"], row["employeeID"])
            guard let unit = try UnitStore.unit(row["unitID"] as ID<Unit>, in: db) else { return nil }
            return ProposalTask(
                id: id, proposal: row["proposalID"], title: row["title"], unit: unit,
                person: try person.flatMap { try EmployeeStore.member($0, scope: .everywhere, in: db) },
                dueOn: row["dueOn"], edit: row["edit"], progress: try progress(of: id, in: db))
        }
    }

    private static func progress(of task: ID<ProposalTask>, in db: Database) throws -> [ProposalProgress] {
        let query: SQL = """
            SELECT progress.*, employee.name FROM proposalProgress AS progress
            \(PeopleStore.joined(on: "progress.savedBy")) WHERE progress.taskID = \(task) ORDER BY progress.month DESC
            """
        return try SQLRequest<Row>(literal: query).fetchAll(db).map { row in
            ProposalProgress(
                month: row["month"], percent: row["percent"], words: row["words"], savedBy: row["name"],
                savedAt: row["savedAt"])
        }
    }

    static func effect(of proposal: ID<Proposal>, in db: Database) throws -> ProposalEffect {
        guard
            let row = try Row.fetchOne(
                db, sql: "SELECT * FROM proposalEffect WHERE proposalID = ?", arguments: [proposal])
        else { return ProposalEffect() }
        var effect = ProposalEffect(page: row["page"])
        if let time: Moment = row["confirmedAt"], let person: ID<Employee> = row["confirmedBy"] {
            effect.confirmed = ProposalEffect.Confirmed(
                minutes: row["minutes"], cases: row["cases"], words: row["words"],
                confirmedBy: try EmployeeStore.member(person, scope: .everywhere, in: db)?.employee.name ?? "",
                confirmedAt: time)
        }
        return effect
    }

    // MARK: Writing

    static func insert(
        _ plan: ProposalTaskPlan, of proposal: ID<Proposal>, in db: Database
    ) throws -> ID<ProposalTask> {
        try db.execute(
            sql: "INSERT INTO proposalTask (proposalID, title, unitID, employeeID, dueOn) VALUES (?, ?, ?, ?, ?)",
            arguments: [proposal, plan.title, plan.unit, plan.person, plan.dueOn])
        return ID(rawValue: db.lastInsertedRowID)
    }

    static func update(_ id: ID<ProposalTask>, to plan: ProposalTaskPlan, in db: Database) throws {
        try db.execute(
            sql: """
                UPDATE proposalTask SET title = ?, unitID = ?, employeeID = ?, dueOn = ?, edit = edit + 1 WHERE id = ?
                """, arguments: [plan.title, plan.unit, plan.person, plan.dueOn, id])
    }

    static func remove(_ id: ID<ProposalTask>, in db: Database) throws {
        try db.execute(sql: "DELETE FROM proposalTask WHERE id = ?", arguments: [id])
    }

    /// Replaces an earlier report of the month.
    static func report(
        _ report: ProposalReport, on task: ID<ProposalTask>, by person: ID<Employee>, now: Moment, in db: Database
    ) throws {
        try db.execute(
            sql: """
                INSERT INTO proposalProgress (taskID, month, percent, words, savedBy, savedAt) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (taskID, month) DO UPDATE SET percent = excluded.percent, words = excluded.words,
                    savedBy = excluded.savedBy, savedAt = excluded.savedAt
                """, arguments: [task, report.month, report.percent, report.words, person, now])
    }

    static func setPage(_ code: String, of proposal: ID<Proposal>, in db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO proposalEffect (proposalID, page) VALUES (?, ?)
                ON CONFLICT (proposalID) DO UPDATE SET page = excluded.page
                """, arguments: [proposal, code])
    }

    static func confirm(
        _ claim: ProposalEffectClaim, of proposal: ID<Proposal>, by person: ID<Employee>, now: Moment, in db: Database
    ) throws {
        try db.execute(
            sql: """
                INSERT INTO proposalEffect (proposalID, minutes, cases, words, confirmedBy, confirmedAt)
                VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (proposalID) DO UPDATE SET minutes = excluded.minutes, cases = excluded.cases,
                    words = excluded.words, confirmedBy = excluded.confirmedBy, confirmedAt = excluded.confirmedAt
                """, arguments: [proposal, claim.minutes, claim.cases, claim.words, person, now])
    }

    /// How many tasks of a call are overdue: their last report says less than 100 per cent.
    static func late(in call: ID<ProposalCall>, on today: Day, _ db: Database) throws -> Int {
        let query: SQL = """
            SELECT count(*) FROM proposalTask AS task JOIN proposal ON proposal.id = task.proposalID
            WHERE proposal.callID = \(call) AND task.dueOn < \(today)
                AND coalesce((SELECT progress.percent FROM proposalProgress AS progress
                    WHERE progress.taskID = task.id ORDER BY progress.month DESC LIMIT 1), 0) < 100
            """
        return try SQLRequest<Int>(literal: query, cached: true).fetchOne(db) ?? 0
    }

    static func count(of unit: ID<Unit>, in db: Database) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT count(*) FROM proposalTask WHERE unitID = ?", arguments: [unit]) ?? 0
    }
}
