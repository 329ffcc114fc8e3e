/// What must hold of a page, decided without database or clock.
enum PageRules {
    /// What a page's surroundings have, to find out whether it fits in.
    struct Surroundings {
        /// Files of all pages, as `PageContent.path`.
        var paths: Set<String> = []
        var attachments: Set<String> = []
        /// The anchors of pages, by path; of those that are not here nobody knows them.
        var headings: [String: Set<String>] = [:]
        /// Articles that statutes never had which the office has loaded.
        var missing: Set<Citation> = []
        /// Under which statutes are cited.
        var statutes = StatuteNames.table
        /// Logins of people in service; nil when nobody can know, as in a folder of files.
        var logins: Set<String>?
        /// Units by any name that finds them; nil when nobody can know.
        var units: Set<String>?
        /// What the pages that are there name already, by code: an owner who left does not keep a page from being saved.
        var standing: [String: Names] = [:]
    }

    struct Names: Hashable, Sendable {
        let owner: PageOwner
        let unit: String
    }

    /// The day on which a page that was reviewed on `day` is due again: so many months later, the last day of a shorter
    /// month.
    static func reviewDay(after day: Day, months: Int) -> Day {
        let month = day.month - 1 + months
        let (year, number) = (day.year + month / 12, month % 12 + 1)
        let length = Day.length(ofMonth: number, year: year)
        return Day(year: year, month: number, day: min(day.day, length)) ?? day.adding(days: months * 30)
    }

    /// Everything that is wrong with a page where it is to stand; `line` of each counted from the text's first.
    static func problems(
        of content: PageContent, _ reading: PageReading, in surroundings: Surroundings
    ) -> [(line: Int, kind: PageProblem.Kind)] {
        let source = PageSource(content.body)
        let anchors = reading.anchors
        var problems: [(line: Int, kind: PageProblem.Kind)] = []
        for (target, meaning) in reading.targets {
            switch meaning {
            case .page(let path, _) where !surroundings.paths.contains(path):
                problems.append((source.line(linkingTo: target), .deadLink(target)))
            case .page(let path, let anchor) where !anchor.isEmpty:
                guard let known = surroundings.headings[path], !known.contains(anchor) else { break }
                problems.append((source.line(linkingTo: target), .deadAnchor(target)))
            case .attachment(let name) where !surroundings.attachments.contains(name):
                problems.append((source.line(linkingTo: target), .missingAttachment(name)))
            case .anchor(let id) where !anchors.contains(id):
                problems.append((source.line(linkingTo: target), .deadAnchor(target)))
            case .elsewhere where !MarkdownLink.isAllowed(target):
                problems.append((source.line(linkingTo: target), .deadLink(target)))
            default: break
            }
        }
        for (line, reference) in references(reading, in: source) {
            guard case .unresolved(let doubt) = reference.meaning, isMistake(doubt) else { continue }
            problems.append((line, .citation(reference.text, doubt.sentence)))
        }
        problems += fatalProblems(of: content, reading)
        return problems.sorted { $0.line < $1.line }
    }

    /// What should be looked at, though it may be right: markup that would be too much and is shown as text; articles that
    /// statutes never had as the office has them, and articles of statutes that nobody here knows by that name or that are
    /// not named, unless the page links them itself; and characters that only an office's own fonts show.
    static func doubts(
        of content: PageContent, _ reading: PageReading, in surroundings: Surroundings
    ) -> [(line: Int, kind: PageProblem.Kind)] {
        let source = PageSource(content.body)
        let citations = references(reading, in: source).compactMap {
            line, reference -> (line: Int, kind: PageProblem.Kind)? in
            switch reference.meaning {
            case .one, .through:
                let isThere = reference.citations.allSatisfy { !surroundings.missing.contains($0.withoutParts) }
                return isThere ? nil : (line, .missingArticle(reference.text))
            case .unresolved(.unknownStatute(let name)) where isNamed(name, in: reference.text):
                return source.links(reference.text) ? nil : (line, .unknownStatute(reference.text, name: name))
            case .unresolved(.sharedName(let name)):
                return (line, .citation(reference.text, CitationDoubt.sharedName(name).sentence))
            case .unresolved(.noStatute) where CitationDoubt.namesArticle(reference.text):
                return source.links(reference.text) ? nil : (line, .noStatute(reference.text))
            case .unresolved: return nil
            }
        }
        let excesses = reading.excesses.map { (line: $0.line, kind: PageProblem.Kind.excess($0.kind)) }
        return excesses + citations
            + InvisibleText.privateCharacters(in: content.body).map {
                ($0.line, .privateCharacter($0.scalar, in: .body))
            }
    }

