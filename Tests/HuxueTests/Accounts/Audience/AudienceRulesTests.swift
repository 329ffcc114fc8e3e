import GRDB
import Testing

@testable import Huxue

@Suite struct AudienceRulesTests {
    static let office = Unit(
        id: ID(rawValue: 2), parentID: ID(rawValue: 1), name: "東區所", fullName: "臺南市/東區所", path: "/1/2/")
    static let register = Unit(
        id: ID(rawValue: 3), parentID: ID(rawValue: 2), name: "登記課", fullName: "臺南市/東區所/登記課", path: "/1/2/3/")
    static let desk = Unit(
        id: ID(rawValue: 4), parentID: ID(rawValue: 3), name: "一股", fullName: "臺南市/東區所/登記課/一股", path: "/1/2/3/4/")
    static let office2 = Unit(
        id: ID(rawValue: 5), parentID: ID(rawValue: 2), name: "登記課二", fullName: "臺南市/東區所/登記課二", path: "/1/2/5/")
    static let units = [office, register, desk, office2]

    private static func person(
        _ number: String = "A1", unit: String = "臺南市/東區所/登記課/一股", position: String = "課員", counter: Bool = true
    ) -> Candidate {
        Candidate(staffNumber: number, unitName: unit, position: position, servesCounter: counter)
    }

    /// A person as an audience sees them.
    struct Candidate: Sendable {
        let staffNumber: String
        let unitName: String
        let position: String
        let servesCounter: Bool
    }

    static let cases: [(Audience, Candidate, Bool)] = [
        (Audience(units: ["全所"]), person(), true),
        (Audience(units: ["全所"]), person(unit: "臺南市/東區所"), true),
        (Audience(units: ["全所"]), person(unit: "臺南市"), false),
        (Audience(units: ["全所"]), person(unit: "臺南市/西區所/登記課"), false),
        (Audience(units: ["臺南市/東區所/登記課"]), person(), true),
        (Audience(units: ["臺南市/東區所/登記課"]), person(unit: "臺南市/東區所/登記課"), true),
        (Audience(units: ["臺南市/東區所/登記課"]), person(unit: "臺南市/東區所/登記課二"), false),
        (Audience(units: ["臺南市/東區所/登記課"]), person(unit: "臺南市/東區所"), false),
        (Audience(units: ["臺南市"]), person(), true),
        (Audience(units: ["臺南市"]), person(unit: "臺南市/西區所"), false),
        (Audience(positions: ["課員"]), person(), true),
        (Audience(positions: ["課員"]), person(position: "課長"), false),
        (Audience(positions: ["課員"]), person(unit: "臺南市/西區所"), false),
        (Audience(positions: [""]), person(position: ""), true),
        (Audience(employees: ["A1"]), person(unit: "臺南市/西區所"), true),
        (Audience(employees: ["A2"]), person(), false),
        (Audience(units: ["全所"], except: ["A1"]), person(), false),
        (Audience(employees: ["A1"], except: ["A1"]), person(), false),
        (Audience(units: ["全所"], counterOnly: true), person(counter: false), false),
        (Audience(units: ["全所"], counterOnly: true), person(), true),
        (Audience(positions: ["課員"], counterOnly: true), person(counter: false), false),
        (Audience(employees: ["A1"], counterOnly: true), person(counter: false), true),
        (Audience(), person(), false),
    ]

    @Test(arguments: cases) func `an audience includes whom it names`(
        audience: Audience, candidate: Candidate, isIncluded: Bool
    ) throws {
        let office = try SampleOffice()
        let today = ROCDate.day(of: office.clock.now())
        try office.database.writeAndWait { db in
            var units: [String: Unit] = [:]
            for name in [
                "臺南市", "臺南市/東區所", "臺南市/東區所/登記課", "臺南市/東區所/登記課/一股", "臺南市/東區所/登記課二", "臺南市/西區所",
                "臺南市/西區所/登記課",
            ] {
                let parts = name.split(separator: "/")
                units[name] = try UnitStore.insert(
                    name: String(parts.last ?? ""), parent: units[parts.dropLast().joined(separator: "/")], in: db)
            }
            let (unit, calling) = (try #require(units[candidate.unitName]), try #require(units["臺南市/東區所"]))
            let person = try EmployeeStore.insert(
                staffNumber: candidate.staffNumber, name: "林雅筑", unit: unit.id, position: candidate.position,
                servesCounter: candidate.servesCounter, startsOn: nil, endsOn: nil, in: db)
            let includes = try AudienceStore.includes(person, audience: audience, unit: calling, today: today, in: db)
            #expect(includes == isIncluded)
            let members = try AudienceStore.members(of: audience, unit: calling, today: today, in: db)
            #expect(members.contains { $0.employee.id == person } == isIncluded)
            #expect(try AudienceStore.count(of: audience, unit: calling, today: today, in: db) == members.count)
            // Nobody is called before their first day or after their last.
            for day in ["startsOn = '2027-01-01'", "startsOn = NULL, endsOn = '2026-01-01'"] {
                try db.execute(sql: "UPDATE employee SET \(day) WHERE id = ?", arguments: [person])
                let includes = try AudienceStore.includes(
                    person, audience: audience, unit: calling, today: today, in: db)
                #expect(!includes)
            }
        }
    }

    static let names: [(String, String)] = [
        ("全所", "全所"), ("臺南市/東區所/登記課", "臺南市/東區所/登記課"), ("登記課", "臺南市/東區所/登記課"),
        ("登記課/一股", "臺南市/東區所/登記課/一股"), ("一股", "臺南市/東區所/登記課/一股"), ("檔案課", "檔案課"),
        ("臺南市/西區所", "臺南市/西區所"), ("", ""), ("/", "/"),
    ]

    @Test(arguments: names) func `units may be named from the calling unit down`(name: String, fullName: String) {
        let audience = AudienceRules.normalised(Audience(units: [name]), units: Self.units, unit: Self.office)
        #expect(audience.units == [fullName])
    }

    @Test func `names that stand twice are kept once`() {
        let audience = AudienceRules.normalised(
            Audience(units: ["登記課", "臺南市/東區所/登記課"], employees: ["A1", "A1"], except: ["B", "B"]),
            units: Self.units, unit: Self.office)
        #expect(audience == Audience(units: ["臺南市/東區所/登記課"], employees: ["A1"], except: ["B"]))
    }

    @Test func `what is not within the calling unit is named`() {
        let strangers = AudienceRules.strangers(
            in: Audience(
                units: ["全所", "臺南市/西區所"], positions: ["課員", "廠長"], employees: ["A1", "B9"], except: ["A1", "Z"]),
            units: Self.units, positions: ["課員"], staffNumbers: ["A1"])
        #expect(strangers == [.unit("臺南市/西區所"), .position("廠長"), .employee("B9"), .excepted("Z")])
        #expect(
            strangers.map(ExamProblem.init) == [
                ExamProblem(.examinees, .unitNotHere("臺南市/西區所")), ExamProblem(.positions, .positionNotHere("廠長")),
                ExamProblem(.employees, .personNotHere("B9")), ExamProblem(.except, .personNotHere("Z")),
            ])
    }
}
