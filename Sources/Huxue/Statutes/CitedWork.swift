/// Something that rests on the law: a question, a page.
struct CitedWork: Hashable, Sendable {
    enum Subject: String, CaseIterable, Sendable {
        case question, page
    }

    let subject: Subject
    /// Its row's key in the table of its own feature.
    let id: Int64
    /// By which people know it: a question's code, a page's id.
    let code: String
    let title: String
    /// What of the law it rests on.
    let passage: CitedPassage
    /// The day of the law it was checked against.
    let lawAsOf: Day
}
