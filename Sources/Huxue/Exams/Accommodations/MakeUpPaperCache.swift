import Synchronization

/// The questions of papers that make-ups will draw, each drawn once.
///
/// They stay as they are: a published exam's pool never changes, and the plan is part of the key.
final class MakeUpPaperCache: Sendable {
    struct Key: Hashable, Sendable {
        let exam: ID<Exam>
        let seed: String
        let plan: ExamPlan
        let recipient: PaperRules.Recipient
    }

    private static let limit = 2000
    private let kept = Mutex<[Key: Set<ID<QuestionRevision>>]>([:])

    /// Those of all keys together; `draw`: the questions of one that is not known yet.
    func questions(
        of keys: [Key], draw: (Key) throws -> Set<ID<QuestionRevision>>
    ) rethrows -> Set<ID<QuestionRevision>> {
        let known = kept.withLock { kept in keys.map { kept[$0] } }
        var questions: Set<ID<QuestionRevision>> = []
        var drawn: [Key: Set<ID<QuestionRevision>>] = [:]
        for (key, paper) in zip(keys, known) {
            let paper = try paper ?? draw(key)
            drawn[key] = paper
            questions.formUnion(paper)
        }
        let news = drawn
        kept.withLock { kept in
            if kept.count + news.count > Self.limit { kept.removeAll() }
            kept.merge(news) { first, _ in first }
        }
        return questions
    }
}
