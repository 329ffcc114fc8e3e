import GRDB

/// Finds the people who are named as authors of case studies.
enum CasePeopleActions {
    private static let limit = 12

    /// Those whom `text` may begin; nobody for a text without a letter or digit.
    static func suggestions(
        _ text: String, for visitor: Visitor, now: Moment, in db: Database
    ) throws -> [PersonChoice] {
        try Policy.requireSomewhere(.writeCases, for: visitor.actor)
        guard text.contains(where: { $0.isLetter || $0.isNumber }), text.utf8.count <= 200 else { return [] }
        return try PersonChoiceStore.suggestions(
            text, scope: .everywhere, today: ROCDate.day(of: now), limit: limit, in: db)
    }

    /// The authors as they are stored, in the order of the form.
    /// - Throws: `CaseRefusal.invalid` with everything that is wrong with them.
    static func authors(
        _ lines: [ProposalAuthorFile.Line], creator: ID<Employee>, in db: Database
    ) throws -> [(employee: ID<Employee>, share: Int)] {
        let people = try PersonChoiceStore.people(mentioned: lines.map(\.person), scope: .everywhere, in: db)
        var problems: [CaseFormProblem] = []
        func note(_ kind: CaseFormProblem.Kind) { problems.append(CaseFormProblem(.authors, kind)) }
        var found: [(choice: PersonChoice, share: Int)] = []
        for line in lines {
            let candidates = PersonChoiceRules.candidates(for: line.person, among: people)
            if let (person, name) = PersonChoiceRules.misnamed(in: line.person, among: people) {
                note(.misnamed(person, name: name))
            } else if candidates.count > 1 {
                note(.severalOfName(line.person, candidates))
            } else if let person = candidates.first {
                if found.contains(where: { $0.choice.staffNumber == person.staffNumber }) { note(.twice(person.name)) }
                found.append((person, line.share ?? 0))
            } else {
                note(.personNotHere(line.person))
            }
        }
        let members = try EmployeeStore.members(staffNumbers: Set(found.map(\.choice.staffNumber)), in: db)
        let ids = Dictionary(uniqueKeysWithValues: members.map { ($0.employee.staffNumber, $0.employee.id) })
        let authors = found.compactMap { one in ids[one.choice.staffNumber].map { (employee: $0, share: one.share) } }
        if problems.isEmpty, !authors.contains(where: { $0.employee == creator }) { note(.creatorMissing) }
        guard problems.isEmpty else { throw CaseRefusal.invalid(problems) }
        return authors
    }
}
