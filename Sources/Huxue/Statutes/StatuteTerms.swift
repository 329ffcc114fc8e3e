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

    static func name(of decision: AmendmentFlag.Decision) -> String {
        switch decision {
        case .confirmed: "仍然正確"
        case .revised: "已修改"
        case .retired: "已停用"
        }
    }

    /// `3 題`, `2 則`.
    static func counted(_ count: Int, _ subject: CitedWork.Subject) -> String {
        switch subject {
        case .question: "\(count) 題"
        case .page: "\(count) 則"
        }
    }

    /// What holds for works whose law was amended until somebody decides.
    static func consequence(for subject: CitedWork.Subject) -> String {
        switch subject {
        case .question: "複核以前不會被抽進新的測驗。"
        case .page: "複核以前，條目上會有提醒。"
        }
    }

    static func name(of subject: CitedWork.Subject) -> String {
        switch subject {
        case .question: "試題"
        case .page: "知識庫"
        }
    }
}
