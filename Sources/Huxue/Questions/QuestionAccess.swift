/// Who may do what with a question, by the unit to which it belongs.
enum QuestionAccess {
    /// Questions of the shared bank belong to the whole house.
    static func permits(_ action: Action, on question: Question, for actor: Actor) -> Bool {
        guard let unit = question.unit else { return Policy.permitsEverywhere(action, for: actor) }
        return Policy.permits(action, for: actor, at: unit)
    }

    /// The units whose banks, and those above and below, are shown to the actor.
    static func scope(for actor: Actor) -> UnitScope { Policy.scope(of: .browseQuestions, for: actor) }

    /// The units of a scope in a fixed order, by which what their people see is remembered; none for the whole house.
    static func key(of scope: UnitScope) -> [UnitPath] {
        guard case .units(let roots) = scope, !scope.isEverywhere else { return [] }
        return roots.sorted { $0.rawValue < $1.rawValue }
    }

    /// Whether the question is in one of the banks that the actor's tests are drawn from: the shared one, and those of
    /// units above and below where he may browse.
    static func shows(_ question: Question, to actor: Actor) -> Bool { shows(bankOf: question.unit, to: actor) }

    /// The same of a whole bank.
    ///
    /// `unit`: nil for the shared one.
    static func shows(bankOf unit: UnitPath?, to actor: Actor) -> Bool {
        guard let unit else { return Policy.permitsSomewhere(.browseQuestions, for: actor) }
        return switch Policy.scope(of: .browseQuestions, for: actor) {
        case .everywhere: true
        case .units(let own): own.contains { $0.covers(unit) || unit.covers($0) }
        }
    }
}
