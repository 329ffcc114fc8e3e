/// Words of a call's results as files.
enum ProposalResultTerms {
    static func name(of kind: ProposalResultFile.Kind) -> String {
        switch kind {
        case .ranking: "排名"
        case .scores: "評分明細"
        }
    }

    /// Links to the files, below the ranking.
    static func downloads(of call: ID<ProposalCall>) -> HTML {
        let own: Address = "\(ProposalCallViews.address(of: call))/results"
        return """
            <p class="row no-print small"><span>下載：</span><a href="\(own)/ranking.csv">排名 CSV</a>\
            <a href="\(own)/ranking.xlsx">排名 XLSX</a><a href="\(own)/scores.csv">評分明細 CSV</a>\
            <a href="\(own)/scores.xlsx">評分明細 XLSX</a></p>
            """
    }

    static func unknown(_ text: String, _ choices: [String]) -> String {
        "沒有「\(text)」。可用：\(choices.joined(separator: "、"))。"
    }
}

extension AuditAction {
    static let proposalExport = AuditAction("proposal.export", "匯出提案評審結果")
}
