/// Words for what happens to the law.
enum StatuteTerms {
    static func facts(level: String, modified: Day?) -> String {
        level + (modified.map { "　\(ROCDate.long($0))修正" } ?? "")
    }

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

    /// What differs between two editions, with the numbers of the articles.
    static func words(of comparison: StatuteComparison) -> String {
        var parts: [String] = []
        if let renaming = comparison.renaming { parts.append("原名「\(renaming.old)」") }
        if comparison.isRepealed { parts.append("廢止") }
        if comparison.isRevived { parts.append("恢復") }
        for (kind, word) in [
            (StatuteComparison.Change.changed, "修正"), (.regrouped, "項次調整"), (.added, "增訂"), (.removed, "刪除"),
        ] {
            let numbers = comparison.numbers(kind)
            if !numbers.isEmpty { parts.append("\(word)第 \(numbers.map(\.plain).joined(separator: "、")) 條") }
        }
        if !comparison.headings.isEmpty, !parts.isEmpty { parts.append("章節名稱調整") }
        return parts.isEmpty ? "只有章節名稱不同" : parts.joined(separator: "；")
    }

    /// Of an amendment that is to come.
    static func words(of coming: AmendmentStep) -> String {
        coming.opens.map { "已公布，\(ROCDate.long($0))施行" } ?? "已公布，施行日期未定"
    }

    static func words(of outcome: StatuteUpload.Outcome) -> String {
        "新增 \(outcome.added) 部，修正 \(outcome.amended) 部，不變 \(outcome.same) 部，較舊略過 \(outcome.older) 部，\(outcome.flags) 處待複核"
    }

    static func name(of state: StatuteUpload.State) -> String {
        switch state {
        case .checking: "檢查中"
        case .ready: "等候確認"
        case .refused: "不能匯入"
        case .running: "匯入中"
        case .done: "完成"
        case .failed: "沒有完成"
        case .interrupted: "中斷"
        case .replaced: "換了檔案"
        }
    }

    static func name(of decision: AmendmentFlag.Decision) -> String {
        switch decision {
        case .confirmed: "仍然正確"
        case .revised: "已修改"
        case .retired: "已停用"
        }
    }

    /// `3 題`, `2 個條目`.
    static func counted(_ count: Int, _ subject: CitedWork.Subject) -> String {
        switch subject {
        case .question: "\(count) 題"
        case .page: "\(count) 個條目"
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
