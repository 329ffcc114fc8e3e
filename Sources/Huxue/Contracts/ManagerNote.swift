/// What waits for a manager, on the home page.
struct ManagerNote: Sendable {
    let title: String
    let sentence: String
    /// What to do about it and what is behind its figures, the first thing first.
    let links: [(address: Address, words: String)]
    let tone: Tone
    /// False when it only informs and nothing has to be done now.
    var waits = true
}

/// What waits for a manager in one part of the work.
struct ManagerNotes: Sendable {
    let title: String
    /// The page of that part.
    let link: (address: Address, words: String)
    let notes: [ManagerNote]
    /// In which order the parts stand on the page.
    let place: Int

    var waitingCount: Int { notes.count { $0.waits } }
}
