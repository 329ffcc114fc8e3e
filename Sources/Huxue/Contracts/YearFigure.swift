/// One figure of a person's year, with the page behind it.
struct YearFigure: Sendable {
    let name: String
    let value: String
    let unit: String
    let link: Address
    let linkWords: String
    /// Values from 0 to 10,000, oldest first, drawn as a line; fewer than two draw nothing.
    var trace: [Int] = []
    /// The line in words, for screen readers.
    var traceWords = ""
}
