/// 案例: what happened at a counter, written down so that everybody learns from it; its text is in its revisions.
struct CaseStudy: Hashable, Sendable {
    let id: ID<CaseStudy>
    /// Of whoever began it, when they did: those who check cases there check this one.
    let unit: UnitPath
    let unitID: ID<Unit>
    /// Who began it, and alone decides who the authors are.
    let creator: ID<Employee>
    let state: CaseState
    let currentRevisionID: ID<CaseRevision>
    /// The day of the law by which its citations were checked; nil when it cites nothing.
    let lawAsOf: Day?
    let createdAt: Moment
    /// For the last time; nil for what was never submitted.
    let submittedAt: Moment?
    /// Why it was returned or retired; empty otherwise.
    let remark: String
    /// Whose staff discusses or reads it; nil unless it is open to them.
    let openUnit: UnitPath?
    let openUnitName: String?
    let publishedAt: Moment?
}

/// The life of a case study.
enum CaseState: String, CaseIterable, Codable, Sendable {
    /// Its authors still work on it.
    case draft
    /// Waits for somebody else to look for what points to a person.
    case submitted
    /// With reasons: its authors mend it and submit again.
    case returned
    /// The staff of a unit discusses it, in writing or in a seminar.
    case discussion
    case concluded
    case published
    /// Nobody learns from it any more; it stays on record.
    case retired

    /// Those in which the staff of a unit reads it.
    static let open: [CaseState] = [.discussion, .concluded, .published]

    var isOpen: Bool { Self.open.contains(self) }
}

/// What sort of thing is learned from a case study.
enum CaseKind: String, CaseIterable, Codable, Sendable {
    case error, nearMiss, doubt, goodPractice
}
