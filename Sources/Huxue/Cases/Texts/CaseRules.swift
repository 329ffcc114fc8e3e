/// What may be done with a case study, by its state.
enum CaseRules {
    /// Whether its authors may change its text.
    static func isEditable(_ state: CaseState) -> Bool { state == .draft || state == .returned }

    /// - Throws: `CaseRefusal.notEditable`.
    static func requireEditable(_ state: CaseState) throws(CaseRefusal) {
        guard isEditable(state) else { throw .notEditable }
    }

    /// Whether it may be given back to its authors: until it is published.
    static func mayReturn(_ state: CaseState) -> Bool {
        state == .submitted || state == .discussion || state == .concluded
    }

    static func mayPass(_ state: CaseState) -> Bool { state == .submitted }
    static func mayConclude(_ state: CaseState) -> Bool { state == .discussion }
    static func mayPublish(_ state: CaseState) -> Bool { state == .concluded }

    /// What is published goes out of use this way, and comes back as a new case study.
    static func mayRetire(_ state: CaseState) -> Bool { state.isOpen }

    /// - Throws: `CaseRefusal.otherState`.
    static func require(_ may: Bool) throws(CaseRefusal) {
        guard may else { throw .otherState }
    }
}
