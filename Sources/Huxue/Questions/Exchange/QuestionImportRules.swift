/// Decisions about what comes in.
enum QuestionImportRules {
    /// Whether a revision with this text would be the same.
    static func isSame(_ draft: QuestionDraft, _ known: QuestionDraft) -> Bool {
        draft.type == known.type && draft.level == known.level && draft.stem == known.stem
            && draft.choices == known.choices && draft.key == known.key && draft.explanation == known.explanation
            && draft.citations == known.citations
    }

    /// The state in which a question comes in: nothing comes into use by an import without the review that it needs.
    ///
    /// `known`: the bank's question; nil for a new one. `isReleased`: whether that may be used as it is without a review,
    /// see `QuestionReleaseStore`.
    static func state(
        of draft: QuestionDraft, over known: QuestionDraft?, isReviewed: Bool, isReleased: Bool
    ) -> QuestionState {
        guard isReviewed, draft.state == .active else { return draft.state }
        guard let known else { return .draft }
        let isSame =
            draft.type == known.type && draft.stem == known.stem && draft.choices == known.choices
            && draft.key == known.key
        return switch known.state {
        case .draft, .inReview: known.state
        case .active: isSame ? .active : .inReview
        // Taken into use again, as an editor may; but not with a text that nobody has reviewed.
        case .retired: isSame && isReleased ? .active : .inReview
        }
    }
}
