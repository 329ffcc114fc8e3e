/// Something in a question or the whole bank that helps people to guess, or that a writer should know; keeps nothing out.
struct QuestionWarning: Hashable, Sendable {
    /// Nil when it is about all files together.
    let file: String?
    let line: Int?
    let kind: Kind

    enum Kind: Hashable, Sendable {
        /// A character that only an office's own fonts show.
        case privateCharacter(Unicode.Scalar, in: QuestionField)
        /// A choice about the others, which keeps its place.
        case fixedChoice(String)
        /// A choice that names others by their labels: all keep their places.
        case labelsInChoice(String)
        /// The stem has the words of the right choices and none of the wrong ones.
        case keyInStem(String)
        case longestIsRight(String)
        /// A word that stands in wrong choices or false statements alone, and the codes of its questions.
        case sweepingWord(String, codes: [String])
        /// A word, or a whole choice, that is never right.
        case filler(String, codes: [String])
        /// So many of all multiple-choice questions have this number of right answers.
        case sameNumberOfAnswers(Int, count: Int, total: Int)
        /// So many of all true-false questions have this answer.
        case oneSided(Bool, count: Int, total: Int)
    }

    init(_ kind: Kind) {
        (file, line, self.kind) = (nil, nil, kind)
    }

    init(_ kind: Kind, of question: QuestionReading, line: Int) {
        (file, self.line, self.kind) = (question.file, line, kind)
    }
}
