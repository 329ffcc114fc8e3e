@testable import Huxue

extension QuestionReading {
    /// A question of one line for each field: the stem on line 2, the explanation on line 3, the choices from line 10.
    static func sample(
        _ code: String = "a-1", _ type: QuestionType = .single, stem: String = "期限為何？",
        choices: [String] = ["三十日", "六十日", "九十日"], key: [Int] = [1], explanation: String = "見條文。",
        state: QuestionState = .active
    ) -> QuestionReading {
        let texts = type == .trueFalse ? QuestionRevision.trueFalseChoices : choices
        return QuestionReading(
            file: "a.yaml", line: 1, code: code, state: state, type: type, stem: stem, stemLine: 2,
            choices: texts.enumerated().map { Line(text: $1, line: 10 + $0) }, key: ChoiceSet(key),
            explanation: explanation, explanationLine: 3, citations: [])
    }
}
