/// How the discussion of a case study is conducted.
enum CaseDiscussionRules {
    static let commentLimit = 2000
    static let reasonLimit = 500
    /// So many comments, until it is time to conclude.
    static let mostComments = 500

    /// Each comment with how many it answers, thread by thread, answers in the order in which they were written.
    static func threads(_ comments: [CaseComment]) -> [(comment: CaseComment, depth: Int)] {
        let answers = Dictionary(grouping: comments, by: \.parent)
        var threads: [(comment: CaseComment, depth: Int)] = []
        var waiting = (answers[nil] ?? []).reversed().map { (comment: $0, depth: 0) }
        while let next = waiting.popLast() {
            threads.append(next)
            waiting += (answers[next.comment.id] ?? []).reversed().map { (comment: $0, depth: next.depth + 1) }
        }
        return threads
    }

    /// Whether somebody may take it back: while nobody has answered it.
    static func mayRemove(_ comment: CaseComment, among comments: [CaseComment]) -> Bool {
        !comment.isRemoved && !comments.contains { $0.parent == comment.id && !$0.isRemoved }
    }

    /// - Throws: `CaseRefusal.noWords`, `.tooLong`.
    static func require(_ text: String, limit: Int) throws(CaseRefusal) {
        guard !text.isEmpty else { throw .noWords }
        guard text.count <= limit else { throw .tooLong(limit: limit) }
    }
}
