import GRDB

/// Pages of the knowledge base, for the search box: those that the visitor may read, what is in force first, then
/// overdue ones, the manual of this system, and what is not in force.
struct PageSearchStore: SearchSource {
    let kind = PageTerms.searched
    let clock: OfficeClock

    func isOpen(to visitor: Visitor?) -> Bool { visitor.map { $0.may(.readPages) } ?? true }

    /// Editors also find what waits to be sent.
    func sharing(with visitor: Visitor) -> SearchSharing? {
        guard PageActions.reach(of: visitor.actor) == .staff else { return nil }
        return SearchSharing(generations: [.pages, .announcements, .localFacts], day: ROCDate.day(of: clock.now()))
    }

    func matches(_ request: SearchRequest, for visitor: Visitor?, in db: Database) throws -> SearchMatches {
        let today = ROCDate.day(of: clock.now())
        return try Self.index(for: visitor).find(
            request, visible: Self.visible(to: visitor),
            lowered: """
                (SELECT (page.state <> 'current') * 4 + (page.state = 'current' AND page.reviewOn <= \(today))
                    + 2 * EXISTS (SELECT * FROM pageFacet WHERE pageFacet.pageID = page.id
                        AND pageFacet.facet = 'subject' AND pageFacet.value = \(PageTerms.ownManual))
                    FROM page WHERE page.id = found.id)
                """, meant: request.meant, in: db)
    }

    func hit(_ id: Int64, of request: SearchRequest, for visitor: Visitor?, in db: Database) throws -> SearchHit? {
        guard let page = try PageStore.page(ID(rawValue: id), in: db) else { return nil }
        let plainText = try PageStore.plainText(of: page.id, in: db)
        let text = try LocalFactStore.facts(in: db).filled(plainText, isPublic: visitor == nil)
        return SearchHit(
            title: .whole(page.title, phrases: request.phrases), address: Self.address(of: page, for: visitor),
            kindWord: try kindWord(page, for: visitor, in: db),
            excerpt: SearchExcerpt(of: text, phrases: request.phrases),
            isOutOfForce: page.state != .current)
    }

    func answer(_ request: SearchRequest, for visitor: Visitor?, in db: Database) throws -> SearchAnswer? {
        guard let aspect = request.aspect, request.breadth != .partial else { return nil }
        var named = request
        (named.scope, named.offset, named.limit) = (.names, 0, Self.asked)
        let ids = try matches(named, for: visitor, in: db).ids.map { ID<Page>(rawValue: $0) }
        return try PageAnswerActions.answer(
            PagePart(aspect), in: ids, for: visitor, today: ROCDate.day(of: clock.now()), in: db)
    }

    /// Among how many hits the one that answers is looked for.
    private static let asked = 5

    func suggestions(
        _ request: SearchRequest, for visitor: Visitor?, in db: Database
    ) throws -> [SearchSuggestion] {
        var wanted = request
        wanted.breadth = request.loose.expression == nil ? .exact : .loose
        wanted.scope = .titles
        let ids = try Self.index(for: visitor).find(
            wanted,
            visible:
                "\(Self.visible(to: visitor)) AND EXISTS (SELECT * FROM page WHERE page.id = found.id AND page.state = 'current')",
            in: db
        ).ids
        return try ids.compactMap { id in
            try PageStore.page(ID(rawValue: id), in: db).map { page in
                SearchSuggestion(
                    title: page.title, kindWord: try kindWord(page, for: visitor, in: db),
                    address: Self.address(of: page, for: visitor))
            }
        }
    }

    /// Editors also see that an announcement was not sent yet.
    private func kindWord(_ page: Page, for visitor: Visitor?, in db: Database) throws -> String {
        let word = visitor == nil ? PageTerms.publicName(of: page.kind) : PageTerms.name(of: page.kind)
        guard let visitor, page.kind == .announcement, page.state == .current,
            PageActions.reach(of: visitor.actor) == .editors, try !AnnouncementStore.wasSent(page.id, in: db)
        else { return word }
        return "\(word)（\(AnnouncementTerms.unsent)）"
    }

    private static func address(of page: Page, for visitor: Visitor?) -> Address {
        visitor == nil ? PublicAddress.page(page.code) : PageAddress.page(page.code)
    }

    private static func index(for visitor: Visitor?) -> SearchIndexStore {
        visitor == nil ? PageStore.publicIndex : PageStore.index
    }

    /// Withdrawn pages are found by their editors through the list alone.
    private static func visible(to visitor: Visitor?) -> SQL {
        guard let visitor else { return "1" }
        let hidden: SQL =
            PageActions.reach(of: visitor.actor) == .editors ? "" : "AND NOT (\(PageStore.waitsToBeSent))"
        return "EXISTS (SELECT * FROM page WHERE page.id = found.id AND page.state <> 'retired' \(hidden))"
    }
}
