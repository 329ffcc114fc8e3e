/// A question as the full-text index takes it: what an examinee sees, and apart from it what the key would give away.
struct QuestionTokens: Sendable {
    let code: String
    let topic: String
    let shown: String
    let key: String

    init(
        code: String, topic: String, type: QuestionType, stem: String, choices: [String], explanation: String,
        citations: [String]
    ) {
        self.code = SearchText.indexed(code)
        self.topic = SearchText.indexed(topic)
        let choices = type == .trueFalse ? [] : choices
        shown = Self.tokens([stem.replacing("*", with: "")] + choices)
        key = Self.tokens([explanation] + citations)
    }

    /// No phrase goes across from one text to the next.
    private static func tokens(_ texts: [String]) -> String {
        texts.map { SearchText.indexed($0) }.joined(separator: " \(SearchText.stop) ")
    }
}
