/// The awards as a table for HR.
enum ProposalMeritFile {
    static let name = "提案獎勵.csv"

    static let header = [
        "徵件", "編號", "提案", "決議", "獎項", "員工編號", "姓名", "貢獻比例（%）", "敘獎", "獎金", "獎狀", "核定日", "文號",
    ]

    /// One row for each author of each proposal; CSV with BOM.
    static func csv(_ entries: [ProposalMeritViews.Entry]) -> [UInt8] {
        CSVWriter.file(header: header, rows: entries.flatMap { entry in entry.authors.map { row($0, entry) } })
    }

    private static func row(_ author: ProposalAuthor, _ entry: ProposalMeritViews.Entry) -> [CSVCell] {
        let merit = entry.merits[author.employee]
        return [
            .text(entry.line.callTitle), entry.line.number.map(CSVCell.number) ?? .empty, .text(entry.line.title),
            CSVCell(entry.line.outcome.map(ProposalMeetingTerms.name)), CSVCell(entry.award?.name),
            .text(author.staffNumber), .text(author.name), .hundredths(author.share),
            CSVCell(merit?.merit.map(ProposalAwardFile.words)), merit.map { .number($0.prize) } ?? .empty,
            CSVCell(merit.map { $0.hasLetter ? "是" : "否" }), CSVCell(merit.map { ROCDate.plain($0.orderedOn) }),
            CSVCell(merit?.order),
        ]
    }
}
