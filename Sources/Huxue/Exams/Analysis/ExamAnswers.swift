/// The answers on all papers of an exam that count, as one reading of the database gives them.
struct ExamAnswers: Sendable {
    struct Answer: Sendable {
        /// Its place in `scores`.
        let paper: Int
        /// Its place in `revisions`.
        let item: Int
        /// Its place on the paper, from 0.
        let position: Int
        let chosen: ChoiceSet
    }

    /// The questions that stand on some paper, in the order in which they were met.
    private(set) var revisions: [ID<QuestionRevision>] = []
    /// The score of each paper, as its examinee got it.
    private(set) var scores: [Points] = []
    /// In no particular order.
    private(set) var answers: [Answer] = []

    private var items: [ID<QuestionRevision>: Int] = [:]
    private var papers: [ID<Attempt>: Int] = [:]
    private var latest: (attempt: ID<Attempt>, paper: Int)?

    /// `number`: of the question on the paper, from 1; `chosen` is empty for a question left out.
    mutating func add(
        _ revision: ID<QuestionRevision>, number: Int, chosen: ChoiceSet, of attempt: ID<Attempt>, score: Points
    ) {
        answers.append(
            Answer(
                paper: paper(of: attempt, score: score), item: item(revision), position: number - 1, chosen: chosen))
    }

    private mutating func paper(of attempt: ID<Attempt>, score: Points) -> Int {
        // Answers come paper by paper, so that the dictionary is seldom asked.
        if let latest, latest.attempt == attempt { return latest.paper }
        let paper = papers[attempt] ?? scores.count
        if paper == scores.count {
            papers[attempt] = paper
            scores.append(score)
        }
        latest = (attempt, paper)
        return paper
    }

    private mutating func item(_ revision: ID<QuestionRevision>) -> Int {
        if let item = items[revision] { return item }
        items[revision] = revisions.count
        revisions.append(revision)
        return revisions.count - 1
    }
}
