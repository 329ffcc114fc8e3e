/// What can be done, page or command; each is asked for at a unit.
enum Action: String, CaseIterable, Sendable {
    /// Take a test one is called to, see one's own attempts and results.
    case takeExams
    /// Read questions with their answers, outside a test.
    case browseQuestions
    /// Read the statutes that the office keeps.
    case readLaw
    /// Bring in the ministry's file.
    case importLaw
    /// Read the knowledge base.
    case readPages
    /// Write, review and retire pages of the knowledge base; send announcements and see who has read them.
    case editPages
    /// Who of one's own people has not read an announcement.
    case followReadings
    /// Import questions; later also write, review and retire them.
    case editQuestions
    /// Plan, publish, watch, close, announce; accommodations.
    case manageExams
    /// Results person by person, and their export.
    case readResults
    /// Who has not taken it yet, without scores.
    case readCompliance
    /// The staff list and the unit tree.
    case readStaff
    /// Import and change staff and units.
    case manageStaff
    case grantRoles
    case resetPasswords
    case readAudit
}

/// Who acts: a signed-in person, or somebody with access to the data folder at its command line.
enum Actor: Sendable {
    case visitor(Visitor)
    case console(user: String)
    /// The server itself, at a deadline.
    case system

    /// The name that the audit log keeps.
    var auditName: String {
        switch self {
        case .visitor(let visitor): visitor.login
        case .console(let user): "console:\(user)"
        case .system: "system"
        }
    }
}

/// The one policy: which role may do what, and where.
///
/// Every route and every command asks it.
enum Policy {
    /// The roles that bring `action`, wherever they are granted.
    static func roles(for action: Action) -> Set<Role> {
        switch action {
        case .takeExams, .readLaw, .readPages: [.employee]
        case .importLaw: [.knowledgeEditor, .admin]
        case .browseQuestions: [.questionEditor, .examManager]
        case .editQuestions: [.questionEditor]
        case .editPages: [.knowledgeEditor]
        case .followReadings: [.supervisor]
        case .manageExams: [.examManager]
        case .readResults: [.examManager, .hr]
        case .readCompliance: [.examManager, .hr, .supervisor]
        case .readStaff: [.examManager, .supervisor, .hr, .admin]
        case .manageStaff, .grantRoles, .resetPasswords, .readAudit: [.admin]
        }
    }

    /// The units (each with all below it) in which `actor` may do `action`; empty when nowhere.
    ///
    /// Somebody at the command line may do anything anywhere: whoever reads the data folder needs no permission.
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
        switch scope(of: action, for: actor) {
        case .everywhere: true
        case .units(let roots): roots.contains { $0.covers(unit) }
        }
    }

    /// Whether `actor` may do `action` in the whole office.
    static func permitsEverywhere(_ action: Action, for actor: Actor) -> Bool {
        switch scope(of: action, for: actor) {
        case .everywhere: true
        case .units(let roots): roots.contains(where: \.isRoot)
        }
    }

    /// - Throws: `CommonRefusal.forbidden` unless permitted in the whole office.
    static func requireEverywhere(_ action: Action, for actor: Actor) throws {
        guard permitsEverywhere(action, for: actor) else { throw CommonRefusal.forbidden(Terms.name(of: action)) }
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
        guard permits(action, for: actor, at: unit) else { throw CommonRefusal.forbidden(Terms.name(of: action)) }
    }

    /// - Throws: `CommonRefusal.forbidden` unless permitted somewhere.
    static func requireSomewhere(_ action: Action, for actor: Actor) throws {
        guard permitsSomewhere(action, for: actor) else { throw CommonRefusal.forbidden(Terms.name(of: action)) }
    }
}

/// The part of the unit tree that a person may act on.
enum UnitScope: Sendable {
    case everywhere
    case units([UnitPath])
}
