/// 評分: what one person gives one subject by one version of a rubric.
struct ScoreSheet: Hashable, Sendable {
    let id: ID<ScoreSheet>
    let version: ID<RubricVersion>
    let subject: ScoredSubject
    let scorer: ID<Employee>
    let state: ScoreState
    /// How often it was changed, from 1; forms send it back to tell which state they have shown.
    let sequence: Int
    let entries: ScoreEntries
    let savedAt: Moment
    /// When it was last handed in; kept while it is open again.
    let handedInAt: Moment?

    /// Whether its scores count: neither a draft's nor a reopened one's do.
    var counts: Bool { state == .handedIn }
}

enum ScoreState: String, CaseIterable, Codable, Sendable {
    /// Half-filled as it may be; its scorer's alone.
    case draft
    case handedIn
    /// To be changed and handed in again, on somebody's word that is on record.
    case reopened
}
