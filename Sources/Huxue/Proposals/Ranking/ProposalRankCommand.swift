import ArgumentParser
import Foundation

struct ProposalRankCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rank", abstract: "由已送出的評分重新計算排名；應迴避的提案當作沒有評審。")

    @Argument(help: "徵件的編號，見網址 /manage/calls/ 後面的數字。")
    var call: String

    @Option(help: "排名方法：mean、trimmedMean、rankSum 或 standardScore；不指定時用徵件所訂的。")
    var method: String?

    @Flag(help: "以 JSON 輸出。")
    var json = false

    @OptionGroup var options: DataOptions

    func run() async throws {
        guard let id = ID<ProposalCall>(call) else { throw ProposalCallRefusal.missing }
        let chosen = method.flatMap(RankMethod.init)
        if let method, chosen == nil { throw ReviewRefusal.unknownMethod(method) }
        let session = try options.open()
        let person = try RankingActions.person(session.acting)
        let contents = try session.database.readAndWait {
            try RankingActions.contents(of: id, by: chosen, for: person, in: $0)
        }
        try await session.database.write(as: session.acting) { try RankingActions.record(id, by: $0, in: $1) }
        guard !json else { return try Console.json(RankingRecord(contents)) }
        for standing in contents.ranking.standings {
            let line = contents.board.line(standing.proposal)
            Console.data(
                [
                    "\(standing.rank)", "\(standing.proposal)", line?.title ?? "", RankingViews.text(standing.value),
                ].joined(separator: "\t"))
        }
        Console.say(
            "\(ProposalCallTerms.name(of: contents.ranking.method))，\(contents.isProvisional ? "暫定" : "評分都送出了")。"
                + (contents.board.isPartial ? "應迴避的提案不計。" : ""))
    }
}

/// What `proposals rank --json` prints; values to two places, and exactly as fractions.
private struct RankingRecord: Encodable {
    let call: Int64
    let method: RankMethod
    let provisional: Bool
    /// Whether proposals are left out, as if they had no reviews.
    let partial: Bool
    let standings: [Entry]
    let agreement: Correlation?

    struct Entry: Encodable {
        let rank: Int
        let shared: Bool
        let proposal: Int64
        let title: String
        let value: String
        let exact: String
        let marks: [Mark]
    }

    struct Mark: Encodable {
        let reviewer: String
        let total: String
        let value: String
        let counts: Bool
    }

    struct Correlation: Encodable {
        let model: Agreement.Model
        let single: String?
        let average: String?
        let uncertain: Bool
    }

    init(_ contents: RankingViews.Contents) {
        let (board, names) = (contents.board, contents.names)
        (call, method) = (board.call.id.rawValue, contents.ranking.method)
        (provisional, partial) = (contents.isProvisional, board.isPartial)
        standings = contents.ranking.standings.map { standing in
            Entry(
                rank: standing.rank, shared: standing.isShared, proposal: standing.proposal.rawValue,
                title: board.line(standing.proposal)?.title ?? "", value: RankingViews.text(standing.value),
                exact: Self.exact(standing.value),
                marks: standing.marks.map { mark in
                    let sheet = board.sheets[ReviewPair(proposal: standing.proposal, reviewer: mark.reviewer)]
                    return Mark(
                        reviewer: names[mark.reviewer] ?? "",
                        total: sheet.map { Self.exact(board.total(of: $0)) } ?? "",
                        value: Self.exact(mark.value), counts: mark.counts)
                })
        }
        agreement = contents.agreement.map {
            Correlation(
                model: $0.model, single: $0.single?.text, average: $0.average?.text, uncertain: $0.isUncertain)
        }
    }

    private static func exact(_ value: Fraction) -> String { "\(value.numerator)/\(value.denominator)" }
}
