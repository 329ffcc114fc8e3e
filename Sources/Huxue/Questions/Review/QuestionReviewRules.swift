/// Decisions about reviews.
enum QuestionReviewRules {
    /// How long a question may be used before somebody looks at it again.
    ///
    /// Source: 國家考試題庫建立及運用辦法, refresh of questions that are three years old.
    static let yearsOfUse = 3
    /// Characters of what a reviewer writes to the author.
    static let remarkLimit = 1000

    /// - Throws: unless the question may be handed in for review.
    static func checkSubmission(of question: Question) throws(QuestionReviewRefusal) {
        switch question.state {
        case .draft: return
        case .inReview: throw .alreadyInReview
        case .active, .retired: throw .notADraft
        }
    }

    /// - Throws: unless this person may review the question that this round is about.
    ///
    /// `authors`: everybody who wrote the question since it was last approved.
    /// `isEditor`: whether the person edits the bank that holds it; who does not steps in for a missing second editor.
    /// Who has answered decides, whoever else may by now.
    /// `others`: how many people besides the author could review it as its editors.
    static func checkReviewer(
        _ employee: ID<Employee>, of review: QuestionReview, authors: Set<ID<Employee>>, isEditor: Bool, others: Int
    ) throws(QuestionReviewRefusal) {
        guard employee != review.submitterID, !authors.contains(employee) else { throw .ownQuestion }
        guard isEditor || others == 0 || review.reviewer == employee else { throw .editorsFirst }
    }

    /// - Throws: unless nobody has answered yet.
    static func checkAnswer(to review: QuestionReview, by employee: ID<Employee>) throws(QuestionReviewRefusal) {
        switch review.stage {
        case .waiting: return
        case .answered(let reviewer): throw reviewer == employee ? .answeredAlready : .takenMeanwhile
        case .ended: throw .endedMeanwhile
        }
    }

    /// Whether the answer sends the question back to its author.
    static func returns(_ answer: BlindAnswer, key: ChoiceSet) -> Bool { answer != .choices(key) }

    /// - Throws: unless this person has answered right and not decided yet.
    static func checkDecision(on review: QuestionReview, by employee: ID<Employee>) throws(QuestionReviewRefusal) {
        switch review.stage {
        case .waiting: throw .answerFirst
        case .answered(let reviewer): guard reviewer == employee else { throw .takenMeanwhile }
        case .ended: throw .endedMeanwhile
        }
    }

    /// Since when what is right in this revision has been right, from revision to revision.
    ///
    /// Who was shown the key of any of them knows this one's. `revisions`: of one question, in any order.
    static func keyedAt(_ id: ID<QuestionRevision>, among revisions: [QuestionRevision]) -> Moment? {
        func right(_ revision: QuestionRevision) -> Set<String> {
            Set(revision.key.places.filter(revision.choices.indices.contains).map { revision.choices[$0] })
        }
        let earlier = revisions.sorted { $0.number > $1.number }.drop { $0.id != id }
        guard let last = earlier.first else { return nil }
        return earlier.prefix { right($0) == right(last) }.last?.createdAt
    }

    /// Whether a change means that somebody else has to answer the question again before it is drawn.
    ///
    /// Explanation, citations and level do not change what is right.
    static func needsReview(_ draft: QuestionDraft, after current: QuestionRevision) -> Bool {
        draft.type != current.type || draft.stem != current.stem || draft.choices != current.choices
            || draft.key != current.key
    }
}
