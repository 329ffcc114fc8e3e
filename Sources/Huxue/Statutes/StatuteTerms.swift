/// Words for what happens to the law.
enum StatuteTerms {
    static func name(of change: StatuteComparison.Change) -> String {
        switch change {
        case .changed: "修正"
        case .regrouped: "項次重新編排"
        case .relaid: "文字相同"
        case .added: "增訂"
        case .removed: "刪除"
        }
    }

    static func name(of change: AmendmentRules.Change) -> String {
        switch change {
        case .changed: "條文已修正"
        case .added: "條文新增訂"
        case .removed: "條文已刪除"
        case .repealed: "法規已廢止"
        case .amendedSince: "核對之後條文修正過"
        case .unreadableHistory: "核對之後法規修正過，沿革看不出是哪些條文"
        }
    }

    static func name(of subject: CitedWork.Subject) -> String {
        switch subject {
        case .question: "試題"
        case .page: "知識庫"
        }
    }
}
