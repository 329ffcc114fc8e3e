/// What the answers of a closed exam say about its questions and about the exam as a whole.
struct ExamAnalysis: Sendable {
    let figures: ScoreFigures
    /// From the lowest.
    let scores: [ScoreCount]
    /// The questions that stood on some paper.
    let items: [ItemTally]
    /// Whether all papers have the same questions, in whatever order.
    let isShared: Bool

    /// Papers that count: one for each person who handed in.
    var papers: Int { figures.papers }
}

/// How much the papers of an exam, or those on which a question stood, can say.
enum AnalysisBasis: String, Codable, Sendable {
    /// Fewer than ten papers: nothing is shown, for it would tell about persons rather than questions.
    case tooFew
    /// Fewer than thirty: shown behind a warning.
    case rough
    case sound

    static let leastShown = 10
    static let leastSound = 30

    init(papers: Int) {
        self = papers < Self.leastShown ? .tooFew : papers < Self.leastSound ? .rough : .sound
    }
}

/// Figures of the scores of an exam; nil where one is not defined.
struct ScoreFigures: Hashable, Sendable {
    let papers: Int
    /// In points of 100, as is `median`; nil without papers.
    let mean: Figure?
    let median: Figure?
    /// Over n − 1; nil below two papers, as are those that follow.
    let deviation: Figure?
    /// Nil below three papers, and when all scores are equal.
    let skewness: Figure?
    /// Nil below four papers, and when all scores are equal.
    let kurtosis: Figure?
    /// Cronbach's α in per cent; nil below two questions, and when all totals are equal.
    let consistency: Figure?
    /// In per cent of the deviation.
    let errorRatio: Figure?
    /// In points.
    let standardError: Figure?
}
