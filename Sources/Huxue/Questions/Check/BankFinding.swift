/// Something in the bank that an editor should look at.
struct BankFinding: Hashable, Sendable {
    /// In the order in which the page shows them.
    enum Kind: String, CaseIterable, Sendable {
        case sameStem, likeStem, answerInStem, keyInStem, longestIsRight, sweepingWord, filler, sameNumberOfAnswers
        case oneSided, labelInExplanation, labelledChoices, labelsInChoice, fixedChoice, statementAsks
        case privateCharacter
    }

    enum Detail: Hashable, Sendable {
        case sameStem
        /// How alike two stems are, in hundredths.
        case likeStem(Int)
        case warning(QuestionWarning.Kind)
        case problem(QuestionProblem.Kind)
    }

    let kind: Kind
    let detail: Detail
    /// The codes of its questions, in the order of the bank; none when it is about the whole of it.
    let codes: [String]
    let topics: Set<String>

    /// Whether it tells something of keys or explanations, which stay closed to some.
    var tellsKey: Bool { detail.tellsKey }
}

extension BankFinding.Detail {
    /// Nil for what the check of files alone finds: it cannot be in the bank, or is shown elsewhere.
    var kind: BankFinding.Kind? {
        switch self {
        case .sameStem: .sameStem
        case .likeStem: .likeStem
        case .warning(.privateCharacter): .privateCharacter
        case .warning(.fixedChoice): .fixedChoice
        case .warning(.labelsInChoice): .labelsInChoice
        case .warning(.keyInStem): .keyInStem
        case .warning(.longestIsRight): .longestIsRight
        case .warning(.sweepingWord): .sweepingWord
        case .warning(.filler): .filler
        case .warning(.sameNumberOfAnswers): .sameNumberOfAnswers
        case .warning(.oneSided): .oneSided
        case .problem(.answerInStem): .answerInStem
        case .problem(.labelInExplanation): .labelInExplanation
        case .problem(.labelledChoices): .labelledChoices
        case .problem(.statementAsks): .statementAsks
        case .problem: nil
        }
    }

    /// What stands in stem and choices alone is seen by every examinee.
    var tellsKey: Bool {
        switch self {
        case .sameStem, .likeStem, .problem(.labelledChoices), .problem(.statementAsks), .warning(.fixedChoice),
            .warning(.labelsInChoice):
            false
        case .warning(.privateCharacter(_, let field)): field == .explanation
        case .warning, .problem: true
        }
    }
}
