/// What differs between two editions of one statute.
struct StatuteComparison: Hashable, Sendable {
    enum Change: Hashable, Sendable {
        /// The words differ.
        case changed
        /// The words are the same, but stand in other paragraphs, so that a cited 項 may be another one.
        case regrouped
        /// Only layout or the writing of characters differs, or a private character was mended: nothing that anybody must
        /// look at.
        case relaid
        case added
        /// Gone, or its text is now （刪除）.
        case removed
    }

    struct ArticleChange: Hashable, Sendable {
        let number: ArticleNumber
        let change: Change
    }

    /// A heading that is gone, new, or whose words changed under the same number; one of the two may be nil.
    struct HeadingChange: Hashable, Sendable {
        let old: StatuteHeading?
        let new: StatuteHeading?
    }

    struct Renaming: Hashable, Sendable {
        let old: String
        let new: String
    }

    /// In the order of their numbers.
    let articles: [ArticleChange]
    let headings: [HeadingChange]
    let renaming: Renaming?
    /// In force before, 廢 now.
    let isRepealed: Bool
    /// 廢 before, in force now.
    let isRevived: Bool

    /// Compares two editions of the same pcode.
    init(from old: StatuteEdition, to new: StatuteEdition) {
        articles = Self.articleChanges(from: old, to: new)
        headings = Self.headingChanges(from: old.headings, to: new.headings)
        let isSameName = LawText.folded(old.name) == LawText.folded(new.name)
        renaming = isSameName ? nil : Renaming(old: old.name, new: new.name)
        isRepealed = !old.isRepealed && new.isRepealed
        isRevived = old.isRepealed && !new.isRepealed
    }

    func numbers(_ change: Change) -> [ArticleNumber] {
        articles.filter { $0.change == change }.map(\.number)
    }

    /// Whether nothing differs that carries meaning.
    var isEmpty: Bool {
        articles.allSatisfy { $0.change == .relaid } && headings.isEmpty && renaming == nil && !isRepealed
            && !isRevived
    }

    /// Whether lines of its articles moved to other paragraphs, and nothing else.
    var isRegroupedOnly: Bool {
        !isEmpty && articles.allSatisfy { $0.change == .relaid || $0.change == .regrouped } && headings.isEmpty
            && renaming == nil && !isRepealed && !isRevived
    }

    private static func articleChanges(from old: StatuteEdition, to new: StatuteEdition) -> [ArticleChange] {
        let before = Dictionary(old.articles.map { ($0.number, $0.text) }, uniquingKeysWith: { first, _ in first })
        let after = Dictionary(new.articles.map { ($0.number, $0.text) }, uniquingKeysWith: { first, _ in first })
        return Set(before.keys).union(after.keys).sorted().compactMap { number in
            change(from: before[number], to: after[number]).map { ArticleChange(number: number, change: $0) }
        }
    }

    /// Nil when the texts are the same, or there was no article and is none.
    static func change(from old: String?, to new: String?) -> Change? {
        if old == new { return nil }
        let before = old.map(ArticleText.init).flatMap { $0.isDeleted ? nil : $0 }
        let after = new.map(ArticleText.init).flatMap { $0.isDeleted ? nil : $0 }
        guard let before else { return after == nil ? nil : .added }
        guard let after else { return .removed }
        guard OddSigns.areSame(before.folded, after.folded) else { return .changed }
        return ArticleText.changedParts(before, after)?.isEmpty == false ? .regrouped : .relaid
    }

    private static func headingChanges(from old: [StatuteHeading], to new: [StatuteHeading]) -> [HeadingChange] {
        let difference = TextDifference(
            TextDifference.keys(old.map { LawText.folded($0.title) }, new.map { LawText.folded($0.title) }))
        return difference.changes.flatMap { change in
            pairs(Array(old[change.old]), Array(new[change.new]))
        }
    }

    /// Pairs those of the same number, 第七章 with 第七章.
    private static func pairs(_ old: [StatuteHeading], _ new: [StatuteHeading]) -> [HeadingChange] {
        var rest = new
        var changes = old.map { heading in
            let place = rest.firstIndex { $0.mark == heading.mark }
            return HeadingChange(old: heading, new: place.map { rest.remove(at: $0) })
        }
        changes += rest.map { HeadingChange(old: nil, new: $0) }
        return changes
    }
}
