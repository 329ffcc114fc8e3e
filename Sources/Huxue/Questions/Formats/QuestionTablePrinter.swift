/// Prints questions as a table, and the empty template of one.
enum QuestionTablePrinter {
    static func csv(_ topics: [QuestionTopic]) -> [UInt8] {
        CSVWriter.file(header: titles, rows: rows(topics).map { $0.map(CSVCell.text) })
    }

    /// With a second sheet that explains the first.
    static func xlsx(_ topics: [QuestionTopic]) throws -> [UInt8] {
        try SpreadsheetWriter.file([
            SpreadsheetWriter.Sheet(
                name: QuestionTableFile.sheet, widths: QuestionTableFile.Column.all.map(width),
                rows: [titles] + rows(topics)),
            SpreadsheetWriter.Sheet(
                name: QuestionTableFile.explanationSheet, widths: [16, 12, 70, 32],
                rows: [QuestionTableTerms.head] + QuestionTableTerms.explanations),
        ])
    }

    private static let titles = QuestionTableFile.Column.all.map(\.title)

    private static func rows(_ topics: [QuestionTopic]) -> [[String]] {
        topics.flatMap { topic in topic.questions.map { QuestionTableFile.cells(of: $0, topic: topic.name) } }
    }

    private static func width(_ column: QuestionTableFile.Column) -> Double {
        switch column {
        case .stem, .explanation: 48
        case .choice, .citations: 24
        case .code, .topic, .unit: 16
        default: 11
        }
    }
}
