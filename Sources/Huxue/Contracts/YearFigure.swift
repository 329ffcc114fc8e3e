/// One figure of a person's year, with the page behind it.
struct YearFigure: Sendable {
    let name: String
    let value: String
    let unit: String
    let link: Address
    let linkWords: String
    /// What of 0 to 10,000, oldest first, is drawn as a line; fewer than two draw nothing.
    var trace: [Int] = []
    /// The same in words, for those who do not see the line.
    var traceWords = ""
}
