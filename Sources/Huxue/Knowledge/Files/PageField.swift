/// The fields of a page as it is written in the form; named as in the front matter.
enum PageField: String, WrittenField {
    case code, kind, title, number, issuedOn, issuer, state, owner, unit, reviewMonths, lawAsOf
    case isPublic = "public"
    case audience, subject, policy, service, keywords, restsOn, body, reason

    /// Those that hold several values, apart by commas.
    static let lists: Set<PageField> = [.audience, .subject, .policy, .service, .keywords, .restsOn]

    static let subjectKind = "page"
    static let text: PageField? = .body
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

    static func lines(of text: String) -> [String] {
        PageFile.trimmed(text).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    var name: String { PageTerms.name(of: self) }
    func shown(_ value: String) -> String { PageTerms.shown(self, value) }

    /// Also when a date or the space between values is written in another way.
    func isSame(_ one: String, _ other: String) -> Bool {
        if one == other { return true }
        if Self.lists.contains(self) { return PageForm.items(one) == PageForm.items(other) }
        guard self == .lawAsOf || self == .issuedOn, let day = ROCDate.parseDay(one) else { return false }
        return day == ROCDate.parseDay(other)
    }
}
