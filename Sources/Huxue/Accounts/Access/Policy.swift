/// Which role may do what, and at which units.
///
/// Every route and every command checks permissions here and nowhere else.
enum Policy {
    /// The roles that permit `action` at the units where they are granted.
    static func roles(for action: Action) -> Set<Role> {
        switch action {
        case .takeExams, .readLaw, .readPages, .proposeIdeas, .writeCases: [.employee]
        case .importLaw: [.knowledgeEditor, .admin]
        case .browseQuestions: [.questionEditor, .examManager]
        case .editQuestions: [.questionEditor]
        case .reviewQuestions: [.questionEditor, .examManager]
        case .editPages: [.knowledgeEditor]
        case .followReadings: [.supervisor]
        case .manageExams: [.examManager]
        case .readResults: [.examManager, .hr]
        case .readAnalysis: [.questionEditor, .examManager, .hr]
        case .readCompliance: [.examManager, .hr, .supervisor]
        case .choosePeople: [.examManager, .knowledgeEditor, .proposalManager, .supervisor, .hr, .admin]
        case .remindExaminees: [.examManager, .supervisor]
        case .readPasses: [.supervisor]
        case .manageRubrics: [.proposalManager, .admin]
        case .manageProposals: [.proposalManager]
        case .followTasks: [.supervisor]
        case .grantAwards: [.proposalManager, .hr]
        case .reviewProposals: [.reviewer]
        case .checkCases: [.knowledgeEditor, .supervisor]
        case .readStaff: [.examManager, .supervisor, .hr, .admin]
        case .manageStaff, .grantRoles, .resetPasswords, .readAudit: [.admin]
        }
    }

    /// The roles that permit anything; the others do nothing yet and cannot be granted.
    static let grantableRoles: [Role] = {
        let active = Set(Action.allCases.flatMap { roles(for: $0) }).subtracting([.employee])
        return Role.allCases.filter(active.contains)
    }()

    /// The units, each with all below it, in which `actor` may do `action`; empty when there are none.
    ///
    /// At the command line everything is permitted everywhere, as access to the data folder gives full control anyway.
    static func scope(of action: Action, for actor: Actor) -> UnitScope {
        switch actor {
        case .console, .system:
            return .everywhere
        case .visitor(let visitor):
            let roles = roles(for: action)
            var units = visitor.grants.filter { roles.contains($0.role) }.map(\.unit)
            if roles.contains(.employee) { units.append(visitor.unit) }
            return .units(units)
        }
    }

    static func permits(_ action: Action, for actor: Actor, at unit: UnitPath) -> Bool {
        scope(of: action, for: actor).includes(unit)
    }

    /// Whether `actor` may do `action` in the whole office.
    static func permitsEverywhere(_ action: Action, for actor: Actor) -> Bool {
        scope(of: action, for: actor).isEverywhere
    }

    /// - Throws: `CommonRefusal.forbidden` unless permitted in the whole office.
    static func requireEverywhere(_ action: Action, for actor: Actor) throws {
        guard permitsEverywhere(action, for: actor) else { throw CommonRefusal.forbidden(RoleTerms.name(of: action)) }
    }

    /// Whether there is any unit at all in which `actor` may do `action`.
    static func permitsSomewhere(_ action: Action, for actor: Actor) -> Bool {
        switch scope(of: action, for: actor) {
        case .everywhere: true
        case .units(let roots): !roots.isEmpty
        }
    }

    /// - Throws: `CommonRefusal.forbidden` unless permitted.
    static func require(_ action: Action, for actor: Actor, at unit: UnitPath) throws {
        guard permits(action, for: actor, at: unit) else { throw CommonRefusal.forbidden(RoleTerms.name(of: action)) }
    }

    /// - Throws: `CommonRefusal.forbidden` unless permitted somewhere.
    static func requireSomewhere(_ action: Action, for actor: Actor) throws {
        guard permitsSomewhere(action, for: actor) else { throw CommonRefusal.forbidden(RoleTerms.name(of: action)) }
    }
}
