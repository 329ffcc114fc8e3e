/// Something that keeps a question from being saved, and the field where it stands.
struct QuestionFormProblem: Hashable, Sendable {
    let field: QuestionField
    let kind: Kind

    enum Kind: Hashable, Sendable {
        case missing
        case unreadable(String)
        /// The writer does not keep that bank.
        case othersUnit
        /// Both wordings of a place that two people changed are still there.
        case undecided
        case file(QuestionProblem.Kind)
    }

    init(_ field: QuestionField, _ kind: Kind) {
        (self.field, self.kind) = (field, kind)
    }

    /// `kind`: of something that is wrong in the question's file.
    init(_ kind: QuestionProblem.Kind) {
        let field: QuestionField =
            switch kind {
            case .tooFewChoices, .tooManyChoices, .duplicateChoice, .choicesOfTrueFalse, .labelledChoices: .choice1
            case .answerIsNotTrueOrFalse, .answerIsNotText, .answerIsNotAList, .answerIsNotAChoice, .duplicateAnswer,
                .noAnswers:
                .answer
            case .noCitations, .tooManyCitations, .citation, .duplicateCitation: .citations
            case .labelInExplanation, .field(.missingField("explanation")), .field(.tooLong("explanation", _)):
                .explanation
            case .unknownUnit, .othersUnit: .unit
            default: .stem
            }
        self.init(field, .file(kind))
    }

    var sentence: String {
        switch kind {
        case .missing: "請填「\(field.name)」。"
        case .unreadable(let text): "「\(field.name)」的「\(text)」看不懂。"
        case .othersUnit: QuestionEditRefusal.othersUnit.sentence
        case .undecided: "詳解還有沒有選定的地方。請留下要用的文字，刪去三行標記。"
        case .file(let kind): kind.sentence
        }
    }
}
