/// Words of calls.
enum ProposalCallTerms {
    static func name(of field: ProposalCallField) -> String {
        switch field {
        case .unit: "徵件單位"
        case .title: "名稱"
        case .year: "年度"
        case .opens: "開始"
        case .closes: "截止"
        case .kinds: "徵求類別"
        case .panel: "評審委員"
        case .takesRole: "有「評審委員」角色的同仁也加入"
        case .reviewers: "每件評審人數"
        case .blind: "匿名評審"
        case .method: "排名方法"
        case .third: "第三位評審"
        case .ties: "同分時"
        case .awards: "獎項"
        case .rubric: "評分表"
        case .tieCriterion: "同分時比的項目"
        case .chain: "主管與所屬同仁互相迴避"
        case .reviewsClose: "評審截止"
        }
    }

    static func name(of kind: ProposalKind) -> String {
        switch kind {
        case .crossAgency: "跨機關整合"
        case .simplified: "服務流程簡化"
        case .remodelled: "服務項目改造"
        case .newMethod: "服務方法創新"
        case .feedback: "服務評價回饋"
        case .other: "其他"
        }
    }

    static func name(of novelty: ProposalNovelty) -> String {
        switch novelty {
        case .first: "首創"
        case .improved: "改良"
        }
    }

    static func name(of state: ProposalCallState) -> String {
        switch state {
        case .planned: "尚未開始"
        case .open: "徵件中"
        case .closed: "形式審查"
        case .review: "評審中"
        case .meeting: "評審會議"
        case .decided: "已決議"
        }
    }

    static func name(of method: RankMethod) -> String {
        switch method {
        case .mean: "平均分數"
        case .trimmedMean: "去掉最高與最低後平均"
        case .rankSum: "序位法（各委員名次相加，少的在前）"
        case .standardScore: "標準分數平均（消除委員給分寬嚴）"
        }
    }

    /// The orders that a form offers; the value is the codes of the breakers.
    static let tieOrders: [[TieBreaker]] = [
        [.criterion, .firstPlaces], [.firstPlaces, .criterion], [.criterion], [.firstPlaces], [],
    ]

    /// `criterion`: the name of the one that decides; empty where it is not chosen yet.
    static func words(of ties: [TieBreaker], criterion: String = "") -> String {
        guard !ties.isEmpty else { return "名次並列" }
        let named = criterion.isEmpty ? "比指定的評分項目" : "比「\(criterion)」的平均"
        return ties.map { $0 == .criterion ? named : "比第一名的比例" }.joined(separator: "，再") + "，仍相同則並列"
    }

    static func words(third share: Int?) -> String {
        share.map { "兩位評審的總分相差滿分的 \($0) % 以上時，請第三位" } ?? "不用"
    }

    static func year(_ year: Int) -> String { "\(ROCDate.year(year)) 年" }

    static func obstacle(_ count: Int) -> String { "這個單位有 \(count) 次創意提案徵件" }
}
