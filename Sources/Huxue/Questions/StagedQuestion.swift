/// A draft with everything the database wants to know about it, made before any write begins.
struct StagedQuestion: Sendable {
    let draft: QuestionDraft
    let topic: String
    /// From 1, in the order of the file.
    let position: Int
    /// JSON, as the revision keeps them.
    let choices: String
    let citations: String
    /// JSON: pcode and article number of each citation, with a space between; no number for a whole statute.
    let articles: String
    /// Folded text for searching: what an examinee sees, and what the key would give away.
    let shownText: String
    let keyText: String
    let tokens: QuestionTokens

    /// `positions`: by code; those that are missing have the order of the topic.
    static func rows(of topics: [QuestionTopic], positions: [String: Int]? = nil) -> [StagedQuestion] {
        topics.flatMap { topic in
            topic.questions.enumerated().map { place, draft in
                StagedQuestion(draft, topic: topic.name, position: positions?[draft.code] ?? place + 1)
            }
        }
    }

    init(_ draft: QuestionDraft, topic: String, position: Int) {
        self.draft = draft
        self.topic = topic
        self.position = position
        let printed = draft.citations.map(\.description)
        choices = TextList.print(draft.choices)
        citations = TextList.print(printed)
        articles = TextList.print(draft.citations.map { "\($0.statute.pcode) \($0.article?.plain ?? "")" })
        tokens = QuestionTokens(
            code: draft.code, topic: topic, type: draft.type, stem: draft.stem, choices: draft.choices,
            explanation: draft.explanation, citations: printed)
        let stem = draft.stem.replacing("*", with: "")
        let choiceTexts = draft.type == .trueFalse ? [] : draft.choices
        shownText = LawText.folded(([draft.code, topic, stem] + choiceTexts).joined(separator: "\u{1}"))
        keyText = LawText.folded(([draft.explanation] + printed).joined(separator: "\u{1}"))
    }
}
