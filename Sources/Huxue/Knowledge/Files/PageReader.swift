import Foundation

/// Turns the nodes of a page's front matter into its content, and collects problems on the way.
struct PageReader: YAMLFieldReader {
    let path: String
    private(set) var problems: [PageProblem] = []
    private(set) var fieldLines: [String: Int] = [:]

    static let valueLimit = 20

    init(path: String) {
        self.path = path
    }

    mutating func note(_ kind: PageProblem.Kind, line: Int) {
        problems.append(PageProblem(file: path, line: line, kind: kind))
    }

    mutating func note(_ problem: YAMLFieldProblem, line: Int) {
        note(.field(problem), line: line)
    }

    static let known = [
        "id", "kind", "title", "state", "number", "issuedOn", "issuer", "owner", "unit", "reviewMonths", "lawAsOf",
        "public", "audience", "subject", "policy", "service", "keywords", "restsOn",
    ]

    mutating func content(_ root: YAMLNode, body: String, bodyLine: Int) -> PageContent? {
        guard let fields = fields(of: root, called: "開頭的欄位", known: Self.known) else { return nil }
        fieldLines = fields.fields.mapValues(\.line)
        let code = code(in: fields)
        let kind: PageKind? = value("kind", in: fields)
        let state: PageState? = fields["state"] == nil ? .current : value("state", in: fields)
        let title = line("title", in: fields, limit: 100)
        let owner = line("owner", in: fields, limit: 100).map { PageOwner($0) }
        let unit = fields["unit"] == nil ? "" : line("unit", in: fields, limit: 200).map(StreamSafeText.key)
        let months = reviewMonths(in: fields)
        let lawAsOf = required("lawAsOf", in: fields).flatMap { day($0, called: "lawAsOf") }
        let isPublic = fields["public"] == nil ? false : bool("public", in: fields)
        var facets: [PageFacet: [String]] = [:]
        for facet in PageFacet.allCases { facets[facet] = keys(facet.rawValue, in: fields) }
        let keywords = list("keywords", in: fields)
        let restsOn = list("restsOn", in: fields)
        let interpretation = interpretation(in: fields, kind: kind)
        check(body, at: bodyLine)
        if let kind, let code, !Self.fits(path, kind, code) {
            note(.wrongPlace(expected: PageContent.path(kind, code)), line: 1)
        }
        guard let code, let kind, let state, let title, let owner, let unit, let months, let lawAsOf, let isPublic
        else { return nil }
        return PageContent(
            code: code, kind: kind, title: title, state: state, interpretation: interpretation, owner: owner,
            unit: unit, reviewMonths: months, lawAsOf: lawAsOf, isPublic: isPublic,
            facets: facets.filter { !$0.value.isEmpty }, keywords: keywords, restsOn: restsOn, body: body)
    }

    private static func fits(_ path: String, _ kind: PageKind, _ code: String) -> Bool {
        path == PageContent.path(kind, code) || path.hasSuffix("/" + PageContent.path(kind, code))
    }

    /// Addresses beside those of pages.
    static let reserved: Set<String> = ["new", "drafts", "preview"]

    static func isCode(_ text: String) -> Bool {
        text.wholeMatch(of: /[a-z][a-z0-9]*(-[a-z0-9]+)*/) != nil && text.utf8.count <= 64 && !reserved.contains(text)
    }

    private mutating func code(in fields: YAMLFields) -> String? {
        guard let found = line("id", in: fields, limit: 64) else { return nil }
        guard Self.isCode(found) else {
            note(.wrongCode(found), line: fields.line(of: "id"))
            return nil
        }
        return found
    }

    private mutating func reviewMonths(in fields: YAMLFields) -> Int? {
        guard let text = line("reviewMonths", in: fields, limit: 10) else { return nil }
        guard let months = Int(text), (1...60).contains(months) else {
            note(.wrongReviewMonths, line: fields.line(of: "reviewMonths"))
            return nil
        }
        return months
    }

    private mutating func bool(_ name: String, in fields: YAMLFields) -> Bool? {
        guard let node = required(name, in: fields) else { return nil }
        guard let value = node.bool else {
            note(.notTrueOrFalse(name), line: fields.line(of: name))
            return nil
        }
        return value
    }

    /// The values that pages are filtered by, each once however its characters are encoded.
    private mutating func keys(_ name: String, in fields: YAMLFields) -> [String] {
        list(name, in: fields).map(StreamSafeText.key)
    }

    /// Empty for a field that is not there.
    private mutating func list(_ name: String, in fields: YAMLFields) -> [String] {
        guard fields[name] != nil, let items = texts(name, in: fields, limit: 50) else { return [] }
        if items.count > Self.valueLimit {
            note(YAMLFieldProblem.tooLong(name, limit: Self.valueLimit), line: fields.line(of: name))
        }
        var seen: Set<String> = []
        return items.map(\.text).filter { seen.insert($0).inserted }
    }

    private mutating func interpretation(
        in fields: YAMLFields, kind: PageKind?
    ) -> PageContent.Interpretation? {
        guard kind == .interpretation else {
            for name in ["number", "issuedOn", "issuer"] where fields[name] != nil && kind != nil {
                note(.fieldOfInterpretations(name), line: fields.line(of: name))
            }
            return nil
        }
        let number = line("number", in: fields, limit: 100)
        let issuedOn = required("issuedOn", in: fields).flatMap { day($0, called: "issuedOn") }
        let issuer = line("issuer", in: fields, limit: 50)
        guard let number, let issuedOn, let issuer else { return nil }
        return PageContent.Interpretation(number: number, issuedOn: issuedOn, issuer: issuer)
    }

    private mutating func check(_ body: String, at bodyLine: Int) {
        if body.isEmpty { note(.noBody, line: bodyLine) }
        guard body.utf8.count <= PageContent.bodyLimit else {
            return note(.tooLarge(kibibytes: PageContent.bodyLimit >> 10), line: bodyLine)
        }
    }
}
