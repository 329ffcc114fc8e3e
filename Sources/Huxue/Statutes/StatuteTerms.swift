/// Words for what happens to the law.
enum StatuteTerms {
    /// What stands between the citations of one bracket: `（戶籍法第41條第1項及同條第2項）`.
    static let joining = Set("、，；,; 及與或和暨　並本文前後段但書規定準用依見參照第條項款目之一二三四五六七八九十0123456789至～-同法施行細則附件附表各".unicodeScalars)

    /// Those of them that only list.
    static let listing = joining.subtracting("，；,;準用依見參照規定".unicodeScalars)

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
        let counts = words(
            added: outcome.added, amended: outcome.amended, regrouped: outcome.regrouped, same: outcome.same,
            older: outcome.older)
        return "\(counts)，\(outcome.flags) 處待複核"
    }

    static func words(of plan: StatuteImport) -> String {
        words(
            added: plan.added, amended: plan.amended, regrouped: plan.regrouped, same: plan.same, older: plan.older)
    }

    private static func words(added: Int, amended: Int, regrouped: Int, same: Int, older: Int) -> String {
        let moved = regrouped > 0 ? "，只調整項次 \(regrouped) 部" : ""
        return "新增 \(added) 部，修正 \(amended) 部\(moved)，不變 \(same) 部，較舊略過 \(older) 部"
    }

    /// A statute that a later file does not have any more.
    static func missing(since day: Day) -> String { "\(ROCDate.long(day))的法規檔案裡已經沒有這部法規" }

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

    static let searchedArticles = SearchKind(
        code: "articles", name: "條文", counter: "條", outOfForce: "已停止適用", place: 2)
    static let searchedStatutes = SearchKind(
        code: "statutes", name: "法規", counter: "部", outOfForce: "已廢止", place: 3)

    /// What a search for a statute or an article leads to.
    static func place(_ found: StatuteLookup) -> NamedPlace {
        let statute = StatuteAddress.statute(found.citation.statute.pcode)
        guard let name = found.name else {
            return NamedPlace(
                kind: .outside, title: found.title, words: "本系統還沒有收錄這部法規，連到法務部的公開網頁。",
                address: CitationViews.ministryAddress(of: found.citation))
        }
        if let article = found.article {
            return NamedPlace(kind: .page, title: found.title, words: "這一條的條文與歷次版本", address: article)
        }
        guard let number = found.citation.article else {
            return NamedPlace(kind: .best, title: found.title, words: "這部法規的條文、沿革與新舊對照", address: statute)
        }
        return NamedPlace(kind: .missing, title: name, words: "收錄的\(name)沒有\(number.words)。", address: statute)
    }

    static func setupStep(isDone: Bool, mayImport: Bool) -> SetupStep {
        SetupStep(
            title: "匯入法規", sentence: "從全國法規資料庫下載 JSON 檔，在這裡匯入；試題與條目的條文由此連結。",
            link: mayImport ? ("/statutes/import", "匯入法規") : nil, isDone: isDone, place: 3)
    }

    /// How many of all findings are of works that the reader may not see: `其中 2 處在您看不到的試題`; empty for none.
    static func hidden(_ all: [AmendmentRules.Finding], visible: [AmendmentRules.Finding]) -> String {
        let every = Dictionary(grouping: all, by: \.work.subject)
        let seen = Dictionary(grouping: visible, by: \.work.subject)
        let subjects = every.keys.filter { (every[$0]?.count ?? 0) > (seen[$0]?.count ?? 0) }
        guard !subjects.isEmpty else { return "" }
        let names = subjects.sorted { $0.place < $1.place }.map(\.name).joined(separator: "或")
        return "其中 \(all.count - visible.count) 處在您看不到的\(names)"
    }

    static let navigation = [
        NavigationGroup(
            name: NavigationGroup.own,
            entries: [NavigationEntry(icon: Icon.law, title: "法規", address: "/statutes", place: 2)])
    ]

    /// The entry of the menu for those who decide on works of one feature.
    static func amendments(for action: Action, place: Int) -> NavigationEntry {
        NavigationEntry(icon: Icon.warning, title: "法規異動", address: "/amendments", action: action, place: place)
    }

    static func amendmentNotes(_ notes: [ManagerNote]) -> ManagerNotes {
        ManagerNotes(title: "法規異動", link: ("/amendments", "全部的法規異動"), notes: notes, place: 2)
    }

    static func importNotes(_ notes: [ManagerNote]) -> ManagerNotes {
        ManagerNotes(title: "匯入法規", link: ("/statutes", "法規"), notes: notes, place: 5)
    }

    static func note(of sample: StatuteSample) -> ManagerNote {
        ManagerNote(
            title: "示範：有一部法規修正了。", sentence: "\(sample.name)等著匯入；匯入前會先列出要複核的試題與條目。",
            links: [(address: "/statutes/import", words: "看修正案")], tone: .info)
    }
}
