/// The part of a work that answers what was asked, shown on the page of results itself.
struct SearchAnswer: Sendable {
    /// Of the work.
    let title: String
    /// What the part is called: 應備文件.
    let heading: String
    /// Where the part stands in the work.
    let address: Address
    /// In the work's own words, without the articles behind each sentence.
    let html: HTML
    /// The articles on which it rests; empty when the work names none.
    let basis: HTML
    /// The day of the law by which it was written.
    let lawAsOf: Day
    /// What the reader must know before relying on it, such as an amendment; empty for nothing.
    let warnings: HTML
}
