import Foundation

/// Decides what a staff file changes.
///
/// People missing from the file stay as they are.
struct StaffImportRules {
    /// The whole staff, whether in service or not.
    private let byStaffNumber: [String: StaffMember]
    private let byLogin: [String: StaffMember]
    private let subject: StaffSubject
    private var places: StaffUnitPlaces
    private let root: Unit
    private let actor: Actor
    private let today: Day
    /// Where each person has been granted a role.
    private let grants: [ID<Employee>: [UnitPath]]
    private var plan = StaffImportPlan()

    /// A row and the person whom it concerns; that is nil for somebody new.
    private struct Match {
        let row: StaffRow
        let member: StaffMember?
    }

    /// `administrators`: everybody who holds a grant to administer the whole office, whether in service or not.
    static func plan(
        _ file: StaffFile, of subject: StaffSubject = .anybody, members: [StaffMember],
        administrators: Set<ID<Employee>>,
        grants: [ID<Employee>: [UnitPath]], units: [Unit], root: Unit, actor: Actor, today: Day
    ) -> StaffImportPlan {
        var rules = StaffImportRules(
            subject, members: members, grants: grants, units: units, root: root, actor: actor, today: today)
        rules.plan.subject = subject
        rules.plan.officeName = root.name
        rules.plan.ignoredColumns = file.ignoredColumns
        rules.plan.separator = file.separator
        rules.plan.problems = file.problems
        rules.plan.warnings = file.warnings
        let rows = rules.withinScope(rules.matched(rules.withoutDoubles(file.rows)))
        let lasting = rules.keeping(members.filter { administrators.contains($0.employee.id) }, rows)
        for match in rules.withFreeLogins(lasting) { rules.decide(rules.doubted(match)) }
        for (row, doubt) in StaffDoubt.onNumbers(in: rules.plan, beside: members.filter(rules.mayChange)) {
            rules.warn(row, doubt)
        }
        rules.plan.problems.sort { $0.line < $1.line }
        rules.plan.warnings.sort { $0.line < $1.line }
        return rules.plan
    }

    private init(
        _ subject: StaffSubject, members: [StaffMember], grants: [ID<Employee>: [UnitPath]], units: [Unit], root: Unit,
        actor: Actor, today: Day
    ) {
        self.subject = subject
        self.grants = grants
        byStaffNumber = Dictionary(
            members.map { ($0.employee.staffNumber, $0) }, uniquingKeysWith: { first, _ in first })
        byLogin = Dictionary(
            members.compactMap { member in member.login.map { ($0, member) } }, uniquingKeysWith: { first, _ in first })
        self.root = root
        self.actor = actor
        self.today = today
        places = StaffUnitPlaces(units)
    }

    /// The rows whose staff number and login occur only once in the file; all others become problems.
    private mutating func withoutDoubles(_ rows: [StaffRow]) -> [StaffRow] {
        var numbers: [String: Int] = [:]
        var logins: [String: Int] = [:]
        return rows.filter { row in
            let sameNumber = numbers[row.staffNumber]
            let sameLogin = logins[row.login]
            numbers[row.staffNumber] = sameNumber ?? row.line
            logins[row.login] = sameLogin ?? row.line
            if let sameNumber { refuse(row, "員工編號 \(row.staffNumber) 與第 \(sameNumber) 列重複") }
            if let sameLogin { refuse(row, "帳號 \(row.login) 與第 \(sameLogin) 列重複") }
            return sameNumber == nil && sameLogin == nil
        }
    }

    /// Finds the person whom each row concerns; a second row about the same person becomes a problem.
    private mutating func matched(_ rows: [StaffRow]) -> [Match] {
        var lines: [ID<Employee>: Int] = [:]
        return rows.compactMap { row in
            guard let match = personMatch(of: row) else { return nil }
            guard let id = match.member?.employee.id else { return match }
            if let line = lines[id] {
                refuse(row, "與第 \(line) 列是同一位同仁")
                return nil
            }
            lines[id] = row.line
            return match
        }
    }

    /// Nil when the row's staff number is another person's, which becomes a problem.
    private mutating func personMatch(of row: StaffRow) -> Match? {
        let known = byStaffNumber[row.staffNumber]
        let member: StaffMember?
        switch subject {
        case .anybody: return Match(row: row, member: known ?? founder(of: row))
        case .newcomer: member = nil
        case .member(let id): member = byStaffNumber.values.first { $0.employee.id == id }
        }
        if let known, known.employee.id != member?.employee.id {
            refuse(row, "員工編號 \(row.staffNumber) 已由\(named(known))使用")
            return nil
        }
        return Match(row: row, member: member)
    }

    /// The person as a sentence names them to the actor, after a word.
    private func named(_ member: StaffMember) -> String {
        mayChange(member) ? " \(member.employee.name)（\(member.employee.staffNumber)）" : "其他人"
    }

    private mutating func withinScope(_ matches: [Match]) -> [Match] {
        matches.filter { match in
            let isPermitted =
                Policy.permits(.manageStaff, for: actor, at: nearestUnit(of: placedNames(match.row.unit)))
                && match.member.map(mayChange) ?? true
            if !isPermitted { refuse(match.row, "單位「\(match.row.unit.joined(separator: "/"))」或這位同仁不在您管理的範圍內") }
            return isPermitted
        }
    }

    /// Whether the actor manages the staff at the person's unit and at all units where the person holds a grant.
    private func mayChange(_ member: StaffMember) -> Bool {
        ([member.unit] + (grants[member.employee.id] ?? [])).allSatisfy {
            Policy.permits(.manageStaff, for: actor, at: $0)
        }
    }

