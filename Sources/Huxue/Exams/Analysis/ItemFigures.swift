/// The figures of one revision of a question, from ten papers on.
struct ItemFigures: Hashable, Sendable {
    /// How many chose one choice, by group.
    struct Choice: Hashable, Sendable {
        let upper: Int
        let middle: Int
        let lower: Int

        var all: Int { upper + middle + lower }
    }

    let basis: AnalysisBasis
    /// Papers on which it stood.
    let papers: Int
    /// P in per cent: the marks earned of those that could be.
    let facility: Figure
    /// D, from −1 to 1: the facility of the upper group less that of the lower; nil when the groups cannot be told apart.
    let discrimination: Figure?
    /// Moodle's discrimination index in per cent; nil when all marks or all totals without the question are equal.
    let index: Figure?
    /// Moodle's discriminative efficiency in per cent; nil when it is not defined.
    let efficiency: Figure?
    /// Moodle's effective weight in per cent; nil where negative, over several exams, and when papers differ.
    let weight: Figure?
    /// Papers by group.
    let groups: Choice
    /// Papers on which it was left out, by group.
    let omitted: Choice
    /// In the order of the revision.
    let choices: [Choice]
    /// What an editor should look at, the gravest first.
    let findings: [ItemFinding]
}

/// What the answers suggest to mend in a question.
enum ItemFinding: String, CaseIterable, Codable, Sendable {
    /// The better group gets it right less often than the lower one.
    case inverted
    case nobodyRight
    case everybodyRight
    /// There is a choice that nobody takes.
    case unusedChoice
}
