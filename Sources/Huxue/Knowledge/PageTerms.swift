/// Words of the knowledge base.
enum PageTerms {
    static func name(of kind: PageKind) -> String {
        switch kind {
        case .procedure: "標準作業程序"
        case .interpretation: "函釋"
        case .faq: "常見問答"
        case .handbook: "工作手冊"
        case .announcement: "公告"
        }
    }

    static func name(of state: PageState) -> String {
        switch state {
        case .current: "現行"
        case .superseded: "停止適用"
        case .retired: "停用"
        }
    }

    static func name(of facet: PageFacet) -> String {
        switch facet {
        case .subject: "主題"
        case .policy: "施政"
        case .service: "服務"
        case .audience: "對象"
        }
    }
}
