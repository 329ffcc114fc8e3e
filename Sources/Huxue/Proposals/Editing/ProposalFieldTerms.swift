/// Words of the fields of a proposal.
enum ProposalFieldTerms {
    static func name(of field: ProposalField) -> String {
        switch field {
        case .call: "徵件"
        case .title: "提案名稱"
        case .kind: "類別"
        case .novelty: "首創或改良"
        case .problem: "現況與問題"
        case .idea: "創意構想"
        case .method: "實施方法"
        case .cost: "所需經費與人力"
        case .benefit: "預期效益"
        case .minutes: "每件省下的時間"
        case .cases: "每年件數"
        case .citations: "法令依據"
        case .lawAsOf: "依據法規日期"
        case .attachments: "附件"
        case .authors: "提案人與貢獻比例"
        case .reason: "這次改了什麼"
        }
    }

    /// The value of a field as it is read, not as it is written.
    static func shown(_ field: ProposalField, _ value: String) -> String {
        switch field {
        case .kind: ProposalKind(rawValue: value).map(ProposalCallTerms.name) ?? value
        case .novelty: ProposalNovelty(rawValue: value).map(ProposalCallTerms.name) ?? value
        default: value
        }
    }

    /// The reason of a first revision.
    static let firstRevision = "新提案"
}
