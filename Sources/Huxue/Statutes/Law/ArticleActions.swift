import GRDB

/// What the page of an article shows.
enum ArticleActions {
    /// Which texts are compared, by the number of the statute's edition that each came with; nil for the latest two.
    struct Choice: Sendable {
        let from: Int?
        let to: Int?
    }

    /// - Throws: `StatuteRefusal.missing`.
    static func contents(
        _ pcode: String, _ number: ArticleNumber, chosen: Choice, today: Day, for visitor: Visitor,
        index: CitingWorkActions, in db: Database
    ) throws -> ArticleViews.Contents {
        try Policy.require(.readLaw, for: visitor.actor, at: visitor.unit)
        let editions = try StatuteStore.versions(of: pcode, in: db)
        let versions = try StatuteStore.articleVersions(of: pcode, number, in: db)
        guard let statute = editions.first, !versions.isEmpty else { throw StatuteRefusal.missing }
        let numbers = statute.outline.compactMap { if case .article(let number) = $0 { number } else { nil } }
        let place = numbers.firstIndex(of: number)
        let references = try references(in: versions[0], of: statute, in: db)
        return ArticleViews.Contents(
            statute: statute, number: number, versions: versions, editions: editions,
            coming: versions[0].until == nil ? statute.coming(number, today: today) : nil,
            previous: place.flatMap { $0 > 0 ? numbers[$0 - 1] : nil },
            next: place.flatMap { $0 + 1 < numbers.count ? numbers[$0 + 1] : nil },
            references: references, links: try CitationLinkStore.links(references.compactMap(\.target), in: db),
            compared: try compared(versions, editions, chosen),
            works: try index.works(citing: pcode, number, for: visitor, in: db))
    }

    /// The text in the statute's latest edition alone.
    /// - Throws: `StatuteRefusal.missing`.
    static func text(
        of pcode: String, _ number: ArticleNumber, for visitor: Visitor, in db: Database
    ) throws -> (statute: StatuteVersion, text: String) {
        try Policy.require(.readLaw, for: visitor.actor, at: visitor.unit)
        guard let statute = try StatuteStore.current(pcode, in: db),
            let text = try StatuteStore.text(of: pcode, number, in: db)
        else { throw StatuteRefusal.missing }
        return (statute, text)
    }

    /// What the text in force refers to, without itself; nothing where lines do not tell its paragraphs apart.
    private static func references(
        in version: ArticleVersion, of statute: StatuteVersion, in db: Database
    ) throws -> [CitationReference] {
        guard version.until == nil, let digest = try StatuteStore.digest(of: statute.pcode, in: db) else { return [] }
        let names = try StatuteDirectoryStore.names(in: db)
        let cache = StatuteFrameCache.shared
        return try cache.references(of: version.number, in: digest, names) {
            guard ArticleText(version.text).paragraphs != nil else { return [] }
            let cited = Statute(statute.pcode, statute.name)
            let frame = try cache.frame(of: digest, names) {
                let texts = try StatuteStore.texts(of: statute, in: db)
                return StatuteFrame(cited, articles: texts.map { (number: $0.key, text: $0.value) }, names: names)
            }
            return CitationReader(names: names)
                .references(in: version.text, of: frame, article: version.number)
                .filter { $0.target.map { $0.withoutParts != Citation(cited, version.number) } ?? false }
        }
    }

    /// Nil when the article has one text alone.
    private static func compared(
        _ versions: [ArticleVersion], _ editions: [StatuteVersion], _ chosen: Choice
    ) throws -> (old: ArticleVersion, new: ArticleVersion)? {
        guard versions.count > 1 else { return nil }
        guard chosen.from != nil || chosen.to != nil else { return (versions[1], versions[0]) }
        let numbers = Dictionary(editions.map { ($0.id, $0.number) }) { first, _ in first }
        // The latest first, as `versions` are.
        let pair = versions.filter { [chosen.from, chosen.to].contains(numbers[$0.since]) }
        guard let new = pair.first, let old = pair.last, chosen.from == chosen.to || pair.count == 2 else {
            throw StatuteRefusal.missing
        }
        return (old, new)
    }
}
