/// Something about a file that is to come in, with the file and its place.
struct QuestionFinding: Hashable, Sendable {
    let file: String
    let place: QuestionPlace
    let sentence: String
    /// Whether it only tells what was filled in because the file does not say it.
    let isRoutine: Bool

    init(_ problem: FormatProblem, in file: String) {
        (self.file, place, sentence) = (file, problem.place, problem.sentence)
        isRoutine =
            switch problem.kind {
            case .defaultLevel, .defaultDay, .defaultExplanation: true
            default: false
            }
    }

    init(_ problem: QuestionProblem) {
        (file, place, sentence) = (problem.file, .line(problem.line), problem.kind.sentence)
        isRoutine = false
    }
}

extension QuestionFinding: CustomStringConvertible {
    /// `bank.xml：第 3 題「甲」（第 20 行）：…`; of a line, as compilers print it: `bank.gift:12: …`.
    var description: String {
        if case .line(let line) = place { return "\(file):\(line): \(sentence)" }
        return FormatProblemTerms.words(file, place, sentence)
    }
}
