import GRDB

/// One newcomer, and the changes of one person, by form; the rules are those of the staff file.
enum StaffFormActions {
    /// A form that was read.
    struct Reading: Sendable {
        /// The person as known when the form was read; nil for a newcomer.
        let member: StaffMember?
        /// As it was typed, on top of what others have changed meanwhile.
        let form: StaffForm
        /// What others have changed meanwhile; see `StaffForm.merged`.
        let conflicts: [StaffFormConflict]
        /// The form as a staff file of one row.
        let file: StaffFile
        /// Empty when it can be imported.
        let problems: [StaffFormProblem]
        /// What a person should look at before it is.
        let doubts: [String]
        /// The digest of what would be done, which somebody confirms who has seen the doubts.
        let digest: String
    }

    /// What the form shows.
    ///
    /// `id`: nil for a newcomer. `reading`: what was sent and found in it; nil for a fresh form.
    ///
    /// - Throws: `CommonRefusal.missing` for a person outside the actor's units.
    static func sheet(
        of id: ID<Employee>?, reading: Reading?, by acting: ActionContext, in db: Database
    ) throws -> StaffFormViews.Sheet {
        let member = try reading.map(\.member) ?? id.map { try Self.member($0, for: acting.actor, in: db) }
        try Policy.requireSomewhere(.manageStaff, for: acting.actor)
        let fresh = member.map { StaffForm($0) } ?? StaffForm(startingOn: ROCDate.day(of: acting.now))
        let form = reading?.form ?? fresh
        return StaffFormViews.Sheet(
            member: member, form: form,
            units: try UnitChoiceActions.choice(.manageStaff, typed: form.unit, for: acting.actor, in: db),
            conflicts: reading?.conflicts ?? [], problems: reading?.problems ?? [], doubts: reading?.doubts ?? [],
            digest: reading?.digest ?? "")
    }

    /// The person, if the actor manages the staff of their unit.
    ///
    /// - Throws: `CommonRefusal.missing`.
    static func member(_ id: ID<Employee>, for actor: Actor, in db: Database) throws -> StaffMember {
        try Policy.requireSomewhere(.manageStaff, for: actor)
        let scope = Policy.scope(of: .manageStaff, for: actor)
        guard let member = try EmployeeStore.member(id, scope: scope, in: db) else { throw CommonRefusal.missing }
        return member
    }

    /// Reads the form and plans what it asks for.
    ///
    /// `id`: nil for a newcomer.
    static func read(
        _ form: StaffForm, of id: ID<Employee>?, by acting: ActionContext, in db: Database
    ) throws -> Reading {
        let member = try id.map { try Self.member($0, for: acting.actor, in: db) }
        var form = form
        // The unit may be written by name, and is compared by id; what is wrong with it is found below.
        if let unit = try? unit(form.unit, for: acting.actor, in: db) { form.unit = unit.id.description }
        var conflicts: [StaffFormConflict] = []
        if let member { (form, conflicts) = form.merged(with: member) }
        var problems: [StaffFormProblem] = []
        var unitName = ""
        do {
            unitName = try unit(form.unit, for: acting.actor, in: db)?.fullName ?? ""
        } catch let refusal as UnitRefusal {
            problems.append(StaffFormProblem(refusal))
        }
        let file = try form.file(unitName: unitName)
        let plan = try StaffImportActions.plan(file, of: subject(id), by: acting, in: db)
        let hasUnitProblem = !problems.isEmpty
        problems += plan.problems.map { StaffFormProblem($0) }.filter { !hasUnitProblem || $0.column != .unit }
        return Reading(
            member: member, form: form, conflicts: conflicts, file: file, problems: problems,
            doubts: try doubts(plan, of: member, by: acting, in: db), digest: plan.digest)
    }

    /// Nil when nothing was typed.
    ///
    /// - Throws: `UnitRefusal`, or `CommonRefusal.missing` for a unit outside those of the actor.
    private static func unit(_ typed: String, for actor: Actor, in db: Database) throws -> Unit? {
        guard !typed.isEmpty else { return nil }
        let unit = try UnitChoiceActions.unit(typed, .manageStaff, for: actor, in: db)
        guard Policy.permits(.manageStaff, for: actor, at: unit.position) else { throw CommonRefusal.missing }
        return unit
    }

    /// What is doubtful in the plan of one person, without what is so already.
    ///
    /// `member`: nil for a newcomer.
    static func doubts(
        _ plan: StaffImportPlan, of member: StaffMember?, by acting: ActionContext, in db: Database
    ) throws -> [String] {
        let all = plan.warnings.map(\.sentence)
        guard let member, !all.isEmpty else { return all }
        let before = try StaffImportActions.plan(
            StaffForm(member).file(unitName: member.unitName), of: .member(member.employee.id), by: acting, in: db)
        let known = Set(before.warnings.map(\.sentence))
        return all.filter { !known.contains($0) }
    }

    static func subject(_ id: ID<Employee>?) -> StaffSubject { id.map(StaffSubject.member) ?? .newcomer }

    /// The id of the person with this staff number.
    ///
    /// - Throws: `CommonRefusal.missing`.
    static func id(staffNumber: String, for actor: Actor, in db: Database) throws -> ID<Employee> {
        try Policy.requireSomewhere(.manageStaff, for: actor)
        guard let member = try EmployeeStore.member(staffNumber: staffNumber, in: db) else {
            throw CommonRefusal.missing
        }
        return member.employee.id
    }

    /// The person with the staff number `old` as a staff file of one row with the number `new`; for the command.
    ///
    /// - Throws: `StaffRefusal.noSuchNumber`, or `.noAccount` for somebody without a login, which a file must name.
    static func renumbered(
        _ old: String, to new: String, by actor: Actor, in db: Database
    ) throws -> (member: StaffMember, file: StaffFile) {
        try Policy.requireSomewhere(.manageStaff, for: actor)
        guard let member = try EmployeeStore.member(staffNumber: old, in: db) else {
            throw StaffRefusal.noSuchNumber(old)
        }
        guard member.login != nil else { throw StaffRefusal.noAccount(member.employee.name) }
        var form = StaffForm(member)
        form.staffNumber = FormulaGuard.removed(from: new)
        return (member, try form.file(unitName: member.unitName))
    }
}
