/// Something that rests on the law: a question, a page.
struct CitedWork: Hashable, Sendable {
    let subject: CitedSubject
    /// Its row's key in the table of its own feature.
    let id: Int64
    /// The name that people know: a question's code, a page's id.
    let code: String
    let title: String
    /// The statute on which it rests.
    let pcode: String
    /// The part of the statute that it cites, as its feature stores it: `戶籍法第48條第2項`, `戶籍法第16條至第18條`.
    let citation: String
    /// The day of the law it was checked against.
    let lawAsOf: Day
}
