import GRDB
import Testing

@testable import Huxue

/// What SQL says of results, beside the same rules written out person by person.
@Suite struct ResultStoreTests {
    private static let today = ROCDate.day(of: SampleOffice.morning)

    /// A tree of units with people in them, an exam for some of them, and what they made of it.
    private struct Crowd {
        let office: SampleOffice
        var chance: SeededGenerator
        let units: [Unit]
        let exam: ID<Exam>
        var attempts: [ResultReference.Attempt] = []
        var excused: Set<ID<Employee>> = []

        init(_ seed: Int) throws {
            office = try SampleOffice()
            let made = try office.database.writeAndWait { db in
                var chance = SeededGenerator("crowd", "\(seed)")
                var units = try UnitStore.all(in: db)
                for place in 0..<6 {
                    units.append(
                        try UnitStore.insert(name: "單位\(place)", parent: units[chance.below(units.count)], in: db))
                }
                for place in 0..<30 {
                    _ = try EmployeeStore.insert(
                        staffNumber: "R\(100 + chance.below(900))\(place)",
                        name: ["林雅筑", "詹𠮷安", "王"][chance.below(3)] + "\(chance.below(9))",
                        unit: units[chance.below(units.count)].id, position: ["課員", "戶籍員", ""][chance.below(3)],
                        servesCounter: chance.below(2) == 0, startsOn: nil,
                        endsOn: chance.below(6) == 0 ? ResultStoreTests.today.adding(days: -1) : nil, in: db)
                }
                let staff = try EmployeeStore.members(
                    StaffFilter(presence: .all), scope: .everywhere, today: ResultStoreTests.today, in: db)
                let numbers = staff.map(\.employee.staffNumber)
                var plan = SampleExams.plan()
                plan.passMark = 60
                plan.results = ResultsRelease.allCases[chance.below(3)]
                plan.attempts = 9
                plan.examinees = Audience(
                    units: chance.below(3) == 0
                        ? [Audience.wholeOffice] : units.filter { _ in chance.below(4) == 0 }.map(\.fullName),
                    positions: chance.below(3) == 0 ? ["課員"] : [],
                    employees: numbers.filter { _ in chance.below(20) == 0 },
                    except: numbers.filter { _ in chance.below(20) == 0 },
                    counterOnly: chance.below(3) == 0)
                let own = chance.below(3) == 0 ? units[chance.below(units.count)] : units[0]
                let exam = try ExamStore.insert(
                    plan, unit: own.id, seed: ExamStoreTests.seed, now: SampleOffice.morning, in: db)
                try ExamStore.setPublished(exam, now: SampleOffice.morning, in: db)
                return (units, exam, chance)
            }
            (units, exam, chance) = made
        }

        func found() throws -> Exam { try office.database.readAndWait { try ExamStore.require(exam, in: $0) } }

        /// Those whom the running exam concerns, by unit and staff number.
        func roster() throws -> [RosterEntry] {
            let exam = try found()
            return try office.database.readAndWait { db in
                let unit = try #require(try UnitStore.unit(exam.unitID, in: db))
                return try EmployeeStore.members(
                    StaffFilter(presence: .all), scope: .everywhere, today: ResultStoreTests.today, in: db
                ).filter { member in
                    ResultReference.includes(
                        member, audience: exam.plan.examinees, unit: unit, today: ResultStoreTests.today)
                        || attempts.contains { $0.employee == member.employee.id }
                }.map { member in
                    RosterEntry(
                        employee: member.employee.id, staffNumber: member.employee.staffNumber,
                        name: member.employee.name, unitID: member.employee.unitID, unitName: member.unitName,
                        unit: member.unit, position: member.employee.position,
                        servesCounter: member.employee.servesCounter)
                }.sorted { ($0.unit.rawValue, $0.staffNumber) < ($1.unit.rawValue, $1.staffNumber) }
            }
        }

        /// Lets some of the people take it, some twice; some are excused.
        mutating func sit(leavingOpen: Bool) throws {
            for entry in try roster() {
                if chance.below(5) == 0 { excused.insert(entry.employee) }
                for ordinal in 0..<[0, 1, 1, 2, 3][chance.below(5)] {
                    let began = SampleOffice.morning.adding(minutes: 10 * ordinal + chance.below(5))
                    let isOpen = leavingOpen && chance.below(5) == 0
                    attempts.append(
                        ResultReference.Attempt(
                            employee: entry.employee, startedAt: began,
                            submittedAt: isOpen ? nil : began.adding(minutes: 5),
                            score: isOpen ? nil : Points(hundredths: 500 * chance.below(21))))
                    if isOpen { break }
                }
            }
            let (attempts, excused, exam) = (attempts, excused, exam)
            try office.database.writeAndWait { db in
                for employee in excused {
                    try AccommodationStore.insert(
                        Accommodation(examID: exam, employeeID: employee, isExcused: true), in: db)
                }
                for (place, attempt) in attempts.enumerated() {
                    let earlier = attempts[..<place].count { $0.employee == attempt.employee }
                    let id = try AttemptStore.insert(
                        exam: exam, employee: attempt.employee, ordinal: earlier + 1,
                        address: padded(place, to: 22), startedAt: attempt.startedAt,
                        deadline: attempt.startedAt.adding(minutes: 60), lines: [], in: db)
                    guard let score = attempt.score, let submitted = attempt.submittedAt else { continue }
                    try SubmissionStore.submit(
                        id, at: submitted, cause: .examinee, score: score, passed: score >= Points(whole: 60), in: db)
                }
            }
        }

