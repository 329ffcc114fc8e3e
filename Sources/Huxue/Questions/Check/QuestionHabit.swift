/// What a question says is right and what is wrong, as the habits of a whole bank are looked for.
struct QuestionHabit: Sendable {
    let code: String
    let type: QuestionType?
    /// Places of the words of `QuestionWordingTerms.guessed` in texts that are right, and in texts that are wrong.
    let rightWords: Set<Int>
    let wrongWords: Set<Int>
    /// Whole choices, folded; none of a true-false question.
    let right: [String]
    let wrong: [(folded: String, typed: String)]
    /// How many choices are right; nil when the answer could not be read.
    let keyCount: Int?
    /// What a statement is; nil for other questions.
    let isTrue: Bool?

    init(of question: QuestionReading) {
        (code, type, keyCount) = (question.code ?? "", question.type, question.key?.count)
        isTrue = question.type == .trueFalse ? question.key?.contains(0) : nil
        right = question.folded(right: true)
        wrong = question.choices(right: false).map { (LawText.folded($0.text), $0.text) }
        // A statement is right or wrong as a whole.
        let statement = question.type == .trueFalse ? question.stem.map { [LawText.folded($0)] } ?? [] : []
        rightWords = Self.words(in: right + (isTrue == true ? statement : []))
        wrongWords = Self.words(in: wrong.map(\.folded) + (isTrue == false ? statement : []))
    }

    private static func words(in texts: [String]) -> Set<Int> {
        texts.reduce(into: []) { $0.formUnion(QuestionWordingTerms.finder.places(in: $1)) }
    }
}
