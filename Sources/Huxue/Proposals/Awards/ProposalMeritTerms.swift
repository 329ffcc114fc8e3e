/// Words of awards.
enum ProposalMeritTerms {
    static let title = "提案獎勵"
    static let honours = "提案榮譽榜"

    static let needsDay = "核定日請寫成 115/12/31 的樣子（民國年/月/日）"
    static let longOrder = "文號最多 \(ProposalMeritRules.orderLimit) 個字，請縮短"

    static func badPrize(_ name: String) -> String { "\(name)的獎金請填 0 到 \(ProposalAwardFile.prizeLimit) 的整數" }
    static func badMerit(_ name: String) -> String { "\(name)的敘獎請寫成「嘉獎一次」「嘉獎二次」「記功一次」或「記功二次」，沒有就留空" }

    /// What one author got, in words.
    static func words(_ merit: ProposalMerit) -> String {
        let parts = [
            merit.merit.map(ProposalAwardFile.words), merit.prize > 0 ? "\(merit.prize) 元" : nil,
            merit.hasLetter ? "獎狀" : nil,
        ]
        return parts.compactMap { $0 }.joined(separator: "、")
    }
}

extension AuditAction {
    static let proposalMerit = AuditAction("proposal.merit", "登錄提案獎勵")
    static let proposalMeritExport = AuditAction("proposal.merit.export", "匯出提案獎勵")
}
