/// Something that rests on the law: a question, a page.
struct CitedWork: Hashable, Sendable {
    let subject: CitedSubject
    /// Its row's key in the table of its own feature.
    let id: Int64
    /// By which people know it: a question's code, a page's id.
    let code: String
    let title: String
    /// The statute on which it rests.
    let pcode: String
    /// What of the statute it rests on, as its feature keeps it: `戶籍法第48條第2項`, `戶籍法第16條至第18條`.
    let citation: String
    /// The day of the law it was checked against.
    let lawAsOf: Day
}