        /// Everything that the store says, beside what the rules say of `roster`.
        mutating func compare(_ roster: [RosterEntry]) throws {
            let exam = try found()
            let all = ResultReference.results(roster, attempts: attempts, excused: excused, exam: exam)
            let branches = units.map(\.position)
            let scopes: [UnitScope] = [
                .everywhere, .units([branches[chance.below(branches.count)]]),
                .units([branches[chance.below(branches.count)], branches[chance.below(branches.count)]]), .units([]),
            ]
            for scope in scopes {
                try compare(exam, all.filter { scope.includes($0.entry.unit) }, scope: scope)
            }
            let unit = try office.database.readAndWait { try UnitStore.unit(exam.unitID, in: $0) }
            try compareTree(exam, all, below: try #require(unit))
        }

        private mutating func compare(_ exam: Exam, _ results: [ExamResult], scope: UnitScope) throws {
            let branch = units[chance.below(units.count)].position
            var queries = ResultFilter.allCases.flatMap { filter in
                ResultQuery.Order.allCases.flatMap { order in
                    [false, true].map { ResultQuery(filter: filter, order: order, isDescending: $0) }
                }
            }
            queries += [
                ResultQuery(search: "𠮷"), ResultQuery(search: "R1", filter: .waiting, order: .staff),
                ResultQuery(unit: branch), ResultQuery(filter: .notStarted, unit: branch, isUnitAlone: true),
            ]
            let passMark = exam.plan.passMark
            try office.database.readAndWait { db in
                let today = ResultStoreTests.today
                let standing = try StandingStore.standing(of: exam, scope: scope, today: today, in: db)
                #expect(standing == ResultReference.standing(results))
                let scores = try ResultStore.scores(of: exam, scope: scope, today: today, in: db)
                let wanted = Dictionary(grouping: results.compactMap(\.score)) { $0 }
                #expect(
                    scores
                        == wanted.map { ScoreCount(score: $0.key, count: $0.value.count) }
                        .sorted { $0.score < $1.score })
                for query in queries {
                    let wanted = ResultReference.applied(query, to: results)
                    #expect(
                        try ResultStore.results(of: exam, query, scope: scope, today: today, in: db) == wanted,
                        "\(query)")
                    let page = try ResultStore.results(
                        of: exam, query, scope: scope, today: today, limit: 7, offset: 5, in: db)
                    #expect(page == Array(wanted.dropFirst(5).prefix(7)), "\(query)")
                    #expect(try ResultStore.count(of: exam, query, scope: scope, today: today, in: db) == wanted.count)
                    if query.search.isEmpty, query.unit == nil {
                        let count = ResultRules.count(
                            query.filter, standing: standing, scores: scores, passMark: passMark)
                        #expect(count == wanted.count, "\(query)")
                    }
                }
                for entry in results {
                    #expect(
                        try ResultStore.result(
                            of: entry.entry.employee, in: exam, scope: scope, today: today, in: db) == entry)
                }
            }
        }

        /// From the top down to the last unit, every level adds up.
        private func compareTree(_ exam: Exam, _ results: [ExamResult], below top: Unit) throws {
            try office.database.readAndWait { db in
                for unit in units where top.position.covers(unit.position) {
                    let level = try StandingActions.level(
                        of: exam, below: unit.id, scope: .everywhere, today: ResultStoreTests.today, in: db)
                    #expect(level.unit == unit)
                    let isTop = unit.id == top.id
                    let here = results.filter { isTop || unit.position.covers($0.entry.unit) }
                    #expect(ExamStanding.sum(level.lines.map(\.standing)) == ResultReference.standing(here))
                    for line in level.lines {
                        let wanted = results.filter { result in
                            let path = result.entry.unit
                            return line.isOwn || !unit.position.covers(line.unit.position)
                                ? line.unit.position == path : line.unit.position.covers(path)
                        }
                        #expect(line.standing == ResultReference.standing(wanted), "\(line.unit.fullName)")
                        #expect(line.standing.roster > 0)
                    }
                }
            }
        }
    }

    @Test(arguments: 0..<12) func `what SQL says of a running exam is what the rules say`(seed: Int) throws {
        var crowd = try Crowd(seed)
        try crowd.sit(leavingOpen: true)
        try crowd.compare(try crowd.roster())
    }

    @Test(arguments: 100..<112) func `so it is of a closed exam, and of one that a make-up opened again`(
        seed: Int
    ) throws {
        var crowd = try Crowd(seed)
        try crowd.sit(leavingOpen: false)
        let (office, exam, roster) = (crowd.office, crowd.exam, try crowd.roster())
        let now = SampleOffice.morning.adding(minutes: 90)
        try office.database.writeAndWait { db in
            try ExamStateActions.close(exam, now: now, in: db)
            // Who leaves later stays on the roster.
            try db.execute(sql: "UPDATE employee SET endsOn = '2026-01-01' WHERE startsOn IS NULL AND id % 3 = 0")
        }
        try crowd.compare(roster)
        try office.database.writeAndWait { try ExamStore.setReopened(exam, in: $0) }
        try crowd.compare(roster)
    }
}
