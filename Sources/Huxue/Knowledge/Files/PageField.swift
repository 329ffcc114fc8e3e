/// The fields of a page as it is written in the form; named as in the front matter.
enum PageField: String, CaseIterable, Sendable {
    case code, kind, title, number, issuedOn, issuer, state, owner, unit, reviewMonths, lawAsOf
    case isPublic = "public"
    case audience, subject, policy, service, keywords, restsOn, body, reason

    /// Those that hold several values, apart by commas.
    static let lists: Set<PageField> = [.audience, .subject, .policy, .service, .keywords, .restsOn]

    /// Those of which a page consists, as two versions are compared and merged.
    static let content = allCases.filter { $0 != .code && $0 != .kind && $0 != .body && $0 != .reason }

    static let interpretation: Set<PageField> = [.number, .issuedOn, .issuer, .state]

    init(_ facet: PageFacet) {
        self =
            switch facet {
            case .subject: .subject
            case .policy: .policy
            case .service: .service
            case .audience: .audience
            }
    }
}
