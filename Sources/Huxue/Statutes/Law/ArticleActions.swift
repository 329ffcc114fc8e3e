import GRDB

/// What the page of an article shows.
enum ArticleActions {
    /// Which texts are compared, by the number of the statute's edition that each came with; nil for the latest two.
    struct Choice: Hashable, Sendable {
        let from: Int?
        let to: Int?
    }

    /// An article as its page shows it.
    struct Wanted: Hashable, Sendable {
        let pcode: String
        let number: ArticleNumber
        let chosen: Choice
        /// The day of the view: what is in force depends on it.
        let today: Day
    }

    typealias Cache = GenerationCache<Wanted, ArticleViews.Contents>

    /// Everything but the works is the same for all readers, and kept until the law changes.
    /// - Throws: `StatuteRefusal.missing`.
    static func contents(
        _ wanted: Wanted, for visitor: Visitor, index: CitingWorkActions, cache: Cache, in db: Database
    ) throws -> ArticleViews.Contents {
        try Policy.require(.readLaw, for: visitor.actor, at: visitor.unit)
        // A pair that somebody chose is looked at once.
        let isChosen = wanted.chosen.from != nil || wanted.chosen.to != nil
        let kept = try isChosen ? nil : cache.value(for: wanted, in: db) { try law(wanted, in: db) }
        var contents = try kept ?? law(wanted, in: db)
        contents.works = try index.works(citing: wanted.pcode, wanted.number, for: visitor, in: db)
        return contents
    }

    private static func law(_ wanted: Wanted, in db: Database) throws -> ArticleViews.Contents {
        let (pcode, number) = (wanted.pcode, wanted.number)
        let editions = try StatuteStore.versions(of: pcode, in: db)
        let versions = try StatuteStore.articleVersions(of: pcode, number, in: db)
        guard let statute = editions.first, !versions.isEmpty else { throw StatuteRefusal.missing }
        let isInForce = versions[0].until == nil
        let references = try references(in: versions[0], of: statute, in: db)
        return ArticleViews.Contents(
            statute: statute.brief, number: number, versions: versions, editions: editions.map(\.brief),
            coming: isInForce ? statute.coming(number, today: wanted.today) : nil,
            previous: isInForce ? try StatuteStore.neighbour(of: number, in: statute, isNext: false, db: db) : nil,
            next: isInForce ? try StatuteStore.neighbour(of: number, in: statute, isNext: true, db: db) : nil,
            references: references, links: try CitationLinkStore.links(references.compactMap(\.target), in: db),
            compared: try compared(versions, editions, wanted.chosen)
        ).rendered()
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