    /// What should be looked at in the fields beside the text.
    static func fieldDoubts(of content: PageContent) -> [(field: PageField, kind: PageProblem.Kind)] {
        let texts =
            [
                (PageField.title, content.title), (.number, content.interpretation?.number ?? ""),
                (.issuer, content.interpretation?.issuer ?? ""), (.unit, content.unit),
                (.keywords, content.keywords.joined()), (.restsOn, content.restsOn.joined()),
            ]
            + PageFacet.allCases.map { (PageField($0), content[$0].joined()) }
        return texts.flatMap { field, text in
            InvisibleText.privateCharacters(in: text).map { (field, .privateCharacter($0.scalar, in: field)) }
        }
    }

    /// The references with the lines on which they stand.
    private static func references(
        _ reading: PageReading, in source: PageSource
    ) -> [(line: Int, reference: PageReading.Reference)] {
        var words = source.words()
        return reading.references.map { (words.line(of: $0.text), $0) }
    }

    /// Whether the words begin with the name of a statute, and do not only go back to it or to the end of it.
    private static func isNamed(_ name: String, in words: String) -> Bool {
        StatuteAbbreviation.endings.contains(where: name.hasSuffix) && words.hasPrefix(name)
    }

    /// Those of them with which a page is not saved; they need to know nothing of other pages.
    static func fatalProblems(
        of content: PageContent, _ reading: PageReading
    ) -> [(line: Int, kind: PageProblem.Kind)] {
        let source = PageSource(content.body)
        return reading.placeholders.filter { LocalFact(placeholder: $0) == nil }
            .map { (source.line(holding: "{{\($0)}}"), .unknownFact($0)) }
            + (content.kind == .procedure ? partProblems(reading.headings, in: source) : [])
    }

    /// What the fields of a page name and nobody has.
    static func unknownNames(in content: PageContent, _ surroundings: Surroundings) -> [PageProblem.Kind] {
        var problems: [PageProblem.Kind] = []
        let standing = surroundings.standing[content.code]
        if case .login(let login) = content.owner, standing?.owner != content.owner, let logins = surroundings.logins,
            !logins.contains(login)
        {
            problems.append(.unknownOwner(login))
        }
        if let units = surroundings.units, !content.unit.isEmpty, standing?.unit != content.unit,
            !units.contains(content.unit)
        {
            problems.append(.unknownUnit(content.unit))
        }
        for name in content.restsOn {
            do {
                _ = try CitedPassage(parsing: name, names: surroundings.statutes)
            } catch {
                problems.append(.citation(name, error.sentence))
            }
        }
        return problems
    }

    /// A statute or a part that is not there; what only lacks a name, 第二項 or 前條, may be ordinary words.
    private static func isMistake(_ doubt: CitationDoubt) -> Bool {
        switch doubt {
        case .missingArticle, .missingPart: true
        default: false
        }
    }

    private static func partProblems(
        _ headings: [Markdown.Heading], in source: PageSource
    ) -> [(line: Int, kind: PageProblem.Kind)] {
        var problems: [(line: Int, kind: PageProblem.Kind)] = []
        var last = -1
        var seen: [String: Int] = [:]
        for heading in headings where heading.level == 2 {
            let time = seen[heading.text, default: 0]
            seen[heading.text] = time + 1
            guard let part = PagePart(title: heading.text), let place = PagePart.allCases.firstIndex(of: part) else {
                problems.append((source.line(ofHeading: heading.text, time: time), .unknownPart(heading.text)))
                continue
            }
            if time > 0 {
                problems.append((source.line(ofHeading: heading.text, time: time), .partTwice(heading.text)))
            } else if place < last {
                problems.append((source.line(ofHeading: heading.text, time: time), .partOutOfOrder(heading.text)))
            }
            last = max(last, place)
        }
        return problems
    }
}
