/// Words of mergers.
enum ProposalMergerTerms {
    static let interest = "併入這件的提案的提案人"

    static func words(of answer: ProposalMerger.Answer) -> String {
        switch answer.agrees {
        case true?: "\(answer.name) 同意"
        case false?: "\(answer.name) 不同意"
        case nil: "\(answer.name) 還沒有回覆"
        }
    }
}

extension AuditAction {
    static let proposalMergerOffer = AuditAction("proposal.merger.offer", "徵詢併案")
    static let proposalMergerWithdrawal = AuditAction("proposal.merger.withdrawal", "取消併案")
    static let proposalMergerConsent = AuditAction("proposal.merger.consent", "同意併案")
    static let proposalMergerDecline = AuditAction("proposal.merger.decline", "不同意併案")
}
