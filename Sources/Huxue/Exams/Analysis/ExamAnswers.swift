/// The answers on all papers of an exam that count, as the database gives them.
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
    /// By paper and position.
    private var chosen: [[ChoiceSet]] = []

    /// A paper that counts; what stands on it and what was chosen is told afterwards, in any order of papers.
    mutating func addPaper(_ attempt: ID<Attempt>, score: Points) {
        papers[attempt] = scores.count
        scores.append(score)
        chosen.append([])
    }

    /// What was chosen at a place of a paper, before its question is added; `number`: from 1.
    mutating func choose(_ choices: ChoiceSet, number: Int, on attempt: ID<Attempt>) {
        guard let paper = paper(attempt) else { return }
        while chosen[paper].count < number { chosen[paper].append(.none) }
        chosen[paper][number - 1] = choices
    }

    /// The question at a place of a paper; `number`: from 1.
    mutating func add(_ revision: ID<QuestionRevision>, number: Int, on attempt: ID<Attempt>) {
        guard let paper = paper(attempt) else { return }
        let position = number - 1
        answers.append(
            Answer(
                paper: paper, item: item(revision), position: position,
                chosen: position < chosen[paper].count ? chosen[paper][position] : .none))
    }

    private mutating func paper(_ attempt: ID<Attempt>) -> Int? {
        // Rows come paper by paper, so that the dictionary is seldom asked.
        if let latest, latest.attempt == attempt { return latest.paper }
        guard let paper = papers[attempt] else { return nil }
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
