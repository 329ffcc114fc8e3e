import GRDB

/// People by their names, staff numbers and logins, for those who may see the staff list.
struct StaffSearchSource: SearchSource {
    let kind = SearchTerms.staff
    let clock: OfficeClock

    func isOpen(to visitor: Visitor?) -> Bool { visitor.map { $0.may(.readStaff) } ?? false }

    /// Of the units that the visitor may see; every word has to fit, however its characters are written.
    func matches(_ request: SearchRequest, for visitor: Visitor?, in db: Database) throws -> SearchMatches {
        let words = request.exact.phrases
        guard let visitor, isOpen(to: visitor), !words.isEmpty, request.breadth != .partial else {
            return SearchMatches()
        }
        let found = try EmployeeStore.found(
            words.map(Self.pattern), scope: Policy.scope(of: .readStaff, for: visitor.actor),
            today: ROCDate.day(of: clock.now()), limit: SearchRequest.countLimit, in: db)
        return SearchMatches(
            ids: found.dropFirst(request.offset).prefix(request.limit).map(\.rawValue), count: found.count)
    }

    func hit(_ id: Int64, of request: SearchRequest, for visitor: Visitor?, in db: Database) throws -> SearchHit? {
        guard let visitor, let member = try member(id, for: visitor, in: db) else { return nil }
        let employee = member.employee
        return SearchHit(
            title: .whole(employee.name, phrases: request.phrases), address: Self.address(of: employee),
            kindWord: SearchTerms.staff.name, facts: SearchTerms.facts(member),
            isOutOfForce: !employee.isInService(on: ROCDate.day(of: clock.now())))
    }

    func suggestions(
        _ request: SearchRequest, for visitor: Visitor?, in db: Database
    ) throws -> [SearchSuggestion] {
        guard let visitor else { return [] }
        return try matches(request, for: visitor, in: db).ids.compactMap { id in
            try member(id, for: visitor, in: db).map {
                SearchSuggestion(
                    title: $0.employee.name, kindWord: SearchTerms.suggestion($0),
                    address: Self.address(of: $0.employee))
            }
        }
    }

    private func member(_ id: Int64, for visitor: Visitor, in db: Database) throws -> StaffMember? {
        try EmployeeStore.member(ID(rawValue: id), scope: Policy.scope(of: .readStaff, for: visitor.actor), in: db)
    }

    private static func address(of employee: Employee) -> Address { "/staff/\(employee.id)" }

    /// For GLOB: a word anywhere, each of its characters in any of its forms; tokens are letters and digits alone.
    private static func pattern(_ word: [String]) -> String {
        let classes = word.map { token in
            guard let scalar = token.unicodeScalars.first, !scalar.isASCII, token.unicodeScalars.count == 1 else {
                return token
            }
            return "[\(String(String.UnicodeScalarView(SearchVariants.written(scalar))))]"
        }
        return "*\(classes.joined())*"
    }
}