    /// Refuses the rows that would leave the office without an administrator.
    private mutating func keeping(_ administrators: [StaffMember], _ matches: [Match]) -> [Match] {
        var rows: [ID<Employee>: StaffRow] = [:]
        for match in matches { if let id = match.member?.employee.id { rows[id] = match.row } }
        let last = GrantRules.lastAdministrators(
            administrators.map { administrator in
                let (old, row) = (administrator.employee, rows[administrator.employee.id])
                return GrantRules.Service(
                    employee: old.id, before: (old.startsOn, old.endsOn),
                    after: row.map { ($0.startsOn, $0.endsOn) } ?? (old.startsOn, old.endsOn))
            }, today: today)
        return matches.filter { match in
            guard let id = match.member?.employee.id, last.contains(id) else { return true }
            refuse(match.row, "\(match.row.name) 的到職日、離職日這樣改，就沒有全機關的系統管理者了；請先授予另一位同仁「系統管理者」")
            return false
        }
    }

    /// The rows whose login belongs to nobody else once the file is imported; the others become problems.
    ///
    /// A person whose row is refused keeps their old login. A row that wants this login is then refused too, and so on.
    private mutating func withFreeLogins(_ matches: [Match]) -> [Match] {
        var holders = Set(byLogin.values.map(\.employee.id))
        // The match that takes over a login, by the login's present owner; each login occurs once in the file.
        var takers: [ID<Employee>: Match] = [:]
        for match in matches {
            if let member = match.member, member.login != match.row.login { holders.remove(member.employee.id) }
            if let owner = byLogin[match.row.login], owner.employee.id != match.member?.employee.id {
                takers[owner.employee.id] = match
            }
        }
        var keeping = takers.keys.filter(holders.contains)
        var refused: Set<Int> = []
        while let holder = keeping.popLast() {
            guard let taker = takers.removeValue(forKey: holder), let owner = byLogin[taker.row.login] else { continue }
            refuse(taker.row, "帳號 \(taker.row.login) 已由\(named(owner))使用" + renumbering(taker, owner))
            refused.insert(taker.row.line)
            if let id = taker.member?.employee.id { keeping.append(id) }
        }
        return matches.filter { !refused.contains($0.row.line) }
    }

    /// The match as it will be carried out, see `StaffDoubt.looked`.
    private mutating func doubted(_ match: Match) -> Match {
        let (row, doubts) = StaffDoubt.looked(
            at: match.row, known: match.member?.employee.name, isTyped: subject != .anybody, today: today)
        for doubt in doubts { warn(row, doubt) }
        return Match(row: row, member: match.member)
    }

    private mutating func warn(_ row: StaffRow, _ doubt: StaffDoubt) {
        plan.warnings.append(StaffRowProblem(line: row.line, sentence: doubt.sentence))
    }

    /// What to do if the row is its login's owner under another staff number; empty when it cannot be.
    private func renumbering(_ taker: Match, _ owner: StaffMember) -> String {
        guard subject == .anybody, taker.member == nil, mayChange(owner) else { return "" }
        let new = taker.row.staffNumber
        return "；如果是同一位同仁改了員工編號，請先在「人員」開啟 \(owner.employee.name) 的頁面，按「變更資料」改成 \(new)，再匯入"
    }

    private mutating func decide(_ match: Match) {
        let row = match.row
        let unitName = placeUnit(placedNames(row.unit), isRooted: isRooted(row.unit))
        guard let known = match.member else {
            plan.creations.append(.init(row: row, unitName: unitName))
            return
        }
        let differences = StaffImportPlan.Difference.all(of: row, unitName: unitName, from: known)
        if differences.isEmpty {
            plan.unchangedCount += 1
        } else {
            plan.changes.append(.init(row: row, unitName: unitName, member: known, differences: differences))
        }
    }

    /// The administrator created by `huxue init`, whose login serves as staff number until a file gives the real one.
    private func founder(of row: StaffRow) -> StaffMember? {
        byLogin[row.login].flatMap { $0.employee.staffNumber == row.login ? $0 : nil }
    }

    /// The path below the root unit; drops the root's own name if the file's path begins with it.
    private func placedNames(_ names: [String]) -> [String] {
        isRooted(names) ? Array(names.dropFirst()) : names
    }

    private func isRooted(_ names: [String]) -> Bool {
        names.first.map(UnitRules.folded) == UnitRules.folded(root.name)
    }

    private func nearestUnit(of names: [String]) -> UnitPath {
        var nearest = StaffUnitPlaces.Place.existing(root)
        for name in names {
            guard let place = places.place(named: name, below: nearest) else { break }
            nearest = place
        }
        return nearest.position
    }

    /// Plans the missing units of the path and returns the full name of the last one.
    ///
    /// `isRooted`: whether the path in the file begins with the office's own name.
    private mutating func placeUnit(_ names: [String], isRooted: Bool) -> String {
        var parent = StaffUnitPlaces.Place.existing(root)
        for name in names {
            if let known = places.place(named: name, below: parent) {
                parent = known
                continue
            }
            let fullName = parent.fullName + "/" + name
            plan.newUnits.append(.init(name: name, fullName: fullName, parentName: parent.fullName))
            if !isRooted, parent.fullName == root.fullName { plan.placedBelow.append(name) }
            let place = StaffUnitPlaces.Place.planned(fullName: fullName, above: parent.position)
            places.add(place, named: name, below: parent.fullName)
            parent = place
        }
        return parent.fullName
    }

    private mutating func refuse(_ row: StaffRow, _ sentence: String) {
        plan.problems.append(StaffRowProblem(line: row.line, sentence: sentence))
    }
}
