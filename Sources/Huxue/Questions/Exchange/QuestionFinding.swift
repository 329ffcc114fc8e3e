/// Something about a file that is to come in, with the file and its place.
struct QuestionFinding: Hashable, Sendable {
    let file: String
    let place: QuestionPlace
    let sentence: String

    init(_ problem: FormatProblem, in file: String) {
        (self.file, place, sentence) = (file, problem.place, problem.sentence)
    }

    init(_ problem: QuestionProblem) {
        (file, place, sentence) = (problem.file, .line(problem.line), problem.kind.sentence)
    }
}

extension QuestionFinding: CustomStringConvertible {
    /// `bank.xml：第 3 題「甲」（第 20 行）：…`; of a line, as compilers print it: `bank.gift:12: …`.
    var description: String {
        if case .line(let line) = place { return "\(file):\(line): \(sentence)" }
        return FormatProblemTerms.words(file, place, sentence)
    }
}
