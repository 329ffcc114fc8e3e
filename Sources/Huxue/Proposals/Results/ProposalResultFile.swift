/// A call's results as tables, each figure with the forms from which it follows.
enum ProposalResultFile {
    enum Kind: String, CaseIterable, Sendable {
        /// A row for each proposal.
        case ranking
        /// A row for each criterion of each score sheet.
        case scores
    }

    enum Format: String, CaseIterable, Sendable {
        case csv, xlsx

        var type: String {
            switch self {
            case .csv: "text/csv; charset=utf-8"
            case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            }
        }
    }

    static func name(_ kind: Kind, _ format: Format, of results: ProposalResults) -> String {
        "\(results.call.plan.title)-\(ProposalResultTerms.name(of: kind)).\(format.rawValue)"
    }

    static func bytes(_ kind: Kind, _ format: Format, of results: ProposalResults) throws -> [UInt8] {
        let (header, rows) = kind == .ranking ? ranking(results) : scores(results)
        switch format {
        case .csv: return CSVWriter.file(header: header, rows: rows)
        case .xlsx:
            return try SpreadsheetWriter.file([
                SpreadsheetWriter.Sheet(
                    name: ProposalResultTerms.name(of: kind), widths: header.map { _ in 16 },
                    rows: [header.map(CSVCell.text)] + rows)
            ])
        }
    }

    // MARK: The tables

    private static let rankingHeader = [
        "提案編號", "提案", "類別", "提案人", "名次", "並列", "名次所依的值", "值（分數）", "計入的評分", "送出的評分", "決議", "獎項", "理由",
    ]

    /// The value to two places, and as the exact fraction.
    private static func ranking(_ results: ProposalResults) -> (header: [String], rows: [[CSVCell]]) {
        let standings = Dictionary(uniqueKeysWithValues: results.ranking.standings.map { ($0.proposal, $0) })
        let order = results.board.lines.sorted {
            (standings[$0.id]?.rank ?? .max, $0.number ?? .max) < (standings[$1.id]?.rank ?? .max, $1.number ?? .max)
        }
        let isOpen = results.call.decidedAt != nil || !results.call.plan.isBlind
        return (
            rankingHeader,
            order.map { line in
                let (standing, decision) = (standings[line.id], results.decisions[line.id])
                let authors = (results.authors[line.id] ?? [])
                    .map { "\($0.name) \(ProposalAuthorFile.percent($0.share))" }.joined(separator: "、")
                return [
                    line.number.map(CSVCell.number) ?? .empty, .text(line.title),
                    CSVCell(line.kind.map(ProposalCallTerms.name)), isOpen ? .text(authors) : .empty,
                    standing.map { .number($0.rank) } ?? .empty, CSVCell(standing.map { $0.isShared ? "是" : "否" }),
                    standing.map { .hundredths(Points(rounding: $0.value).hundredths) } ?? .empty,
                    CSVCell(standing.map { exact($0.value) }),
                    standing.map { .number($0.marks.count(where: \.counts)) } ?? .empty,
                    .number(results.board.live(line.id).count(where: results.board.isHandedIn)),
                    CSVCell(decision.map { ProposalMeetingTerms.name(of: $0.outcome) }),
                    CSVCell(decision.map { ProposalMeetingViews.award($0, of: results.call) }),
                    CSVCell(decision?.reasons),
                ]
            }
        )
    }

    private static let scoresHeader = [
        "提案編號", "提案", "委員", "評分項目", "占總分（%）", "分數", "滿分", "評語", "加權總分", "總分的滿分", "排名計入", "給提案人的話", "給評審會議的話",
    ]

    private static func scores(_ results: ProposalResults) -> (header: [String], rows: [[CSVCell]]) {
        let board = results.board
        let shares = RubricRules.shares(of: board.rubric)
        let marks = Dictionary(
            uniqueKeysWithValues: results.ranking.standings.flatMap { standing in
                standing.marks.map { (ReviewPair(proposal: standing.proposal, reviewer: $0.reviewer), $0.counts) }
            })
        return (
            scoresHeader,
            board.lines.flatMap { line in
                board.live(line.id).flatMap { review -> [[CSVCell]] in
                    guard let sheet = board.sheets[review.pair] else { return [] }
                    let total = Points(rounding: board.total(of: sheet)).hundredths
                    return zip(zip(board.rubric.criteria, shares), sheet.entries.marks).map { pair, mark in
                        [
                            line.number.map(CSVCell.number) ?? .empty, .text(line.title), .text(review.reviewerName),
                            .text(pair.0.name),
                            .hundredths(
                                Points(rounding: Fraction(pair.1.numerator * 100, pair.1.denominator)).hundredths),
                            mark.points.map { .hundredths($0.hundredths) } ?? .empty,
                            .hundredths(pair.0.scale.top.hundredths), .text(mark.comment), .hundredths(total),
                            .number(board.rubric.total), .text(marks[review.pair] == true ? "是" : "否"),
                            .text(sheet.entries.toAuthors), .text(sheet.entries.toPanel),
                        ]
                    }
                }
            }
        )
    }

    private static func exact(_ value: Fraction) -> String {
        value.denominator == 1 ? "\(value.numerator)" : "\(value.numerator)/\(value.denominator)"
    }
}
