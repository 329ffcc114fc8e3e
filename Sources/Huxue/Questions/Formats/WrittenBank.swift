/// What a file of any format says: its questions as far as they could be read, and everything that could not.
struct WrittenBank: Sendable {
    var questions: [WrittenQuestion] = []
    /// What has to be put right before anything is imported.
    var problems: [FormatProblem] = []
    /// Items of kinds that the bank does not have, each left out.
    var unsupported: [FormatProblem] = []
    /// What a person should know, though the questions are good.
    var notices: [FormatProblem] = []

    mutating func note(_ kind: FormatProblem.Kind, at place: QuestionPlace) {
        problems.append(FormatProblem(place: place, kind: kind))
    }

    mutating func leaveOut(_ kind: FormatProblem.Kind, at place: QuestionPlace) {
        unsupported.append(FormatProblem(place: place, kind: kind))
    }

    mutating func remark(_ kind: FormatProblem.Kind, at place: QuestionPlace) {
        notices.append(FormatProblem(place: place, kind: kind))
    }

    /// Takes what a question's tags say into its fields, and notes those with wrong values.
    mutating func apply(_ tags: [String], to question: inout WrittenQuestion) {
        for tag in tags {
            guard let (name, value) = QuestionTags.parts(of: tag) else {
                question.tags.append(tag)
                continue
            }
            switch name {
            case .level:
                question.level = QuestionLevel(rawValue: value)
                if question.level == nil { note(.wrongLevel(value), at: question.place) }
            case .state:
                question.state = QuestionState(rawValue: value)
                if question.state == nil { note(.wrongState(value), at: question.place) }
            case .lawAsOf:
                question.lawAsOf = ROCDate.parseDay(value)
                if question.lawAsOf == nil { note(.wrongDay(value), at: question.place) }
            case .topic: question.topic = value
            case .unit: question.unit = value
            case .citation: question.citations.append(value)
            }
        }
    }
}
