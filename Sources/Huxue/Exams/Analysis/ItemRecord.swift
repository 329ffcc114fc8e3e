import Foundation

/// A question's figures as commands print them; every key is there, null where there is nothing.
struct ItemRecord: Encodable, Sendable {
    let code: String
    /// Number of the revision; nil where only one can be meant.
    let revision: Int?
    let papers: Int
    let figures: ItemFigures?
    /// Texts of the choices, for showing who chose what; nil leaves the choices out.
    var choices: [String]?
    /// The exam, for a line of a usage log.
    var exam: ID<Exam>?

    private enum CodingKeys: CodingKey {
        case id, revision, exam, papers, basis, facility, discrimination, discriminationIndex, discriminativeEfficiency,
            effectiveWeight, omitted, groups, choices, findings
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(code, forKey: .id)
        try container.encode(revision, forKey: .revision)
        try container.encodeIfPresent(exam, forKey: .exam)
        try container.encode(papers, forKey: .papers)
        try container.encode(AnalysisBasis(papers: papers), forKey: .basis)
        try container.encode(figures?.facility, forKey: .facility)
        try container.encode(figures?.discrimination, forKey: .discrimination)
        try container.encode(figures?.index, forKey: .discriminationIndex)
        try container.encode(figures?.efficiency, forKey: .discriminativeEfficiency)
        try container.encode(figures?.weight, forKey: .effectiveWeight)
        try container.encode(figures?.findings ?? [], forKey: .findings)
        guard let choices, let figures else { return }
        try container.encode(figures.omitted, forKey: .omitted)
        try container.encode(figures.groups, forKey: .groups)
        try container.encode(
            zip(choices, figures.choices).map { ChoiceRecord(text: $0, chosen: $1) }, forKey: .choices)
    }
}

private struct ChoiceRecord: Encodable {
    let text: String
    let chosen: ItemFigures.Choice
}

/// The analysis of an exam as commands print it.
struct ExamAnalysisRecord: Encodable, Sendable {
    let exam: ID<Exam>
    let title: String
    /// Nil before the exam has closed.
    let analysis: ExamAnalysis?
    let questions: [ItemRecord]

    private enum CodingKeys: CodingKey {
        case exam, title, papers, basis, sharedQuestions, mean, median, standardDeviation, skewness, kurtosis,
            internalConsistency, errorRatio, standardError, distribution, questions
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        let basis = AnalysisBasis(papers: analysis?.papers ?? 0)
        let shown = basis == .tooFew ? nil : analysis
        let figures = shown?.figures
        try container.encode(exam, forKey: .exam)
        try container.encode(title, forKey: .title)
        try container.encode(analysis?.papers, forKey: .papers)
        try container.encode(basis, forKey: .basis)
        try container.encode(shown?.isShared, forKey: .sharedQuestions)
        try container.encode(figures?.mean, forKey: .mean)
        try container.encode(figures?.median, forKey: .median)
        try container.encode(figures?.deviation, forKey: .standardDeviation)
        try container.encode(figures?.skewness, forKey: .skewness)
        try container.encode(figures?.kurtosis, forKey: .kurtosis)
        try container.encode(figures?.consistency, forKey: .internalConsistency)
        try container.encode(figures?.errorRatio, forKey: .errorRatio)
        try container.encode(figures?.standardError, forKey: .standardError)
        try container.encode(
            (shown?.scores ?? []).map {
                ScoreRecord(score: Figure(hundredths: $0.score.hundredths), count: $0.count)
            }, forKey: .distribution)
        try container.encode(questions, forKey: .questions)
    }
}

private struct ScoreRecord: Encodable {
    let score: Figure
    let count: Int
}

extension Figure: Encodable {
    /// An exact decimal.
    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        let size = Decimal(sign: .plus, exponent: -2, significand: Decimal(abs(hundredths)))
        try container.encode(hundredths < 0 ? -size : size)
    }
}

extension ItemFigures.Choice: Encodable {
    private enum CodingKeys: CodingKey {
        case upper, middle, lower, all
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(upper, forKey: .upper)
        try container.encode(middle, forKey: .middle)
        try container.encode(lower, forKey: .lower)
        try container.encode(all, forKey: .all)
    }
}
