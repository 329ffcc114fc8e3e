/// Words for what can be found.
enum SearchTerms {
    /// Where articles are that the office does not keep.
    static let elsewhere = "全國法規資料庫"

    static func name(of kind: SearchKind) -> String {
        switch kind {
        case .pages: "知識庫"
        case .articles: "條文"
        case .statutes: "法規"
        case .questions: "試題"
        }
    }

    /// What is counted.
    static func unit(of kind: SearchKind) -> String {
        switch kind {
        case .pages: "個條目"
        case .articles: "條"
        case .statutes: "部"
        case .questions: "題"
        }
    }

    static func outOfForce(_ kind: SearchKind) -> String {
        switch kind {
        case .pages, .articles: "已停止適用"
        case .statutes: "已廢止"
        case .questions: "已停用"
        }
    }

    /// 12 條, or 1000 條以上 where counting stopped.
    static func count(_ count: Int, of kind: SearchKind) -> String {
        "\(count) \(unit(of: kind))" + (count >= SearchRequest.countLimit ? "以上" : "")
    }
}
