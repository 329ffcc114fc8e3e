import Testing

@testable import Huxue

/// Who may do what, written out: a change of the policy must be made here too.
struct PolicyTests {
    private static let expected: [Role: Set<Action>] = [
        .employee: [.takeExams, .readLaw, .readPages, .proposeIdeas, .writeCases],
        .questionEditor: [.browseQuestions, .editQuestions, .reviewQuestions, .readAnalysis],
        .examManager: [
            .browseQuestions, .reviewQuestions, .manageExams, .readResults, .readAnalysis, .readCompliance,
            .remindExaminees, .readStaff,
            .choosePeople,
        ],
        .knowledgeEditor: [.importLaw, .editPages, .choosePeople, .checkCases],
        .reviewer: [.reviewProposals],
        .proposalManager: [.manageProposals, .grantAwards, .choosePeople, .manageRubrics],
        .supervisor: [
            .readCompliance, .remindExaminees, .readPasses, .readStaff, .followReadings, .choosePeople, .checkCases,
            .followTasks,
        ],
        .planOfficer: [],
        .hr: [.readResults, .readAnalysis, .readCompliance, .readStaff, .choosePeople, .grantAwards],
        .admin: [
            .importLaw, .manageRubrics, .readStaff, .choosePeople, .manageStaff, .grantRoles, .resetPasswords,
            .readAudit,
        ],
    ]

    private static let office = UnitPath(rawValue: "/1/")
    private static let section = UnitPath(rawValue: "/1/2/")
    private static let otherSection = UnitPath(rawValue: "/1/3/")
    /// Its id begins with the digits of the section's.
    private static let lookalike = UnitPath(rawValue: "/1/23/")

    private static var pairs: [(Role, Action)] {
        Role.allCases.flatMap { role in Action.allCases.map { (role, $0) } }
    }

    private func visitor(_ grants: [Grant]) -> Visitor {
        Visitor(
            account: ID(rawValue: 1), employee: ID(rawValue: 1), session: ID(rawValue: 1), login: "yating", name: "張雅婷",
            unitID: ID(rawValue: 2), unit: Self.section, grants: grants, theme: .system, mustChangePassword: false,
            formToken: "", confirmedAt: SampleStaff.now)
    }

    @Test func `only a role that permits something can be granted`() {
        #expect(
            Policy.grantableRoles == [
                .questionEditor, .examManager, .knowledgeEditor, .reviewer, .proposalManager, .supervisor, .hr, .admin,
            ])
        for role in Role.allCases where !Policy.grantableRoles.contains(role) {
            #expect(throws: StaffRefusal.roleDoesNothing(role)) { try GrantRules.mayGrant(role) }
        }
    }

    @Test func `every role is in the table`() {
        #expect(Set(Self.expected.keys) == Set(Role.allCases))
    }

    @Test(arguments: pairs)
    func `a role brings what the table says`(role: Role, action: Action) {
        let isExpected = Self.expected[role]?.contains(action) == true
        #expect(Policy.roles(for: action).contains(role) == isExpected)
        let actor = visitor([Grant(role: role, unit: Self.office)]).actor
        let hasItAnyway = Self.expected[.employee]?.contains(action) == true
        #expect(Policy.permits(action, for: actor, at: Self.section) == (isExpected || hasItAnyway))
    }

    @Test(arguments: pairs)
    func `a role at a section covers that section alone`(role: Role, action: Action) {
        let actor = visitor([Grant(role: role, unit: Self.section)]).actor
        for unit in [Self.office, Self.otherSection, Self.lookalike] {
            #expect(!Policy.permits(action, for: actor, at: unit))
            #expect(throws: CommonRefusal.self) { try Policy.require(action, for: actor, at: unit) }
        }
    }

    @Test(arguments: Action.allCases)
    func `without a grant a person is an employee of their own unit`(action: Action) {
        let actor = visitor([]).actor
        let isEverybodys = [.takeExams, .readLaw, .readPages, .proposeIdeas, .writeCases].contains(action)
        #expect(Policy.permits(action, for: actor, at: Self.section) == isEverybodys)
        #expect(Policy.permitsSomewhere(action, for: actor) == isEverybodys)
    }

    @Test(arguments: Action.allCases)
    func `the console may do everything`(action: Action) {
        #expect(Policy.permits(action, for: .console(user: "root"), at: Self.office))
    }
}
