import Foundation

/// A page as somebody is writing it.
typealias PageForm = WrittenForm<PageField>

extension PageForm {
    init(_ content: PageContent, reason: String = "") {
        self.init([
            .code: content.code, .kind: content.kind.rawValue, .title: content.title,
            .number: content.interpretation?.number ?? "",
            .issuedOn: content.interpretation.map { ROCDate.plain($0.issuedOn) } ?? "",
            .issuer: content.interpretation?.issuer ?? "", .state: content.state.rawValue, .owner: content.owner.text,
            .unit: content.unit, .reviewMonths: "\(content.reviewMonths)", .lawAsOf: ROCDate.plain(content.lawAsOf),
            .isPublic: content.isPublic ? "1" : "", .keywords: Self.joined(content.keywords),
            .restsOn: Self.joined(content.restsOn), .body: content.body, .reason: reason,
        ])
        for facet in PageFacet.allCases { self[PageField(facet)] = Self.joined(content[facet]) }
    }

    init(_ form: Form) throws {
        try self.init(sent: form)
        if let parts = try PageParts(sent: form) { self[.body] = parts.body }
        // A box that is not ticked is not sent.
        if self[.state].isEmpty { self[.state] = PageState.current.rawValue }
    }

    /// A new page.
    init(blank kind: PageKind, code: String, unit: String, lawAsOf: Day) {
        self.init([
            .code: code, .kind: kind.rawValue, .state: PageState.current.rawValue,
            .owner: Role.knowledgeEditor.rawValue, .unit: unit, .reviewMonths: "12",
            .lawAsOf: ROCDate.plain(lawAsOf),
        ])
    }

    var kind: PageKind? { PageKind(rawValue: self[.kind]) }

    /// The fields without which a page of this kind is not saved.
    static func required(of kind: PageKind?) -> Set<PageField> {
        let required: Set<PageField> = [.code, .kind, .title, .owner, .reviewMonths, .lawAsOf, .body, .reason]
        return kind == .interpretation ? required.union([.number, .issuedOn, .issuer]) : required
    }

    /// The text, part by part.
    /// - Throws: why it cannot be shown so.
    func parts() throws(PageParts.Obstacle) -> PageParts { try PageParts(self[.body]) }

    /// Several values in one field; apart by `；` where one of them has a comma itself.
    static func joined(_ items: [String]) -> String {
        guard items.contains(where: { $0.contains(where: { "、,，；;".contains($0) }) }) else {
            return items.joined(separator: "、")
        }
        return items.map { $0 + "；" }.joined()
    }

    static func items(_ text: String) -> [String] {
        let isApart = text.contains { "；;".contains($0) }
        return text.split { isApart ? "；;".contains($0) : "、,，".contains($0) }
            .map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }.filter { !$0.isEmpty }
    }

    /// The content and its printed file, when every field is right.
    func file() -> (file: (content: PageContent, source: String)?, problems: [PageFormProblem]) {
        var problems: [PageFormProblem] = []
        let required = Self.required(of: kind)
        for field in [PageField.code, .title, .owner, .number, .issuer]
        where required.contains(field) && self[field].isEmpty { problems.append(.init(field, .missing(field))) }
        for field in PageField.allCases where field != .body {
            guard self[field].unicodeScalars.contains(where: InvisibleText.turns) else { continue }
            problems.append(.init(field, .turning(field, self[field])))
        }
        let kind = value(.kind, &problems) { PageKind(rawValue: $0) }
        let months = value(.reviewMonths, &problems) { Form.number(typed: $0) }
        let lawAsOf = value(.lawAsOf, &problems) { ROCDate.parseDay($0) }
        let issuedOn =
            kind == .interpretation ? value(.issuedOn, &problems) { ROCDate.parseDay($0) } : nil
        if MergeMarks.areLeft(in: self[.body]) {
            problems.append(.init(.body, .undecided))
        }
        if PageReader.reserved.contains(self[.code]) { problems.append(.init(.code, .reservedCode(self[.code]))) }
        guard let kind else { return (nil, problems) }
        // Days stand in for those that could not be read, so that everything that is wrong is told at once.
        let someDay = Day(daysSinceEpoch: 0)
        let content = draft(
            kind, months: months ?? 12, lawAsOf: lawAsOf ?? someDay,
            interpretation: kind != .interpretation
                ? nil
                : PageContent.Interpretation(
                    number: self[.number], issuedOn: issuedOn ?? someDay, issuer: self[.issuer]))
        let source = PagePrinter.print(content)
        let file = PageFile(reading: Array(source.utf8), path: content.path)
        let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
        let told = Set(problems.map(\.field)).subtracting([.body])
        for problem in file.problems {
            let field = PageField(problem, lines) ?? .body
            guard !told.contains(field) else { continue }
            let line = field == .body ? problem.line - file.bodyLine + 1 : nil
            problems.append(.init(field, .file(problem.kind), line: line))
        }
        guard problems.isEmpty, let read = file.content else { return (nil, problems) }
        return ((read, read == content ? source : PagePrinter.print(read)), [])
    }

    /// Enough of a page to show its text, whatever else is missing.
    func sketch(today: Day) -> PageContent {
        draft(kind ?? .handbook, months: 12, lawAsOf: ROCDate.parseDay(self[.lawAsOf]) ?? today, interpretation: nil)
    }

    private func draft(
        _ kind: PageKind, months: Int, lawAsOf: Day, interpretation: PageContent.Interpretation?
    ) -> PageContent {
        PageContent(
            code: self[.code], kind: kind, title: self[.title],
            state: PageState(rawValue: self[.state]) ?? .current, interpretation: interpretation,
            owner: PageOwner(self[.owner]), unit: self[.unit], reviewMonths: months, lawAsOf: lawAsOf,
            isPublic: self[.isPublic] == "1",
            facets: Dictionary(
                uniqueKeysWithValues: PageFacet.allCases.map { ($0, Self.items(self[PageField($0)])) }
            ).filter { !$0.value.isEmpty },
            keywords: Self.items(self[.keywords]), restsOn: Self.items(self[.restsOn]),
            body: PageFile.trimmed(self[.body]))
    }

    private func value<Value>(
        _ field: PageField, _ problems: inout [PageFormProblem], read: (String) -> Value?
    ) -> Value? {
        guard !self[field].isEmpty else {
            problems.append(.init(field, .missing(field)))
            return nil
        }
        guard let value = read(self[field]) else {
            problems.append(.init(field, .unreadable(field, self[field])))
            return nil
        }
        return value
    }
}

extension PageField {
    /// The field that a problem of the page's file is about.
    fileprivate init?(_ problem: PageProblem, _ lines: [Substring]) {
        switch problem.kind {
        case .wrongCode: self = .code
        case .wrongReviewMonths: self = .reviewMonths
        case .noBody, .tooLarge, .controlCharacter: self = .body
        default:
            let line = lines.indices.contains(problem.line - 1) ? lines[problem.line - 1] : ""
            let name = line.prefix { $0 != ":" }
            guard let field = name == "id" ? .code : PageField(rawValue: String(name)) else { return nil }
            self = field
        }
    }
}
